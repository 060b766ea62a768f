/**
 * Writes a Markdown twin next to each built page, and llms.txt as their index.
 *
 * A twin is made from the page's HTML, so that both say the same.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { elementsIn, hasClass } from './elements.ts';
import { type DataFile, llmsText, type PageSummary } from './llms-txt.ts';
import { type Rewrite, toMarkdown } from './to-markdown.ts';

/** Replaces the address of a page by that of its twin, so that links in twins lead to twins. */
function rewriter(paths: ReadonlySet<string>, site: string | undefined): Rewrite {
  return (href) => {
    if (!href.startsWith('/')) return href;
    const [path = '', hash] = href.split('#', 2);
    const twin = paths.has(path) ? `${path}index.md` : path;
    return (site ? new URL(twin, site).href : twin) + (hash === undefined ? '' : `#${hash}`);
  };
}

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * The description, the heading and the content of a page. The other half of its HTML is navigation, and parsing takes
 * most of the time.
 */
function readParts(html: string): Root {
  const [description = ''] = /<meta name="description" content="[^"]*"[^>]*>/.exec(html) ?? [];
  const [heading = ''] = /<h1\b.*?<\/h1>/s.exec(html) ?? [];
  const [content = ''] = /<div class="sl-markdown-content">.*(?=<\/main>)/s.exec(html) ?? [];
  return parser.parse(description + heading + content);
}

function summaryOf(path: string, page: Root): PageSummary {
  const heading = elementsIn(page).find(({ tagName }) => tagName === 'h1');
  const description = elementsIn(page).find(({ properties: { name } }) => name === 'description');
  return {
    path,
    title: heading ? textOf(heading).trim() : path,
    description: String(description?.properties.content ?? ''),
  };
}

function twinOf(page: Root, { title }: PageSummary, rewrite: Rewrite): string {
  const content = elementsIn(page).find((element) => hasClass(element, 'sl-markdown-content'));
  if (!content) throw new Error(`the page "${title}" has no content`);
  return toMarkdown(title, content, rewrite);
}

/** The tables of the build: what has a schema of its name, but for the index. */
function dataFilesIn(directory: string): DataFile[] {
  return readdirSync(join(directory, 'schema'))
    .filter((file) => file !== 'index.json')
    .sort()
    .flatMap((file) => {
      const { title } = JSON.parse(readFileSync(join(directory, 'schema', file), 'utf8'));
      const isTable = readdirSync(directory).includes(file);
      return isTable ? [{ name: file.replace(/\.json$/, ''), title: String(title) }] : [];
    });
}

export function markdownTwins(): AstroIntegration {
  let site: string | undefined;
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const directory = fileURLToPath(dir);
        const paths = pages
          .map(({ pathname }) => `/${pathname}`)
          .filter((path) => !path.startsWith('/404'))
          .sort();
        const rewrite = rewriter(new Set(paths), site);
        const summaries = paths.map((path) => {
          const page = readParts(readFileSync(join(directory, path, 'index.html'), 'utf8'));
          const summary = summaryOf(path, page);
          writeFileSync(join(directory, path, 'index.md'), twinOf(page, summary, rewrite));
          return summary;
        });
        const files = dataFilesIn(join(directory, 'data/v1'));
        writeFileSync(join(directory, 'llms.txt'), llmsText(summaries, files, rewrite));
        logger.info(`${paths.length} pages have a Markdown twin`);
      },
    },
  };
}
