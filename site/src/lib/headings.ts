/** The headings of a rendered page, for its table of contents. */

import { decodeHTML } from 'entities';

export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** Those of the second level that have an id. */
export function headingsIn(html: string): Heading[] {
  return [...html.matchAll(/<h2\b[^>]*\bid="([^"]+)"[^>]*>(.*?)<\/h2>/gs)].map(
    ([, slug = '', inner = '']) => ({
      depth: 2,
      slug,
      text: decodeHTML(inner.replace(/<[^>]+>/g, ''))
        .replace(/\s+/g, ' ')
        .trim(),
    }),
  );
}
