/** Which facts a text means by what people call them. */

import { otherNames } from './other-names.ts';

const phraseKeys = Object.entries(otherNames).flatMap(([key, phrases = []]) =>
  phrases.map((phrase) => ({ key, phrase })),
);

/** Facts by what people call them: the text is such a phrase, or holds one, with the name of the product or without it. */
export function keysOfPhrases(text: string): {
  readonly named: readonly string[];
  readonly held: readonly string[];
} {
  const short = text.replace(/\b(?:azure|apim|api management) ?/g, '').trim();
  const held = phraseKeys.filter(({ phrase }) =>
    [text, short].some((query) => ` ${query} `.includes(` ${phrase} `)),
  );
  const name = held.some(({ phrase }) => phrase === text) ? text : short;
  return {
    named: held.filter(({ phrase }) => phrase === name).map(({ key }) => key),
    held: held.filter(({ phrase }) => phrase.includes(' ')).map(({ key }) => key),
  };
}
