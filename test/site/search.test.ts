/** The search in the head of each page: by keys, by pointer and without scripts, and what it loads when. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openSite, type TestSite } from './browser.ts';
import { buildTimeout, ensureSite } from './built-site.ts';
import { isBuilt, pageAddresses, textAt } from './built-site-files.ts';

describe('the files of the search', () => {
  beforeAll(() => ensureSite(), buildTimeout);

  test('are those that read the index, compressed, and no interface of Pagefind', () => {
    const files = ['', 'ui', 'modular-ui', 'component-ui', 'highlight', 'worker'].filter((name) =>
      isBuilt(`/pagefind/${['pagefind', name].filter(Boolean).join('-')}.js`),
    );
    expect(files).toEqual(['', 'worker']);
    expect(isBuilt('/pagefind/pagefind.js.gz')).toBe(true);
  });

  test('are not needed for the way to the search page', () => {
    const without = pageAddresses().filter(
      (path) => !/<a [^>]*href="\/search\/"/.test(textAt(`${path}index.html`)),
    );
    expect(without).toEqual([]);
  });
});

describe.runIf(hasBrowser)('the search dialog', { timeout: 60_000 }, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
  }, buildTimeout);
  afterEach(() => site?.closePages());
  afterAll(() => site?.close());

  const partsOf = (page: Page) => ({
    button: page.getByRole('button', { name: 'Search', exact: true }),
    dialog: page.getByRole('dialog', { name: 'Search' }),
    box: page.getByLabel('Search the pages'),
    hits: page.locator('dialog ol > li'),
    status: page.locator('dialog [role=status]'),
  });
  const isFocused = (of: ReturnType<Page['locator']>) =>
    of.evaluate((element) => element === document.activeElement);

  test.each([
    ['3443', 'Management endpoint', '/port-rules/management-endpoint/'],
    ['1886', 'Azure Monitor', '/port-rules/azure-monitor/'],
    ['West Europe', 'West Europe', '/regions/westeurope/'],
    ['verdict', 'Verdict', '/reference/verdict/'],
  ])('finds %s first by keys alone, without a network', async (wanted, title, path) => {
    const { page, offences } = await site.open('/tiers/');
    const { box, hits, status } = partsOf(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(wanted);
    await hits.first().waitFor();
    expect(await hits.first().locator('a').first().innerText()).toBe(title);
    expect(await hits.first().locator('p').innerText()).not.toBe('');
    expect(await status.innerText()).toMatch(/^\d+ pages, best first/);
    expect(await isFocused(box)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url + path);
    expect(offences).toEqual([]);
  });

  test('leads from the box through the links of pages and of their parts', async () => {
    const { page } = await site.open('/tiers/');
    const { hits } = partsOf(page);
    await page.keyboard.press('/');
    await page.keyboard.type('3443');
    const parts = hits.first().locator('ul a');
    await parts.first().waitFor();
    const addresses = await parts.evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    expect(addresses.length).toBeLessThanOrEqual(3);
    expect(addresses).toContain('/port-rules/management-endpoint/#row');
    for (const link of [hits.first().locator('a').first(), parts.first()]) {
      await page.keyboard.press('Tab');
      // The button that closes the dialog stands between the box and the links.
      if (await isFocused(page.getByRole('button', { name: 'Close' }))) {
        await page.keyboard.press('Tab');
      }
      expect(await isFocused(link)).toBe(true);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url + String(addresses[0]));
  });

  test('stays where nothing is found, and goes to the best page even before it is listed', async () => {
    const { page, offences } = await site.open('/tiers/');
    const { button, box, status } = partsOf(page);
    await button.click();
    await box.fill('xyzzyq');
    await status.getByText('No page has these words').waitFor();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/tiers/');
    await box.fill('13.64.39.16');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/regions/westus/`);
    expect(offences).toEqual([]);
  });

  test('opens and closes by every way, and gives the focus back', async () => {
    const { page } = await site.open('/port-rules/');
    const { button, dialog, box } = partsOf(page);
    await button.focus();
    for (const [open, close] of [
      ['Enter', 'Escape'],
      ['Control+k', 'Control+k'],
      ['Meta+k', 'Escape'],
      ['/', 'Escape'],
    ] as const) {
      await page.keyboard.press(open);
      expect(await isFocused(box), open).toBe(true);
      await page.keyboard.press(close);
      await dialog.waitFor({ state: 'hidden' });
      expect(await isFocused(button), close).toBe(true);
    }
    await button.click();
    await box.fill('tiers');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await button.click();
    await page.mouse.click(5, 500);
    await dialog.waitFor({ state: 'hidden' });
    const filter = page.getByLabel('Port, tag or word');
    await filter.press('/');
    expect(await filter.inputValue()).toBe('/');
    expect(await dialog.isVisible()).toBe(false);
  });

  test('asks for nothing before it is opened, and says where the index does not come', async () => {
    const { page } = await site.open('/');
    const { button, box, status } = partsOf(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    await button.hover();
    expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.route('**/pagefind/pagefind.js', (route) => route.abort());
    await page.keyboard.press('Control+k');
    await box.fill('3443');
    await status.getByText('could not be loaded').waitFor();
    expect(asked).toContain('/pagefind/pagefind.js');
  });

  test.each(['light', 'dark'] as const)(
    'is readable by everybody at 360 px, %s',
    async (scheme) => {
      const { page } = await site.open('/tiers/', scheme, 360);
      const { button, box, hits, dialog } = partsOf(page);
      await button.click();
      await box.fill('forced tunneling');
      await hits.nth(9).waitFor();
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
      const width = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(width).toBe(0);
    },
  );

  test('is a link to the search page where scripts do not run', async () => {
    const { page } = await site.open('/tiers/');
    const plain = await page.context().browser()?.newContext({ javaScriptEnabled: false });
    const still = await plain?.newPage();
    await still?.goto(`${site.url}/tiers/`);
    await still?.getByRole('link', { name: 'Search', exact: true }).click();
    expect(still?.url()).toBe(`${site.url}/search/`);
    await plain?.close();
  });
});
