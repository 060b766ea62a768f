/** From the front page to the verdict: files keep their names and texts, and what cannot be taken along is said. */

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, useSite } from './browser.ts';
import { drop, sourceSample, verdict } from './tools/actions.ts';

const patient = { timeout: 20_000 };

describe.runIf(hasBrowser)('the paste box of the front page', { timeout: 60_000 }, () => {
  const site = useSite();

  const box = (page: Page) => page.getByLabel('Bicep, Terraform or JSON');
  const choose = (page: Page, name: string, buffer: Buffer) =>
    page
      .locator('atlas-paste-box [type=file]')
      .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer }]);

  test('a file keeps its name, by which it is recognised', async () => {
    const { page, offences } = await site.open('/');
    await drop(page, 'main.tf.json', '{"resource": {}}', 'h1');
    await page.waitForURL('**/validate/');
    await page.locator('.atlas-problem, .atlas-verdict').first().waitFor(patient);
    expect(await page.locator('[data-drop] output').innerText()).toMatch(/^main\.tf\.json, /);
    expect(await page.locator('[data-output]').innerText()).not.toContain('no security rules');
    expect(offences).toEqual([]);
  });

  test('a file in UTF-16 is decoded as the tool does', async () => {
    const { page } = await site.open('/');
    const bicep = sourceSample('main.bicep');
    await choose(
      page,
      'main.bicep',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bicep, 'utf16le')]),
    );
    await page.waitForURL('**/validate/');
    await expect.poll(() => verdict(page), patient).toBe('Fails');
    expect(await box(page).inputValue()).toBe(bicep);
  });

  test('an archive stays, and is said to', async () => {
    const { page, offences } = await site.open('/');
    await choose(page, 'all.zip', Buffer.from('PK'));
    await page.getByRole('alert').getByText('no archives').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(offences).toEqual([]);
  });

  test('a browser without room for the text says so', async () => {
    const { page, offences } = await site.open('/');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByLabel('Your network').fill('{"securityRules": []}');
    await page.getByRole('button', { name: 'Validate', exact: true }).click();
    await page.getByRole('alert').getByText('Open the validation page').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(offences).toEqual([]);
  });
});
