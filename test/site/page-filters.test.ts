/** The filters of lists and tables in a browser: they count, and keep their state in the address. */

import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newestEdition } from '../../data/index.ts';
import { hasBrowser, useSite } from './browser.ts';

describe.runIf(hasBrowser)('filters in a browser', { timeout: 60_000 }, () => {
  const site = useSite();

  test('the region filter filters the list and keeps its state in the address', async () => {
    const { page } = await site.open('/regions/');
    await page.getByLabel('Filter by name').fill('india central');
    const shown = page.locator('li[data-names]:visible');
    const names = async (items: Locator) =>
      (await items.allInnerTexts()).map((text) => text.trim());
    expect(await names(shown)).toEqual(['Jio India Central jioindiacentral']);
    expect(new URL(page.url()).searchParams.get('name')).toBe('india central');
    const { page: again } = await site.open('/regions/?name=central%20india');
    expect(await names(again.locator('li[data-names]:visible'))).toEqual([
      'Central India centralindia',
    ]);
  });

  test.each([
    ['/checks/', 'port typo', 'About', 'Security rules', 'Port that looks mistyped'],
    ['/conflicts/', '12000', 'About', 'Host names', 'Port 12000 for diagnostics'],
    ['/limitations/', 'public url', 'Tier', 'Developer', 'OpenAPI import needs a public URL'],
  ])(
    '%s is filtered and counted, and says what to do when nothing fits',
    async (path, words, label, value, title) => {
      const { page, offences } = await site.open(path);
      const items = page.locator('[data-item]');
      const all = await items.count();
      const shown = page.locator('[data-item]:visible');
      await page.getByLabel('Words').fill(words);
      await page.getByLabel(label, { exact: true }).selectOption(value);
      await expect.poll(() => shown.count()).toBeLessThan(4);
      expect(await shown.first().innerText()).toContain(title);
      expect(await page.locator('search output').innerText()).toBe(
        `${await shown.count()} of ${all}`,
      );
      await page.getByLabel('Words').fill('xyzzyq');
      await page.getByText('Try fewer words').waitFor();
      expect(await page.locator('[data-group]:visible').count()).toBe(0);
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => shown.count()).toBe(all);
      expect(new URL(page.url()).search).toBe('');
      expect(offences).toEqual([]);
    },
  );

  test('the filter of the port rules filters the tables and keeps its state in the address', async () => {
    const { page, offences } = await site.open('/port-rules/');
    const rows = page.locator('.atlas-edition tr[id]:visible');
    const all = await rows.count();
    await page.getByLabel('Port, tag or word').fill('1886');
    await page.getByLabel('Edition', { exact: true }).selectOption(newestEdition);
    expect(await rows.evaluateAll((actual) => actual.map(({ id }) => id))).toEqual([
      'azure-monitor',
    ]);
    const pictures = page.locator('.atlas-picture:visible');
    expect(await pictures.count()).toBe(0);
    expect(new URL(page.url()).search).toBe(`?q=1886&edition=${newestEdition}`);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rows.count()).toBe(all);
    expect(await pictures.count()).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe('');
    const { page: again } = await site.open('/port-rules/?tier=premium-v2&necessity=required');
    expect(
      await again
        .locator('.atlas-edition tr[id]:visible')
        .evaluateAll((actual) => actual.map(({ id }) => id)),
    ).toEqual(['v2-key-vault']);
    expect(offences).toEqual([]);
  });
});
