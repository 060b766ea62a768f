/** llms.txt (llmstxt.org), the index for language models: one line for each page and data file. */

import type { Rewrite } from './to-markdown.ts';

export interface PageSummary {
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

export interface DataFile {
  readonly name: string;
  readonly title: string;
}

/** The section of a page: /regions/westeurope/ and /regions/ are in regions. */
function partOf({ path }: PageSummary): string {
  return path.split('/')[1] ?? '';
}

function section(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.join('\n')}\n`;
}

export function llmsText(
  pages: readonly PageSummary[],
  files: readonly DataFile[],
  rewrite: Rewrite,
): string {
  const home = pages.find(({ path }) => path === '/');
  const line = ({ path, title, description }: PageSummary) =>
    `- [${title}](${rewrite(path)}): ${description}`;
  const parts = Map.groupBy(pages, partOf);
  const isAlone = (page: PageSummary) => parts.get(partOf(page))?.length === 1;
  const sections = [...parts]
    .filter(([, members]) => members.length > 1)
    .map(([part, members]) => {
      const index = members.find(({ path }) => path === `/${part}/`);
      const title = index?.title ?? part.charAt(0).toUpperCase() + part.slice(1);
      return section(title, members.map(line));
    });
  const data = files.map(({ name, title }) => {
    const address = (path: string) => rewrite(`/data/v1/${path}`);
    return `- [${title}](${address(`${name}.json`)}): also as [CSV](${address(`${name}.csv`)}), with a [JSON Schema](${address(`schema/${name}.json`)})`;
  });
  return [
    `# APIM Network Atlas\n\n> ${home?.description}\n`,
    `Each page is Markdown at the address below, and HTML without \`index.md\`. The GraphQL API is at \`${rewrite('/graphql')}\`.\n`,
    section('Pages', pages.filter(isAlone).map(line)),
    ...sections,
    section('Data', [
      `- [All data files](${rewrite('/data/v1/index.json')}): each with its schema, rows, edition and date`,
      ...data,
    ]),
  ].join('\n');
}
