/** What the name of a security rule says: allow or deny, and the service tag it is named after. */

import { catalog } from '../../../../data/index.ts';

/** allow-azure-sql, AllowAzureSQL and Allow_Azure_Sql are the same three words. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

const allowing = ['allow', 'allows', 'allowed', 'permit', 'permits', 'permitted'];
const denying = ['deny', 'denies', 'denied', 'block', 'blocks', 'blocked', 'reject', 'rejects'];
const negating = ['not', 'no', 'non', 'un', 'dont', 'except', 'unless', 'if'];

const verb = new RegExp([...allowing, ...denying].join('|'));

/** ALLOW or DENY as the name says; undefined where it says neither or both. */
export function accessInName(name: string): 'ALLOW' | 'DENY' | undefined {
  // Fast exit for most names.
  if (!verb.test(name.toLowerCase())) return undefined;
  const words = wordsOf(name);
  if (words.some((word) => negating.includes(word))) return undefined;
  const allows = words.some((word) => allowing.includes(word));
  // Block in block blob does not mean deny.
  const denies = words.some(
    (word, index) => denying.includes(word) && words[index + 1]?.startsWith('blob') !== true,
  );
  if (allows === denies) return undefined;
  return allows ? 'ALLOW' : 'DENY';
}

interface TagPhrase {
  readonly tag: string;
  /** Its words, with a space before and after. */
  readonly phrase: string;
}

/**
 * Tags by the first of the words that name them: AzureKeyVault by "key vault". A single common word, as the Monitor of
 * AzureMonitor, names a tag only after Azure. ApiManagement is left out: rules are named after the instance.
 */
const tagsByWord: ReadonlyMap<string | undefined, readonly TagPhrase[]> = Map.groupBy(
  catalog.serviceTags
    .filter(
      ({ name }) =>
        !['Internet', 'VirtualNetwork', 'AzureCloud', 'ApiManagement'].includes(name) &&
        !name.includes('.'),
    )
    .flatMap(({ name }) => {
      const words = wordsOf(name);
      const short = words[0] === 'azure' && words.length > 2 ? words.slice(1) : words;
      return [short.join(' '), short.join('')].map((phrase) => ({
        tag: name,
        phrase: ` ${phrase} `,
      }));
    }),
  ({ phrase }) => phrase.trim().split(' ')[0],
);

/** The tag that a name mentions; undefined where it mentions none or several. */
export function tagInName(name: string): string | undefined {
  const words = wordsOf(name);
  const possible = words.flatMap((word) => tagsByWord.get(word) ?? []);
  if (possible.length === 0) return undefined;
  const text = ` ${words.join(' ')} `;
  const tags = possible.filter(({ phrase }) => text.includes(phrase)).map(({ tag }) => tag);
  return new Set(tags).size === 1 ? tags[0] : undefined;
}
