/** Own flows in the tool "Validate a network": pasted, dropped, in an archive, with mistakes. */

import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityViolations } from '../accessibility.ts';
import { hasBrowser, useSite } from '../browser.ts';
import { drop, outputOf, sample, sourceSample, validate, verdict } from './actions.ts';

const patient = { timeout: 20_000 };
const flows = `# What we promise.
flows:
  - name: nobody signs in
    deny: { from: Internet, ports: [22, 3389] }
    reason: Nobody signs in to the machines of the service.
    owner: platform team
  - name: the control plane comes in
    allow: { from: ApiManagement, ports: 3443, protocol: TCP }
    reason: It manages the instance.
  - name: SQL is reached
    allow: { to: Sql, ports: 1433, protocol: TCP }
    reason: The instance has its data there.
`;

describe.runIf(hasBrowser)('own flows', { timeout: 60_000 }, () => {
  const site = useSite();

  const field = (page: Page) => page.getByLabel('Own flows', { exact: true });

  test('are judged with the network, and a broken one is a part of its cause', async () => {
    const { page, offences } = await site.open('/validate/?sample=typo');
    await page.locator('.atlas-verdict').waitFor(patient);
    await field(page).fill(flows);
    await expect.poll(() => outputOf(page), patient).toContain('Own flows: 2 hold and 1 is broken');
    const rows = page.getByRole('table', { name: 'own flows' }).locator('tbody tr');
    expect(await rows.first().innerText()).toMatch(/SQL is reached[\s\S]*broken/);
    expect(await rows.count()).toBe(3);
    const card = page.locator('.atlas-findings > [data-check=required-flow-denied]');
    expect(await card.locator('[data-check=own-flow-denied]').count()).toBe(1);
    expect(new URL(page.url()).searchParams.has('flows')).toBe(false);
    expect(await accessibilityViolations(page, '.atlas-tool')).toEqual([]);
    expect(offences).toEqual([]);
  });

  test('a mistake has its line, and marks the field', async () => {
    const { page } = await site.open('/validate/?sample=typo');
    await page.locator('.atlas-verdict').waitFor(patient);
    await field(page).fill(flows.replace('1433', '70000'));
    await page.getByText('The file of your own flows has mistakes').waitFor(patient);
    expect(await page.locator('.atlas-source-problems figcaption').innerText()).toBe(
      'apim-atlas.flows.yaml:11:30',
    );
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    await field(page).fill(flows.replace('to: Sql', 'to: Sqll'));
    await expect
      .poll(() => page.locator('.atlas-source-problems').innerText(), patient)
      .toMatch(/Sqll[\s\S]*:11:/i);
  });

  test('a flows file that is dropped anywhere goes to the field, and the network stays', async () => {
    const { page, offences } = await site.open('/validate/?sample=typo');
    await page.locator('.atlas-verdict').waitFor(patient);
    await drop(page, 'apim-atlas.flows.yaml', flows, 'h2');
    await expect.poll(() => outputOf(page), patient).toContain('1 is broken');
    expect(await field(page).inputValue()).toBe(flows);
    expect(await page.getByLabel('Bicep, Terraform or JSON').inputValue()).toBe(sample('typo'));
    await drop(page, 'complete.json', sample('complete'), 'h1');
    await expect.poll(() => verdict(page), patient).toBe('Passes');
    expect(await outputOf(page)).toContain('Own flows: 3 hold');
    expect(offences).toEqual([]);
  });

  test('a flows file that is pasted over the network goes to the field', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, sample('complete'));
    await page.getByLabel('Bicep, Terraform or JSON').evaluate((area, text) => {
      (area as HTMLTextAreaElement).select();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    }, flows);
    await expect.poll(() => outputOf(page), patient).toContain('Own flows: 3 hold');
    expect(await page.getByLabel('Bicep, Terraform or JSON').inputValue()).toBe(sample('complete'));
  });

  test('are read from an archive', async () => {
    const { page } = await site.open('/validate/');
    const zip = zipSync({
      'main.bicep': strToU8(sourceSample('main.bicep')),
      'apim-atlas.flows.yaml': strToU8(flows),
    });
    await page
      .locator('[data-document]')
      .setInputFiles([{ name: 'all.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }]);
    await expect.poll(() => outputOf(page), patient).toContain('Own flows: 2 hold and 1 is broken');
  });
});
