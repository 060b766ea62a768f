/** Scanners that part a file into its code and its texts, as the language that it is written in does. */

export interface Scanned {
  /** The file with "" for each text, without comments, every word as w. */
  readonly code: string;
  readonly texts: readonly string[];
}

interface Token {
  readonly pattern: RegExp;
  /** What the token says as a text; undefined where it is a comment. */
  readonly text?: (matched: string) => string;
}

/** Takes the first of the tokens that fits, or else one character of code. */
function scanner(tokens: readonly Token[]): (file: string) => Scanned {
  return (file) => {
    let code = '';
    const texts: string[] = [];
    for (let at = 0; at < file.length; ) {
      const actual = tokens
        .map(({ pattern, text }) => {
          pattern.lastIndex = at;
          return { match: pattern.exec(file)?.[0], text };
        })
        .find(({ match }) => match !== undefined);
      const match = actual?.match ?? (file[at] as string);
      at += match.length;
      if (!actual) code += match;
      else if (actual.text) {
        texts.push(actual.text(match));
        code += '""';
      }
    }
    return { code: code.replace(/\w+/g, 'w').replace(/\s+/g, ' '), texts };
  };
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
/** `pattern` has what is between \ and the next character of the text, a code in its first or second group. */
const unescaped = (text: string, pattern: RegExp) =>
  text.replace(pattern, (_, code: string | undefined, sign: string) =>
    code === undefined ? (signs[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16)),
  );

/** A text with an interpolation is no text: its quotes stay in the code. */
export const scanTerraform = scanner([
  { pattern: /#[^\n]*/y },
  {
    pattern: /"(?:\\.|\$\$\{|%%\{|[$%](?![$%]*\{)|[^"\\$%\n])*"/y,
    text: (matched) =>
      unescaped(
        matched
          .slice(1, -1)
          .replace(/\$\$\{/g, '${')
          .replace(/%%\{/g, '%{'),
        /\\(?:u([\da-f]{4})|(.))/g,
      ),
  },
]);

export const scanBicep = scanner([
  { pattern: /\/\/[^\n]*/y },
  {
    pattern: /'(?:\\.|\$(?!\{)|[^'\\$\n])*'/y,
    text: (matched) => unescaped(matched.slice(1, -1), /\\(?:u\{([\da-f]+)\}|(.))/g),
  },
]);

export const scanPowerShell = scanner([
  { pattern: /#[^\r\n]*/y },
  {
    pattern: /['\u2018-\u201b](?:['\u2018-\u201b]{2}|[^'\u2018-\u201b])*['\u2018-\u201b]/y,
    text: (matched) => matched.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, '$1'),
  },
]);

/** Quoted parts and \' side by side are one text. */
export const scanBash = scanner([
  { pattern: /(?<=^|\s)#[^\n]*/my },
  {
    pattern: /(?:'[^']*'|\\')+/y,
    text: (matched) =>
      matched.replace(/'([^']*)'|\\(')/g, (_, inside = '', quote = '') => inside + quote),
  },
]);

const scanExpression = scanner([
  {
    pattern: /'(?:''|[^'])*'/y,
    text: (matched) => matched.slice(1, -1).replaceAll("''", "'"),
  },
]);

/** Texts that Resource Manager reads as expressions belong to the code. */
export function scanArm(file: string): Scanned {
  const texts: string[] = [];
  const code = JSON.stringify(JSON.parse(file), (_, value) => {
    if (typeof value !== 'string') return value;
    if (/^\[(?!\[).*\]$/s.test(value)) {
      const expression = scanExpression(value);
      texts.push(...expression.texts);
      return expression.code;
    }
    texts.push(/^\[\[.*\]$/s.test(value) ? value.slice(1) : value);
    return '';
  });
  return { code: code.replace(/\w+/g, 'w'), texts };
}
