/** Where a page is: the way to it, its mark in the menu, the pages beside it, and a column that stays in its place. */

import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../data/index.ts';
import { portRules } from '../../data/ports/index.ts';
import { withNeighbours } from '../../site/src/lib/neighbours.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { hasBrowser, useSite } from './browser.ts';
import { pageAddresses, textAt } from './built-site-files.ts';

const htmlOf = (path: string) => textAt(`${path}index.html`);
/** Addresses of links in the HTML. */
const linksIn = (html: string) =>
  [...html.matchAll(/\bhref=(?:"([^"]*)"|([^\s>]+))/g)].map(([, quoted, plain]) => quoted ?? plain);

describe('the pages of a list', () => {
  it('have the ones before and after them as neighbours', () => {
    const page = (label: string) => ({ link: `/${label}/`, label });
    const [a, b, c] = [page('a'), page('b'), page('c')];
    expect(withNeighbours([a, b, c])).toEqual([
      { ...a, prev: false, next: b },
      { ...b, prev: a, next: c },
      { ...c, prev: b, next: false },
    ]);
    expect(withNeighbours([])).toEqual([]);
  });
});

describe('the built site', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  it('says on every page but the front page where it is', () => {
    const lost = pageAddresses()
      .filter((path) => path !== '/')
      .filter((path) => {
        const html = htmlOf(path);
        const menu = /id="?starlight__sidebar.*?<\/nav>/s.exec(html)?.[0] ?? '';
        const marks = menu.match(/<a\b[^>]*\baria-current/g) ?? [];
        const trail = /<nav[^>]*atlas-trail.*?<\/nav>/s.exec(html)?.[0] ?? '';
        const current = /<a\b[^>]*\baria-current[^>]*>/.exec(menu)?.[0] ?? '';
        const way = linksIn(trail);
        const isOnWay = way.length === 0 || linksIn(current)[0] === way.at(-1);
        return !trail.includes('<li>') || marks.length === 0 || !isOnWay;
      });
    expect(lost).toEqual([]);
  });

  it.each([
    ['regions', catalog.regions.map(({ name }) => `/regions/${name}/`)],
    ['port rules', portRules.map(({ id }) => `/port-rules/${id}/`)],
  ])('leads from each of the %s to the next and back', (_, paths) => {
    const neighbour = (path: string, rel: string) =>
      linksIn(new RegExp(`<a\\b[^>]*\\brel="?${rel}\\b[^>]*>`).exec(htmlOf(path))?.[0] ?? '')[0];
    const first = paths.find((path) => neighbour(path, 'prev') === undefined);
    const visited: string[] = [];
    for (let path = first; path !== undefined; path = neighbour(path, 'next')) {
      expect(neighbour(path, 'prev')).toBe(visited.at(-1));
      visited.push(path);
    }
    expect(visited.toSorted()).toEqual(paths.toSorted());
  });
});

describe.runIf(hasBrowser)('the column', () => {
  const site = useSite();

  it('has the title of the front page in a size of its own', async () => {
    const { page } = await site.open('/');
    const ratio = await page.locator('h1').evaluate((title) => {
      const { fontSize, lineHeight } = getComputedStyle(title);
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    expect(ratio).toBeCloseTo(1.1, 2);
  });

  it('is in one place with and without a table of contents', async () => {
    const { page } = await site.open('/regions/');
    const column = () =>
      page.evaluate(() => {
        const title = document.querySelector('h1')?.getBoundingClientRect();
        const { x, width } =
          document.querySelector('.sl-markdown-content')?.getBoundingClientRect() ?? new DOMRect();
        return { title: title?.x, x, width, wide: document.documentElement.scrollWidth };
      });
    for (const width of [1440, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(new URL('/regions/', page.url()).href);
      const expected = await column();
      expect(expected.wide).toBe(width);
      for (const path of ['/tiers/', '/port-rules/', '/required-rules/', '/data/']) {
        await page.goto(new URL(path, page.url()).href);
        expect({ path, ...(await column()) }).toEqual({ path, ...expected });
      }
    }
  });
});
