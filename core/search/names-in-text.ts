/** Facts and checks that a text names: alone, or among other words. */

import { findRegion, findServiceTag } from '../../data/index.ts';
import { checks } from '../validate/checks/index.ts';
import { keyOf, pageByKey } from './page-keys.ts';

/** Words of the longest name of a region or service tag. */
const maxNameWords = 4;

/** The id of a check by that and by its earlier ones. */
export const checkIdByName: ReadonlyMap<string, string> = new Map(
  checks.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)),
);

/** The facts and checks that have exactly this name. */
export function keysOfName(name: string): string[] {
  return [
    keyOf('REGION', findRegion(name)?.name),
    keyOf('SERVICE_TAG', findServiceTag(name)?.name),
    keyOf('PORT_RULE', name),
    keyOf('SYMPTOM', name),
    keyOf('CHECK', checkIdByName.get(name)),
    keyOf('CONFLICT', name),
  ].filter((key) => pageByKey.has(key));
}

/** What the text names among other words, the longest name where one holds another: West US 2 is not West US. */
export function keysOfHeldNames(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const keys: string[] = [];
  for (let start = 0; start < words.length; ) {
    let length = Math.min(maxNameWords, words.length - start);
    let matched: string[] = [];
    while (length > 0 && matched.length === 0) {
      matched = keysOfName(words.slice(start, start + length).join(' '));
      if (matched.length === 0) length -= 1;
    }
    keys.push(...matched);
    start += Math.max(length, 1);
  }
  return keys;
}
