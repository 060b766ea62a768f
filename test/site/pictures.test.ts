/** The pictures: that they show what the data says, and that everything on them can be read. */

import type { Page } from 'playwright-core';
import { describe, expect, it, test } from 'vitest';
import { execute } from '../../api/execute.ts';
import { ChangesDocument, PortTableDocument } from '../../site/src/generated/queries.ts';
import { squares } from '../../site/src/pictures/address-squares.ts';
import { editionMarks } from '../../site/src/pictures/edition-marks.ts';
import { narrowLayout, wideLayout } from '../../site/src/pictures/flow-layout.ts';
import { flowsOf } from '../../site/src/pictures/flows.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { hasBrowser, useSite } from './browser.ts';
import { contentAt } from './built-site-files.ts';

const { portRules } = await execute(PortTableDocument, {});
const { changes } = await execute(ChangesDocument, {});

describe('flows', () => {
  const rules = portRules.filter(({ platforms }) => platforms.includes('STV2'));

  test.each([
    ['EXTERNAL', 'Client traffic', true],
    ['INTERNAL', 'Client traffic', false],
  ] as const)('in %s mode are the rows that hold there', (mode, title, isThere) => {
    const titles = flowsOf(rules, mode).map((flow) => flow.title);
    const expected = rules.filter(({ virtualNetworkTypes }) => virtualNetworkTypes.includes(mode));
    expect(titles.toSorted()).toEqual(expected.map((rule) => rule.title).toSorted());
    expect(titles.includes(title)).toBe(isThere);
  });

  test(
    'lead to the pages of their rules',
    async () => {
      await ensureBuilt('site');
      const picture = contentAt('/port-rules/').split('<svg')[1] ?? '';
      const links = [...picture.matchAll(/<a href="\/port-rules\/([\w-]+)\/"/g)].map(
        ([, id]) => id,
      );
      const ids = flowsOf(rules, 'EXTERNAL').map(({ ruleId }) => ruleId);
      expect(links.toSorted()).toEqual(ids.toSorted());
    },
    buildTimeout,
  );

  test.each([wideLayout, narrowLayout])('are all drawn, none over another: %o', (layout) => {
    const flows = flowsOf(rules, 'EXTERNAL');
    const drawn = layout(flows);
    expect(drawn.flows.map(({ title }) => title).toSorted()).toEqual(
      flows.map(({ title }) => title).toSorted(),
    );
    const places = drawn.flows.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(flows.length);
    for (const { way, arrow, x } of drawn.flows) {
      if (!arrow) expect(way).toBe('within');
      else
        expect(Math.sign(arrow.to - arrow.from) > 0 === (way !== 'out' || x > drawn.subnet.x)).toBe(
          true,
        );
    }
  });
});

describe('squares', () => {
  /** Addresses within the outlines: a square is 10 wide, and 2 more lead to the next. */
  const addresses = (outline: string) =>
    [...outline.matchAll(/h(\d+)v10/g)].reduce(
      (sum, [, width]) => sum + (Number(width) + 2) / 12,
      0,
    );

  test.each([
    [8, 1],
    [32, 13],
    [256, 31],
  ])('of %i addresses with %i units are as many', (all, units) => {
    const { outlines, height } = squares([
      { owner: 'reserved', size: 1, count: 5 },
      { owner: 'balancer', size: 1, count: 1 },
      { owner: 'unit', size: 2, count: units },
      { owner: 'free', size: 1, count: all - 6 - 2 * units },
    ]);
    const drawn = [...outlines].map(([owner, outline]) => [owner, addresses(outline)]);
    expect(Object.fromEntries(drawn)).toMatchObject({ reserved: 5, balancer: 1, unit: 2 * units });
    expect(drawn.reduce((sum, [, shown]) => sum + Number(shown), 0)).toBe(all);
    expect(height).toBe(Math.ceil(all / 32) * 12 - 2);
  });

  it('that belong together are parted at the end of a row alone', () => {
    const { outlines } = squares([
      { owner: 'reserved', size: 1, count: 31 },
      { owner: 'unit', size: 2, count: 1 },
    ]);
    expect(outlines.get('unit')).toBe('M372 0h10v10h-10zM0 12h10v10h-10z');
  });
});

describe('the timeline', () => {
  it('has a mark for each change and distances true to time', () => {
    const { editions } = editionMarks(changes, 328);
    expect(editions.flatMap(({ marks }) => marks)).toHaveLength(changes.length);
    const [first, second, third] = editions;
    if (!first || !second || !third) throw new Error('too few editions');
    const days = (a: string, b: string) => Date.parse(a) - Date.parse(b);
    expect((second.y - first.y) / (third.y - first.y)).toBeCloseTo(
      days(first.date, second.date) / days(first.date, third.date),
    );
  });

  it('keeps the marks of an edition above the next', () => {
    const { editions } = editionMarks(changes, 328);
    const offenders = editions.filter(({ marks }, index) =>
      marks.some(({ y }) => y + 19 > (editions[index + 1]?.y ?? Number.POSITIVE_INFINITY) - 10),
    );
    expect(offenders).toEqual([]);
  });
});

/** Texts of the pictures that leave their picture or box, or touch another text. */
function misplacedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    for (const svg of document.querySelectorAll(
      '.atlas-picture svg:is([role=img], [role=group])',
    )) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent?.trim());
      const boxes = texts.map((text) => text.getBoundingClientRect());
      texts.forEach((text, index) => {
        const own = boxes[index] as DOMRect;
        const box = text.closest('.flow')?.querySelector('.box')?.getBoundingClientRect();
        const isInside = text.matches('.name, .tag, .note');
        const limit = (isInside && box) || frame;
        if (
          own.left < limit.left - 1 ||
          own.right > limit.right + 1 ||
          own.bottom > limit.bottom + 1
        ) {
          problems.push(`leaves its place: ${text.textContent}`);
        }
        boxes.slice(index + 1).forEach((other, offset) => {
          const isApart =
            own.right <= other.left + 1 ||
            other.right <= own.left + 1 ||
            own.bottom <= other.top + 3 ||
            other.bottom <= own.top + 3;
          if (!isApart)
            problems.push(
              `touches: ${text.textContent} | ${texts[index + 1 + offset]?.textContent}`,
            );
        });
      });
    }
    return problems;
  });
}

describe.runIf(hasBrowser)('pictures in a browser', { timeout: 60_000 }, () => {
  const site = useSite();

  test.each([
    ['/port-rules/', 2],
    ['/subnets/', 6],
    ['/changes/', 1],
    ['/guides/internal-mode/', 2],
  ])('%s shows %i, legible at every width', async (path, pictures) => {
    const { page } = await site.open(path);
    for (const width of [1440, 1024, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const shown = page.locator('.atlas-picture svg:is([role=img], [role=group]):visible');
      expect(await shown.count()).toBe(pictures);
      expect(await misplacedTexts(page)).toEqual([]);
      for (const picture of await shown.all()) {
        const named = await picture.getAttribute('aria-labelledby');
        const words = named?.split(' ').map((id) => picture.locator(`#${id}`).textContent()) ?? [];
        expect((await Promise.all(words)).join(' ').length).toBeGreaterThan(40);
      }
    }
  });

  it('sees every word of a picture of flows in the table beside it', async () => {
    const { page } = await site.open('/port-rules/');
    const table = await page.locator('.atlas-edition').first().locator('table').innerText();
    const picture = page.locator('.atlas-picture .atlas-wide').first();
    const words = await picture.locator('.flow .name, .flow .tag, .flow .ports').allTextContents();
    expect(words.length).toBeGreaterThan(40);
    expect(words.map((word) => word.trim()).filter((word) => !table.includes(word))).toEqual([]);
  });

  it('reads the feed as XML', async () => {
    const { page } = await site.open('/');
    const actual = await page.evaluate(async () => {
      const response = await fetch('/changes.atom');
      const feed = new DOMParser().parseFromString(await response.text(), 'application/xml');
      return {
        type: response.headers.get('content-type'),
        error: feed.querySelector('parsererror')?.textContent,
        root: `${feed.documentElement.namespaceURI} ${feed.documentElement.localName}`,
        entries: feed.querySelectorAll('entry > id').length,
      };
    });
    expect(actual).toEqual({
      type: 'application/atom+xml',
      error: undefined,
      root: 'http://www.w3.org/2005/Atom feed',
      entries: changes.length,
    });
  });
});
