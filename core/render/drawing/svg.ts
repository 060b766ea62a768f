/** SVG as text: elements with escaped values, and texts cut to the room they have. */

export type Value = string | number | undefined;

/** Control characters, which XML forbids, halves of surrogate pairs, and marks that would turn the direction of a text. */
const forbidden =
  /[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** A text on one line that every XML parser reads. */
export const oneLine = (text: string): string => text.replace(forbidden, '\ufffd');

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as character data or as the value of an attribute. */
export const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (letter) => references[letter] ?? letter);

/** An element; children are SVG already. Attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

export interface TextStyle {
  readonly class?: string;
  readonly 'text-anchor'?: 'middle' | 'end';
  readonly transform?: string;
}

/** The space at the end is not drawn; it parts the text from the next where both are read aloud. */
export const text = (x: number, y: number, content: string, style: TextStyle = {}): string =>
  element('text', { x, y, ...style }, `${escaped(content)} `);

/** Mean widths of the letters of common system fonts, in shares of the font size, on the wide side. */
const letterWidth = { regular: 0.54, bold: 0.6 } as const;
const fullWidth =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;

type Weight = keyof typeof letterWidth;

const letterIn = (letter: string, size: number, weight: Weight) =>
  (fullWidth.test(letter) ? 1.1 : letterWidth[weight]) * size;

export const widthOf = (content: string, size: number, weight: Weight = 'regular'): number =>
  [...content].reduce((sum, letter) => sum + letterIn(letter, size, weight), 0);

/** The text, or its beginning and an ellipsis where it is wider than the room. */
export function fitted(
  content: string,
  room: number,
  size: number,
  weight: Weight = 'regular',
): string {
  const letters = [...oneLine(content)];
  let left = room;
  const count = letters.findIndex((letter) => {
    left -= letterIn(letter, size, weight);
    return left < 0;
  });
  return count < 0 ? letters.join('') : `${letters.slice(0, Math.max(0, count - 1)).join('')}…`;
}
