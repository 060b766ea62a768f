import { sentences as sentencesOf } from './facts.ts';
import type { Lint } from './lint.ts';

const longest = 300;

function troubles(text: string): readonly string[] {
  return [
    ...(/^[^a-z\s]|^[a-z]+[A-Z.\d]|^stv[12] |^csp\./.test(text)
      ? []
      : ['does not begin as a sentence']),
    ...(text.endsWith('.') ? [] : ['does not end with a period']),
    ...(/ {2}|\s$|\n|\t/.test(text) ? ['has blanks too many'] : []),
    ...(text.split(/(?<=\.)\s/).some((sentence) => sentence.length > longest)
      ? [`has a sentence of more than ${longest} characters`]
      : []),
    ...(/#\d|github|issues?\/\d|shared\/|notes\.md/i.test(text)
      ? ['names no public document']
      : []),
    ...(/\b(newest|latest)\b/i.test(text)
      ? ['says "newest" or "latest": write the date of the document']
      : []),
  ];
}

export const sentences: Lint = {
  name: 'sentences',
  description: `Texts are whole sentences of at most ${longest} characters, with single blanks, that name no working papers and give dates in place of "newest".`,
  offenders: (catalog) =>
    sentencesOf(catalog).flatMap(({ at, key, text }) =>
      troubles(text).map((trouble) => `${at}: ${key} ${trouble}`),
    ),
};
