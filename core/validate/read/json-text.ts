/** JSON as Resource Manager takes it in templates: with comments, texts over several lines and commas at the end. */

import { InputError } from '../../input-error.ts';

const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|\/\/[^\r\n]*|\/\*|[,\]}]|[^"/,\]}]+|["/]/g;

/** The value of the text; InputError, with what the JSON may be, for what is none even so. */
export function readJsonText(text: string, accepted: readonly string[]): unknown {
  const json = parseJsonText(text);
  if (json) return json.value;
  throw new InputError('the text is not JSON', {
    path: ['document'],
    given: text.trim().slice(0, 80),
    expected: ['JSON, which may have comments and texts over several lines', ...accepted],
  });
}

/** The same without an error: undefined for what is no JSON. */
export function parseJsonText(text: string): { readonly value: unknown } | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  return parsed(plain) ?? parsed(asStrictJson(plain));
}

function parsed(text: string | undefined): { readonly value: unknown } | undefined {
  try {
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The same in strict JSON; undefined where a text or a comment has no end. */
function asStrictJson(source: string): string | undefined {
  const parts: string[] = [];
  let comma: number | undefined;
  const matcher = new RegExp(token);
  for (let match = matcher.exec(source); match; match = matcher.exec(source)) {
    const [lexeme] = match;
    if (lexeme === '"' || lexeme === '/') return undefined;
    if (lexeme === '/*') {
      const end = source.indexOf('*/', matcher.lastIndex);
      if (end < 0) return undefined;
      matcher.lastIndex = end + 2;
    } else if (!lexeme.startsWith('//')) {
      const isEnd = lexeme === ']' || lexeme === '}';
      if (isEnd && comma !== undefined) parts[comma] = '';
      if (lexeme === ',') comma = parts.length;
      else if (/\S/.test(lexeme)) comma = undefined;
      parts.push(lexeme.startsWith('"') ? escaped(lexeme) : lexeme);
    }
  }
  return parts.join('');
}

/** A text with the line breaks and tabs in it as JSON writes them. */
const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids just these within a text
  text.replace(/[\u0000-\u001f]/g, (sign) => JSON.stringify(sign).slice(1, -1));
