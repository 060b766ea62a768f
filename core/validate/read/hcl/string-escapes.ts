/** Escapes in the quoted strings of HCL. */

const single: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/** What the escape at the offset means, and how many characters it takes. */
export function readEscape(
  text: string,
  at: number,
): { readonly text: string; readonly length: number; readonly problem?: string } {
  const letter = text[at + 1] ?? '';
  const meant = Object.hasOwn(single, letter) ? single[letter] : undefined;
  if (meant !== undefined) return { text: meant, length: 2 };
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = text.slice(at + 2, at + 2 + digits);
  if (digits > 0 && code.length === digits && /^[0-9a-fA-F]+$/.test(code)) {
    const point = Number.parseInt(code, 16);
    if (point <= 0x10ffff) return { text: String.fromCodePoint(point), length: 2 + digits };
  }
  return {
    text: '\\',
    length: 1,
    problem: `\\${letter} is not an escape; \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN are`,
  };
}
