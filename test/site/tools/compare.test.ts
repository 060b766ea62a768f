/** The tool "Compare two networks": what a change opens, closes and breaks, as `apim-atlas diff` says it. */

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityViolations, overflowingWidths } from '../accessibility.ts';
import { hasBrowser, useSite } from '../browser.ts';
import { outputOf, sample, sourceSample } from './actions.ts';

const patient = { timeout: 20_000 };

describe.runIf(hasBrowser)('compare', { timeout: 60_000 }, () => {
  const site = useSite();

  const heading = (page: Page) => page.locator('[data-output] h2');

  test('what a mistyped port closes and breaks, with the rules that decide it', async () => {
    const { page, offences } = await site.open('/compare/');
    await page.getByRole('button', { name: 'A port is mistyped' }).click();
    await heading(page).waitFor(patient);
    const output = await outputOf(page);
    expect(output).toContain('PASS before, FAIL after');
    expect(output).toMatch(/closed Allowed by .*, now denied by .*DenyInternetOutbound/);
    expect(output).toContain('Azure SQL is blocked');
    const cards = page.locator('.atlas-findings > li');
    expect(await cards.first().getAttribute('data-severity')).toBe('ERROR');
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await overflowingWidths(page)).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    expect(offences).toEqual([]);
  });

  test('the report is saved as the command writes it', async () => {
    const { page } = await site.open('/compare/');
    await page.getByRole('button', { name: 'A port is mistyped' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download', patient),
      page.getByRole('button', { name: 'JSON', exact: true }).click(patient),
    ]);
    const { format, deployments } = JSON.parse(readFileSync(await saved.path(), 'utf8'));
    expect(format).toBe('diff-v1');
    expect(deployments[0].closed.length).toBeGreaterThan(0);
  });

  test('one side alone shows nothing; the same network on both sides changes nothing', async () => {
    const { page } = await site.open('/compare/');
    await page.getByLabel('Before', { exact: true }).fill(sample('typo'));
    await page.getByLabel('After', { exact: true }).fill(sample('typo'));
    await expect.poll(() => outputOf(page), patient).toContain('No packet and no finding changes');
    await page.getByLabel('After', { exact: true }).fill('');
    await expect.poll(() => outputOf(page), patient).toBe('');
  });

  test('Bicep is compared, and a problem names its side', async () => {
    const { page } = await site.open('/compare/');
    const bicep = sourceSample('main.bicep');
    await page.getByLabel('Before', { exact: true }).fill(bicep);
    await page.getByLabel('After', { exact: true }).fill(bicep.replace("'1443'", "'1433'"));
    await expect.poll(() => outputOf(page), patient).toContain('FAIL before, PASS after');
    await page.getByLabel('After', { exact: true }).fill('{ "securityRules": ');
    await expect
      .poll(() => page.getByLabel('After', { exact: true }).getAttribute('aria-invalid'), patient)
      .toBe('true');
    expect(await outputOf(page)).toContain('After: ');
    const excerpt = page.getByRole('link', { name: 'network.json:1:20' });
    expect(await excerpt.getAttribute('href')).toBe('#document-after');
  });

  const service = "resource apim 'Microsoft.ApiManagement/service@2024-05-01' ";

  test.each([
    ['Bicep', 'main.bicep', 'location: location', 'location: nowhere'],
    ['Terraform', 'main.tf', 'name                = "nsg-apim"', 'name                = '],
    ['the service', 'main.bicep', `${service}= {`, `${service}{`],
  ])('a mistake in %s leads to its line', async (_, file, line, broken) => {
    const { page } = await site.open('/compare/');
    const box = page.getByLabel('Before', { exact: true });
    await box.fill(sourceSample(file).replace(line, broken));
    await page.getByLabel('After', { exact: true }).fill(sourceSample(file));
    await page.locator('[data-output] a[data-line]').first().click(patient);
    const selected = await box.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toBe(broken);
  });
});
