/** How texts become words: as they are typed, and the parts of names that hold dots, hyphens, colons or capitals. */

const address = /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/;

/** An address stays one word: its numbers alone mean nothing. */
export function tokenize(text: string): string[] {
  return text
    .split(/[\s,;()[\]{}"'<>]+/)
    .flatMap((word) => {
      if (address.test(word)) return [word];
      const parts = word.split(/[.:/_=-]+/);
      const humps = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
      return [...new Set([word, ...parts, ...humps])];
    })
    .filter((word) => word.length > 0);
}

/** Words that say nothing of what a query is about. */
const fillers = new Set(
  'a am an and any are as at be been but by can could did do does for from get has have how i if in into is it its me my need needs no not of on once or our should so that the their there they this to up use used using want was we what when where which while who why will with without would you your azure apim'.split(
    ' ',
  ),
);

export const isFiller = (word: string) => fillers.has(word.toLowerCase());
