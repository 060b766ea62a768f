/** From the front page, the search and the 404 page to rules and tools, in a browser. */

import { describe, expect, test } from 'vitest';
import { ruleFormats } from '../../core/render/formats.ts';
import { hasBrowser, useSite } from './browser.ts';

describe.runIf(hasBrowser)('a user finds', { timeout: 60_000 }, () => {
  const site = useSite();

  test.each([
    ['West US', 'West US', 'Storage.WestUS'],
    ['1886', 'Port 1886', 'Required since the edition of 2023-11-29'],
  ])('with two clicks on %s and %s what is needed', async (example, hit, answer) => {
    const { page } = await site.open('/');
    await page.locator('main').getByRole('link', { name: example, exact: true }).click();
    await page.getByText('best first').waitFor();
    await page.locator('.atlas-hits').getByRole('link', { name: hit, exact: true }).click();
    await page.getByText(answer).first().waitFor();
  });

  test('as he types on the front page, what is needed', async () => {
    const { page } = await site.open('/');
    const box = page.getByLabel('Find a region');
    await box.fill('1886');
    await page.locator('main [data-answer]').getByText('Required since 2023-11-29').waitFor();
    await box.fill('');
    await expect.poll(() => page.locator('main .atlas-hits > li').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  test('what a sample change does to the addresses without scrolling', async () => {
    const { page } = await site.open('/will-my-ip-change/', 'light', 390);
    await page.getByRole('link', { name: 'Add a zone' }).click();
    const headline = page.getByRole('heading', { name: 'The public address changes' });
    await expect.poll(async () => (await headline.boundingBox())?.y).toBeLessThan(300);
  });

  test('the tools from a search without results and from the 404 page', async () => {
    const { page } = await site.open('/search/?q=does+my+nsg+work');
    await page.getByRole('navigation', { name: 'Tools' }).getByText('Validate a network').click();
    await page.getByLabel('Bicep, Terraform or JSON').waitFor();
    await page.goto(`${site.url}/404.html`);
    await page.getByLabel('Find a region').fill('1886');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('best first').waitFor();
  });

  test.each(['INTERNAL', 'EXTERNAL'])(
    'a region has the rules of mode %s in every format',
    async (mode) => {
      const { page } = await site.open('/regions/westus/');
      const renderings = ruleFormats.map((format) => `${format}: render(format: ${format})`);
      const query = `{ requiredRules(input: {
      region: "westus", tier: PREMIUM, virtualNetworkType: ${mode}, useRegionalTags: true
    }) { ${renderings.join(' ')} } }`;
      const response = await page.request.post(`${site.url}/graphql`, { data: { query } });
      const { data } = await response.json();
      const rendered = Object.values<string>(data.requiredRules).map((text) =>
        // HTML has one kind of line end, CSV another.
        text.replaceAll('\r\n', '\n').trimEnd(),
      );
      expect(rendered).toHaveLength(ruleFormats.length);
      // Colored code has an element for each line, in place of line breaks.
      const shown = await page
        .locator('main pre')
        .evaluateAll((blocks) =>
          blocks.map((block) =>
            block.querySelector('.ec-line')
              ? [...block.querySelectorAll('.ec-line')]
                  .map((line) => line.textContent.replace(/\n$/, ''))
                  .join('\n')
              : block.textContent,
          ),
        );
      expect(shown).toEqual(expect.arrayContaining(rendered));
    },
  );
});
