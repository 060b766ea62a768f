/** Every link of the built site leads somewhere: pages, anchors, files, and queries that the API answers. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteDirectory } from '../../api/server/site-directory.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { client } from '../support/client.ts';

interface Page {
  readonly path: string;
  readonly html: string;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

const pages = new Map<string, Page>();
const files = new Set<string>();

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function valuesOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => unescaped(match[1] ?? match[2] ?? ''));
}

/** Address of the page in a file: regions/index.html is /regions/. */
function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function readPage(file: string): Page {
  const path = addressOf(file);
  // Scripts, and code to copy, hold no links of the page.
  const html = readFileSync(join(siteDirectory, file), 'utf8').replace(
    /<script\b.*?<\/script>| data-code="[^"]*"/gs,
    '',
  );
  return {
    path,
    html,
    ids: new Set(valuesOf(html, /<[a-z][^>]*?\sid=(?:"([^"]*)"|([^\s>"]+))/g)),
    links: valuesOf(html, /<[a-z][^>]*?\s(?:href|src)=(?:"([^"]*)"|([^\s>"]+))/g),
  };
}

beforeAll(async () => {
  await ensureBuilt('site');
  for (const path of readdirSync(siteDirectory, { recursive: true, encoding: 'utf8' })) {
    const file = path.replaceAll('\\', '/');
    files.add(`/${file}`);
    if (file.endsWith('.html')) pages.set(addressOf(file), readPage(file));
  }
}, buildTimeout);

/** What is wrong with a link to the site itself; undefined where it resolves. */
function problemOf(from: Page, link: string): string | undefined {
  const { pathname, hash } = new URL(link, `http://site${from.path}`);
  const target = pages.get(pathname);
  if (target === undefined) return files.has(pathname) ? undefined : 'no such page or file';
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor === '' || target.ids.has(anchor) ? undefined : 'no such anchor';
}

function isInternal(link: string): boolean {
  return !/^[a-z][a-z\d+.-]*:|^\/\//i.test(link);
}

const isQuery = (link: string) => /^\/graphql\/?(?=[?#]|$)/.test(link);

/** Everything about every page that `problems` finds, as lines to read. */
function offendersAmong(problems: (page: Page) => readonly string[]): string[] {
  return [...pages.values()].flatMap((page) =>
    problems(page).map((text) => `${page.path} ${text}`),
  );
}

describe('the built site', () => {
  it('has a page for each kind of fact', () => {
    const expected = [
      ...['/', '/404.html', '/port-rules/', '/regions/', '/service-tags/', '/tiers/', '/subnets/'],
      ...['/ip-changes/', '/endpoints/', '/checks/', '/sources/', '/guides/validate/', '/dns/'],
      ...['/routing/', '/prerequisites/', '/limitations/', '/regions/westeurope/', '/changes/'],
      ...['/validate/', '/required-rules/', '/subnet-calculator/', '/will-my-ip-change/'],
      ...['/what-is-this-address/'],
      ...['/conflicts/', '/guides/reading-a-verdict/'],
      ...['/port-rules/management-endpoint/', '/port-rules/v2-storage/', '/service-tags/sql/'],
      ...['/tiers/premium/', '/checks/required-flow-denied/'],
    ];
    expect(expected.filter((path) => !pages.has(path))).toEqual([]);
  });

  it('links to pages, anchors and files that are there', () => {
    const offenders = offendersAmong((page) =>
      [...new Set(page.links)]
        .filter((link) => isInternal(link) && !isQuery(link))
        .flatMap((link) => {
          const problem = problemOf(page, link);
          return problem === undefined ? [] : [`-> ${link}: ${problem}`];
        }),
    );
    expect(offenders).toEqual([]);
  });

  it('takes no script, style or picture from elsewhere', () => {
    const foreign =
      /<(?:script|img|iframe|source|link)\b[^>]*\s(?:src|href)="?(?:https?:)?\/\/[^\s">]+/g;
    const offenders = offendersAmong(({ html }) =>
      (html.match(foreign) ?? []).filter((tag) => !/rel="?(?:canonical|sitemap)\b/.test(tag)),
    );
    expect(offenders).toEqual([]);
  });

  it('holds no inline event handler and no javascript: address', () => {
    const inline = /<[a-z][^>]*\s(?:on[a-z]+=|href="?javascript:)[^>]*>/gi;
    expect(offendersAmong(({ html }) => html.match(inline) ?? [])).toEqual([]);
  });

  it('gives each page one heading, and a title and a description of its own', () => {
    const titles = new Map<string, string>();
    const descriptions = new Map<string, string>();
    const offenders = offendersAmong(({ path, html }) => {
      const [title = ''] = valuesOf(html, /<title>([^<]*)<\/title>/g);
      const namesake = titles.get(title);
      // Pages of former check ids only lead to another page.
      if (title.startsWith('Redirecting to: ')) return [];
      titles.set(title, path);
      const [description = ''] = valuesOf(html, /<meta name="description" content="([^"]*)"/g);
      const same = descriptions.get(description);
      descriptions.set(description, path);
      return [
        ...(html.match(/<h1\b/g)?.length === 1 ? [] : ['has not exactly one h1']),
        ...(namesake === undefined ? [] : [`shares the title "${title}" with ${namesake}`]),
        ...(description === '' ? ['has no description'] : []),
        ...(same === undefined ? [] : [`shares its description with ${same}`]),
      ];
    });
    expect(offenders).toEqual([]);
  });

  it('uses no id twice on a page', () => {
    const offenders = offendersAmong(({ html }) => {
      const ids = valuesOf(html, /<[a-z][^>]*?\sid=(?:"([^"]*)"|([^\s>"]+))/g);
      return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
    });
    expect(offenders).toEqual([]);
  });

  it('links to queries that the API answers as they are', async () => {
    const { post } = client();
    const links = new Map<string, string>();
    for (const { path, links: all } of pages.values()) {
      for (const link of all) if (isQuery(link)) links.set(link, path);
    }
    const offenders: string[] = [];
    for (const [link, path] of links) {
      const parameters = new URL(link, 'http://site').searchParams;
      const extra = [...parameters.keys()].filter((key) => key !== 'query');
      if (extra.length > 0) offenders.push(`${path} passes ${extra}, which GraphiQL does not read`);
      const query = parameters.get('query');
      if (query === null) continue;
      const { errors = [] } = await post(query);
      offenders.push(...errors.map(({ message }) => `${path}: ${message}`));
    }
    expect(links.size).toBeGreaterThan(pages.size / 2);
    expect(offenders).toEqual([]);
  }, 60_000);
});
