/** Content negotiation as RFC 9110, section 12.5 has it: the headers Accept and Accept-Encoding with their q-values. */

export const jsonType = 'application/json';
/** The type of the specification for GraphQL over HTTP, which from 2025 on is that of requests that name none. */
const graphqlType = 'application/graphql-response+json';
export const pageType = 'text/html';
/** What the API sends, in the order of preference where a client likes several the same. */
export const responseTypes = [jsonType, graphqlType];

interface Entry {
  readonly range: string;
  readonly quality: number;
}

function entriesOf(header: string): Entry[] {
  return header.split(',').map((entry) => {
    const [range = '', ...parameters] = entry.toLowerCase().split(';');
    const weight = parameters.map((text) => /^\s*q\s*=\s*(\S+)/.exec(text)?.[1]).find(Boolean);
    return { range: range.trim(), quality: Number(weight ?? '1') || 0 };
  });
}

/** The quality of a value, and its index in the header: the entry that names it most exactly decides. */
function ratingOf(entries: readonly Entry[], value: string) {
  for (const range of [value, value.replace(/\/.*/, '/*'), '*/*', '*']) {
    const index = entries.findIndex((entry) => entry.range === range);
    if (index >= 0) return { index, quality: entries[index]?.quality ?? 0 };
  }
  return { index: 0, quality: 0 };
}

/** The type of the response that a client prefers: one of JSON, or a page; undefined where it takes none. */
export function responseTypeFor(
  accept: string | undefined,
  offersPage: boolean,
): string | undefined {
  if (!accept) return graphqlType;
  if (accept === jsonType || accept === '*/*') return jsonType;
  const entries = entriesOf(accept);
  return [...responseTypes, ...(offersPage ? [pageType] : [])]
    .map((type) => ({ type, ...ratingOf(entries, type) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)[0]?.type;
}

/** Whether Accept-Encoding takes gzip, and likes it no less than the plain bytes. */
export function takesGzip(header: unknown): boolean {
  if (typeof header !== 'string') return false;
  const entries = entriesOf(header);
  const gzip = ratingOf(entries, 'gzip').quality;
  const identity = entries.find(({ range }) => range === 'identity')?.quality ?? 0;
  return gzip > 0 && gzip >= identity;
}

/** Whether a header If-None-Match names the entity tag. */
export function isUnchanged(header: string | null | undefined, etag: string | undefined): boolean {
  if (!header || !etag) return false;
  const opaque = etag.replace(/^W\//, '');
  return header
    .split(',')
    .some((entry) => ['*', opaque].includes(entry.trim().replace(/^W\//, '')));
}
