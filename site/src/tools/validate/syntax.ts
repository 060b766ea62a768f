/** Where a text stops being JSON. Browsers word this each in their way, and not all of them name the place. */

interface SyntaxPlace {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** What JSON wants there. */
  readonly expected: string;
}

const blank = /[ \t\n\r]*/y;
/** A text holds no quote, backslash or control character; those from DEL on are none to JSON. */
const token =
  /[\{\}\[\],:]|"[[^"\\\p{Cc}]\x7f-\x9f]*(?:\\(?:["\\\/bfnrt]|u[\dA-Fa-f]{4})[[^"\\\p{Cc}]\x7f-\x9f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+\-]?\d+)?(?![\w.])|(?:true|false|null)\b/vy;

type State = 'value' | 'value or ]' | 'name or }' | 'name' | 'colon' | 'comma or end';

const wanted: Readonly<Record<Exclude<State, 'comma or end'>, string>> = {
  value: 'a value: a text in double quotes, a number, true, false, null, { or [',
  'value or ]': 'a value or ]',
  'name or }': 'a name in double quotes or }',
  name: 'another name in double quotes, or no comma before',
  colon: 'a colon',
};

/** What is expected after the token; undefined where it must not stand there. `open` holds the brackets around it. */
function next(state: State, found: string, open: string[]): State | undefined {
  const [inner] = open.slice(-1);
  const isName = found.startsWith('"');
  if (state === 'comma or end') {
    if (found === ',' && inner) return inner === '{' ? 'name' : 'value';
    if (found !== (inner === '{' ? '}' : ']') || !inner) return undefined;
    open.pop();
    return 'comma or end';
  }
  if (state === 'colon') return found === ':' ? 'value' : undefined;
  if ((state === 'name or }' && found === '}') || (state === 'value or ]' && found === ']')) {
    open.pop();
    return 'comma or end';
  }
  if (state === 'name' || state === 'name or }') return isName ? 'colon' : undefined;
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'name or }' : 'value or ]';
  }
  return /^[}\],:]/.test(found) ? undefined : 'comma or end';
}

/** The first place at which the text is no JSON; undefined where it is JSON throughout. */
export function findSyntaxError(text: string): SyntaxPlace | undefined {
  const open: string[] = [];
  let state: State = 'value';
  let index = 0;
  for (;;) {
    blank.lastIndex = index;
    blank.test(text);
    index = blank.lastIndex;
    token.lastIndex = index;
    const [found] = token.exec(text) ?? [];
    if (found === undefined && index === text.length && state === 'comma or end' && !open.length) {
      return undefined;
    }
    const following: State | undefined = found ? next(state, found, open) : undefined;
    if (!found || !following) break;
    state = following;
    index += found.length;
  }
  const lines = text.slice(0, index).split('\n');
  const closing = open.at(-1) === '{' ? '}' : ']';
  const ending = open.length === 0 ? 'the end of the text' : `a comma or ${closing}`;
  return {
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    expected: state === 'comma or end' ? ending : wanted[state],
  };
}
