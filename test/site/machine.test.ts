/** What the built site has for machines that read: Markdown twins, llms.txt, the feed, robots.txt, and links to them. */

import { beforeAll, describe, expect, it, test } from 'vitest';
import { execute } from '../../api/execute.ts';
import { changesBetween } from '../../core/answers/changes.ts';
import { checks } from '../../core/validate/checks/index.ts';
import { catalog } from '../../data/index.ts';
import { ChangesDocument } from '../../site/src/generated/queries.ts';
import { atomFeed } from '../../site/src/lib/atom.ts';
import { slug } from '../../site/src/lib/sentences.ts';
import { GET as robots } from '../../site/src/pages/robots.txt.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { contentAt, isBuilt, pageAddresses, textAt } from './built-site-files.ts';

const published = new URL('https://atlas.example/');
let pages: string[];

beforeAll(async () => {
  await ensureBuilt('site');
  pages = pageAddresses();
}, buildTimeout);

const twin = (address: string) => textAt(`${address}index.md`);
const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const anchors = (facts: readonly { readonly id: string }[]) =>
  facts.map(({ id }) => `<a id="${id}"></a>`);
const links = (folder: string, names: readonly string[]) =>
  names.map((name) => `(/${folder}/${name}/index.md)`);

const rows: [page: string, marks: readonly string[]][] = [
  [
    '/port-rules/',
    links(
      'port-rules',
      catalog.portRules.filter(({ tiers }) => tiers.includes('PREMIUM')).map(({ id }) => id),
    ),
  ],
  [
    '/regions/',
    links(
      'regions',
      catalog.regions.map(({ name }) => name),
    ),
  ],
  [
    '/service-tags/',
    links(
      'service-tags',
      catalog.serviceTags.map(({ name }) => slug(name)),
    ),
  ],
  [
    '/tiers/',
    links(
      'tiers',
      catalog.tierProfiles.map(({ tier }) => slug(tier)),
    ),
  ],
  [
    '/checks/',
    links(
      'checks',
      checks.map(({ id }) => id),
    ),
  ],
  ['/subnets/', anchors(catalog.subnetRules)],
  ['/endpoints/', anchors(catalog.endpoints)],
  ['/ip-changes/', anchors(catalog.ipChangeTriggers)],
  ['/prerequisites/', anchors(catalog.prerequisites)],
  ['/routing/', anchors(catalog.routingFacts)],
  ['/dns/', anchors(catalog.dnsFacts)],
  ['/limitations/', anchors(catalog.limitations)],
  ['/integrations/', anchors(catalog.integrations)],
  ['/changes/', anchors(changesBetween())],
  ['/conflicts/', anchors(catalog.conflicts)],
  ['/sources/', anchors(catalog.sources)],
];

describe('the Markdown twins', () => {
  test.each(rows)('%s has every row', (page, marks) => {
    const text = twin(page);
    expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
  });

  it('stand beside every page with its title, sections, table rows and code', () => {
    const offenders = pages.flatMap((page) => {
      const [html, text] = [contentAt(page), withoutCode(twin(page))];
      const figures: [what: string, inHtml: number, inMarkdown: number][] = [
        ['h1', 1, count(text, /^# \S/gm)],
        ['h2', count(html, /<h2\b/g), count(text, /^(?:- )?## \S/gm)],
        // Markdown has one line more for each table, under its head.
        ['tr', count(html, /<tr\b/g) + count(html, /<table\b/g), count(text, /^\|.*\|$/gm)],
        ['pre', count(html, /<pre\b/g), count(twin(page), /^```/gm) / 2],
      ];
      return figures
        .filter(([, inHtml, inMarkdown]) => inHtml !== inMarkdown)
        .map((figure) => `${page} ${figure}`);
    });
    expect(pages.length).toBeGreaterThan(150);
    expect(offenders).toEqual([]);
  });

  it('hold no HTML but anchors and line breaks, and name sources wherever facts are', () => {
    const foreign = pages.filter((page) =>
      /<(?!a id=|\/a>|br>|https:)[a-z/]/.test(
        withoutCode(twin(page))
          .replace(/`[^`]*`/g, '')
          .replaceAll('\\<', ''),
      ),
    );
    const unsourced = rows
      .map(([page]) => page)
      .filter((page) => !/\]\((?:\/sources\/|https:)/.test(twin(page)));
    expect([foreign, unsourced]).toEqual([[], []]);
  });

  it('link to files that are there', () => {
    const offenders = pages.flatMap((page) =>
      [...twin(page).matchAll(/\]\((\/[^)#?]*)/g)]
        .map(([, link = '']) => link)
        .filter((link) => link !== '/graphql' && !isBuilt(link))
        .map((link) => `${page} ${link}`),
    );
    expect(offenders).toEqual([]);
  });
});

describe('llms.txt', () => {
  const listed = () =>
    [...textAt('/llms.txt').matchAll(/\]\((\/[^)]*)\)/g)].map(([, link]) => link);

  it('lists every page and nothing that is not there', () => {
    const twins = listed().filter((link) => link?.endsWith('.md'));
    expect(twins.toSorted()).toEqual(pages.map((page) => `${page}index.md`).toSorted());
    expect(listed().filter((link) => !isBuilt(link ?? ''))).toEqual([]);
  });

  it('opens as llmstxt.org asks and has one line for each page', () => {
    const text = textAt('/llms.txt');
    expect(text).toMatch(/^# APIM Network Atlas\n\n> .+\n\n/);
    expect(count(text, /^- \[.+?\]\(.+?\): .+$/gm)).toBe(count(text, /^- /gm));
  });
});

describe('the feed', () => {
  it('has an entry for each change, newest first', () => {
    const feed = textAt('/changes.atom');
    const updated = [...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, time]) => time ?? '');
    const [newest, ...times] = updated;
    expect(times).toHaveLength(changesBetween().length);
    expect(times).toEqual(times.toSorted().reverse());
    expect(newest).toBe(times[0]);
    const ids = feed.match(/<id>tag:apim-network-atlas,2026:changes.*?<\/id>/g);
    expect(new Set(ids).size).toBe(changesBetween().length + 1);
  });

  it('keeps its ids where the site is published, and has whole addresses there', async () => {
    const { changes } = await execute(ChangesDocument, {});
    const idsOf = (feed: string) => feed.match(/<id>.*?<\/id>/g);
    const feed = atomFeed(changes, published, '1.0.0');
    expect(idsOf(feed)).toEqual(idsOf(textAt('/changes.atom')));
    const addresses = [...feed.matchAll(/href="(.*?)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address?.startsWith(published.href))).toEqual([]);
  });

  // With other ids feed readers would show every entry as new.
  it('has ids that never change', () => {
    const [feed, entry] = [...textAt('/changes.atom').matchAll(/<id>(.*?)<\/id>/g)];
    const [newest] = changesBetween().toSorted((a, b) => b.date.localeCompare(a.date));
    expect(feed?.[1]).toBe('tag:apim-network-atlas,2026:changes');
    expect(entry?.[1]).toBe(`tag:apim-network-atlas,2026:changes/${newest?.id}`);
  });

  it('keeps markup in texts apart from its own', async () => {
    const { changes } = await execute(ChangesDocument, {});
    const [change] = changes;
    if (!change) throw new Error('no change');
    const feed = atomFeed([{ ...change, summary: 'a < b & "c"' }], undefined, '1.0.0');
    expect(feed).toContain('<title>a &lt; b &amp; &quot;c&quot;</title>');
  });
});

describe('robots.txt', () => {
  it.each([
    [undefined, 'User-agent: *\nAllow: /\n'],
    [published, 'User-agent: *\nAllow: /\n\nSitemap: https://atlas.example/sitemap-index.xml\n'],
  ])('at %s', async (site, text) => {
    const response = await robots({ site } as Parameters<typeof robots>[0]);
    expect(await response.text()).toBe(text);
  });

  it('is served', () => expect(textAt('/robots.txt')).toMatch(/^User-agent: \*\n/));
});

describe('pages link to what machines read', () => {
  test.each([
    ['/port-rules/', '/data/v1/port-rules.json', '/data/v1/port-rules.csv', '/port-rules/index.md'],
    ['/port-rules/storage/', '/data/v1/port-rules/storage.json', '/port-rules/storage/index.md'],
    [
      '/regions/westeurope/',
      '/data/v1/regions/westeurope.json',
      '/regions/westeurope/index.md',
      '/data/feeds/regions/westeurope.atom',
      '/data/feeds/regions/westeurope.ics',
    ],
    ['/dns/', '/data/v1/dns.json', '/data/v1/dns.csv', '/dns/index.md'],
    [
      '/tiers/premium/',
      '/data/v1/tiers.json',
      '/data/v1/tiers.csv',
      '/tiers/premium/index.md',
      '/data/feeds/tiers/premium.atom',
      '/data/feeds/tiers/premium.ics',
    ],
    ['/checks/', '/data/v1/checks.json', '/data/v1/checks.csv', '/checks/index.md'],
    ['/', '/index.md'],
  ])('%s', (page, ...files) => {
    const html = textAt(`${page}index.html`);
    const [, footer = ''] = html.split('class="atlas-data"', 2);
    const linked = [...footer.matchAll(/href="(\/(?:data\/|[^"]*\.md)[^"]*)"/g)];
    expect(linked.map(([, link]) => link)).toEqual(files);
    const alternates = html.match(/<link[^>]*rel="alternate"[^>]*>/g)?.join() ?? '';
    expect(files.filter((file) => !alternates.includes(`href="${file}"`))).toEqual([]);
    expect(alternates).toContain('href="/changes.atom"');
  });
});
