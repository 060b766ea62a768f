/** The search in the page header: by keyboard, by pointer and without scripts, and what it loads when. */

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { accessibilityViolations, contrastViolations } from './accessibility.ts';
import { hasBrowser, useSite } from './browser.ts';
import { isBuilt, pageAddresses, textAt } from './built-site-files.ts';

describe('the files of the search', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  test('are built, and compressed', () => {
    expect(isBuilt('/pagefind/pagefind.js')).toBe(true);
    expect(isBuilt('/pagefind/pagefind.js.gz')).toBe(true);
  });

  test('are not needed to reach the search page', () => {
    const without = pageAddresses().filter(
      (path) => !/<a [^>]*href="\/search\/"/.test(textAt(`${path}index.html`)),
    );
    expect(without).toEqual([]);
  });
});

describe.runIf(hasBrowser)('the search dialog', { timeout: 60_000 }, () => {
  const site = useSite();

  const partsOf = (page: Page) => ({
    button: page.getByRole('button', { name: 'Search', exact: true }),
    dialog: page.getByRole('dialog', { name: 'Search' }),
    box: page.getByLabel('Search data and pages'),
    hits: page.locator('dialog ol > li'),
    status: page.locator('dialog [role=status]'),
  });
  const isFocused = (of: ReturnType<Page['locator']>) =>
    of.evaluate((element) => element === document.activeElement);

  test.each([
    ['3443', 'Port 3443', '/port-rules/management-endpoint/'],
    ['1886', 'Port 1886', '/port-rules/azure-monitor/'],
    ['AzureMonitor', 'Service tag AzureMonitor', '/service-tags/azuremonitor/'],
    ['aadsts', 'Microsoft Entra ID', '/port-rules/entra-id/'],
    ['West Europe', 'West Europe', '/regions/westeurope/'],
    ['verdict', 'Reading a verdict', '/guides/reading-a-verdict/'],
  ])('finds %s first, by keyboard and without a network', async (text, title, path) => {
    const { page, offences } = await site.open('/tiers/');
    const { box, hits, status } = partsOf(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(text);
    await hits.first().waitFor();
    expect(await hits.first().locator('a').first().innerText()).toBe(title);
    expect(await hits.first().locator('p').innerText()).not.toBe('');
    expect(await status.innerText()).toMatch(/^\d+ results, best first/);
    expect(await isFocused(box)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url + path);
    expect(offences).toEqual([]);
  });

  test('has the answer in the first hit, and the sections of a page below it', async () => {
    const { page } = await site.open('/tiers/');
    const { box, hits } = partsOf(page);
    await page.keyboard.press('/');
    await box.fill('1886');
    await hits.first().waitFor();
    expect(await hits.first().locator('p').innerText()).toContain('Required since 2023-11-29');
    await box.fill('80');
    await hits.first().getByText('Port 80', { exact: true }).waitFor();
    expect(await hits.first().locator('p').innerText()).toMatch(
      /^Optional since .*\[80\].*Client traffic.*Required since .*Certificate validation/,
    );
    await box.fill('6382');
    await hits.first().getByText('Port 6382', { exact: true }).waitFor();
    expect(await hits.first().locator('p').innerText()).toContain('TCP 6381-6383');
    await box.fill('20.37.52.67');
    await hits.first().getByText('20.37.52.67', { exact: true }).waitFor();
    expect(await hits.first().locator('p').innerText()).toContain('Australia Central');
    await box.fill('verdict');
    await hits.locator('ul a').first().waitFor();
  });

  test('the arrow keys lead from the box through the hits and back', async () => {
    const { page } = await site.open('/tiers/');
    const { box, hits } = partsOf(page);
    await page.keyboard.press('/');
    await page.keyboard.type('3443');
    await hits.nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(hits.first().locator('a').first())).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(hits.nth(1).locator('a').first())).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(box)).toBe(true);
  });

  test('a word that no page has finds none by its first letter', async () => {
    const { page } = await site.open('/tiers/');
    const { box, hits, status } = partsOf(page);
    await page.keyboard.press('/');
    await box.fill('zzzyqx');
    await status.getByText('No results').waitFor();
    expect(await hits.count()).toBe(0);
  });

  test('stays if nothing is found, and opens the best page even before it is listed', async () => {
    const { page, offences } = await site.open('/tiers/');
    const { button, box, status } = partsOf(page);
    await button.click();
    await box.fill('xyzzyq');
    await status.getByText('No results').waitFor();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/tiers/');
    await box.fill('13.64.39.16');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/what-is-this-address/?address=13.64.39.16`);
    expect(offences).toEqual([]);
  });

  test('opens and closes in every way, and returns the focus', async () => {
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

  test('loads nothing until it is opened, and says that the index could not be loaded', async () => {
    const { page } = await site.open('/');
    const { button, box, status } = partsOf(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    await button.hover();
    expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.route('**/pagefind/pagefind.js', (route) => route.abort());
    await page.keyboard.press('Control+k');
    await box.fill('3443');
    await status.getByText('could not be loaded').waitFor();
    expect(requests).toContain('/pagefind/pagefind.js');
  });

  test('is accessible and fits at 360 px, in both color schemes', async () => {
    const { page } = await site.open('/tiers/', 'light', 360);
    const { button, box, hits, dialog } = partsOf(page);
    await button.click();
    await box.fill('forced tunneling');
    await hits.nth(9).waitFor();
    expect(await accessibilityViolations(page, 'dialog')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await contrastViolations(page)).toEqual([]);
    const width = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(width).toBe(0);
  });

  test('is a link to the search page without scripts', async () => {
    const { page } = await site.open('/tiers/');
    const plain = await page.context().browser()?.newContext({ javaScriptEnabled: false });
    const withoutScripts = await plain?.newPage();
    await withoutScripts?.goto(`${site.url}/tiers/`);
    await withoutScripts?.getByRole('link', { name: 'Search', exact: true }).click();
    expect(withoutScripts?.url()).toBe(`${site.url}/search/`);
    await plain?.close();
  });
});
