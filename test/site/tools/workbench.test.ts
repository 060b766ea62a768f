/** Text and verdict together: judged while one types, from a finding to its line and back, fixes that change the text. */

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, useSite } from '../browser.ts';
import { outputOf, sample, sourceSample, validate, verdict } from './actions.ts';

const patient = { timeout: 20_000 };

describe.runIf(hasBrowser)('text and verdict', { timeout: 60_000 }, () => {
  const site = useSite();

  const box = (page: Page) => page.getByLabel('Bicep, Terraform or JSON');
  const chips = (page: Page) => page.locator('.atlas-chips').innerText();

  test('what is typed is judged without a button, and a verdict on an earlier text says so', async () => {
    const { page, offences } = await site.open('/validate/');
    await box(page).fill(sample('typo'));
    await page.locator('.atlas-verdict').waitFor();
    expect(await verdict(page)).toBe('Fails');
    expect(await box(page).evaluate((area) => area === document.activeElement)).toBe(true);
    const staleAtOnce = await page.evaluate((text) => {
      const area = document.querySelector<HTMLTextAreaElement>('#document');
      if (area) area.value = text;
      area?.dispatchEvent(new Event('input', { bubbles: true }));
      return document.querySelector('.atlas-tool')?.hasAttribute('data-stale');
    }, sample('complete'));
    expect(staleAtOnce).toBe(true);
    await expect.poll(() => verdict(page), patient).toBe('Passes');
    expect(await page.locator('.atlas-tool[data-stale]').count()).toBe(0);
    await box(page).fill('');
    await page.locator('.atlas-empty').waitFor();
    expect(await page.locator('.atlas-verdict').count()).toBe(0);
    expect(offences).toEqual([]);
  });

  test('a finding selects its line, and a line its finding', async () => {
    const { page } = await site.open('/validate/?sample=typo');
    const finding = page.locator('.atlas-findings [data-check=port-typo]');
    await finding.locator('figcaption a').click();
    const selected = await box(page).evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toContain('"destinationPortRange": "1443"');
    expect(await page.locator('.atlas-bands i[data-severity=ERROR]').count()).toBe(1);
    expect(await finding.getAttribute('data-selected')).toBe(null);
    await box(page).press('ArrowLeft');
    await expect.poll(() => finding.getAttribute('data-selected')).toBe('');
  });

  test.each([
    ['a group', 'typo'],
    ['a group whose deny comes first', 'shadowed'],
    ['a template', 'template'],
  ])('a fix changes the JSON of %s, judges it again, and is taken back', async (_, name) => {
    const { page, offences } = await site.open(`/validate/?sample=${name}`);
    await page.getByRole('button', { name: 'Apply this fix' }).click(patient);
    await expect
      .poll(
        () => page.locator('[data-outcome=DENIED] small', { hasText: /^required/ }).count(),
        patient,
      )
      .toBe(0);
    const changed = await box(page).inputValue();
    expect(changed).not.toBe(sample(name));
    JSON.parse(changed);
    expect(changed.split('\n').length - sample(name).split('\n').length).toBeLessThan(60);
    await page.getByRole('button', { name: 'Undo the last fix' }).click();
    await expect.poll(() => verdict(page), patient).toBe('Fails');
    expect(await box(page).inputValue()).toBe(sample(name));
    expect(offences).toEqual([]);
  });

  test('no verdict is shown for a text that was changed since', async () => {
    const { page } = await site.open('/validate/?sample=typo');
    await page.locator('.atlas-verdict').waitFor(patient);
    const wrong = await page.evaluate(
      async ([typo, complete]) => {
        const tool = document.querySelector('.atlas-tool');
        const area = document.querySelector<HTMLTextAreaElement>('#document');
        if (!tool || !area) return ['the page has no tool'];
        const seen: string[] = [];
        const look = () => {
          const heading = tool.querySelector('.atlas-verdict h2')?.textContent ?? '';
          const expected = area.value === typo ? 'Fails' : 'Passes';
          if (!tool.hasAttribute('data-stale') && !heading.startsWith(expected)) seen.push(heading);
        };
        const observer = new MutationObserver(look);
        observer.observe(tool, { attributes: true, childList: true, subtree: true });
        for (let turn = 0; turn < 24; turn += 1) {
          area.value = (turn % 2 === 0 ? complete : typo) ?? '';
          area.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise((done) => setTimeout(done, 60 * (turn % 6)));
          look();
        }
        return seen;
      },
      [sample('typo'), sample('complete')],
    );
    expect(wrong).toEqual([]);
    await expect.poll(() => page.locator('.atlas-tool[data-stale]').count(), patient).toBe(0);
    expect(await verdict(page)).toBe('Fails');
  });

  test.each([
    ['typo.json', sample('typo')],
    ['main.bicep', sourceSample('main.bicep')],
  ])('a fix changes %s with the line ends of Windows, and is taken back', async (name, text) => {
    const { page, offences } = await site.open('/validate/');
    const buffer = Buffer.from(text.replaceAll('\n', '\r\n'));
    await page.locator('[data-document]').setInputFiles([{ name, mimeType: 'text/plain', buffer }]);
    await page.getByRole('button', { name: 'Apply this fix' }).click(patient);
    await expect.poll(() => verdict(page), patient).toBe('Passes');
    expect(await box(page).inputValue()).toBe(text.replace('1443', '1433'));
    await page.getByRole('button', { name: 'Undo the last fix' }).click();
    await expect.poll(() => verdict(page), patient).toBe('Fails');
    expect(await box(page).inputValue()).toBe(text);
    expect(offences).toEqual([]);
  });

  test('a rule whose name is not written out gets no second rule of its name', async () => {
    const { page } = await site.open('/validate/');
    const { securityRules } = JSON.parse(sample('typo'));
    const rules = securityRules.map((rule: { name: string }) => ({
      ...rule,
      name: rule.name === 'AllowAzureSql' ? "[concat('Allow', 'AzureSql')]" : rule.name,
    }));
    const group = {
      type: 'Microsoft.Network/networkSecurityGroups',
      name: 'nsg',
      properties: { securityRules: rules },
    };
    await validate(page, JSON.stringify({ $schema: 'template', resources: [group] }, null, 2));
    expect(await verdict(page)).toBe('Fails');
    expect(await page.getByRole('button', { name: 'Apply this fix' }).count()).toBe(0);
  });

  test('on paper the report says of which file it is, from when, and of which instance', async () => {
    const { page } = await site.open('/validate/?sample=typo');
    await page.locator('.atlas-verdict').waitFor(patient);
    expect(await page.locator('.atlas-printed').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('.atlas-printed').innerText();
    expect(printed).toMatch(
      /^network\.json, judged on \d{4}-\d\d-\d\d by APIM Network Atlas, port table of 2026-04-30\.$/,
    );
    expect(await chips(page)).toMatch(/Premium, internal mode[\s\S]*West Europe/);
  });

  test('a link has the sample and the form, never the text', async () => {
    const { page } = await site.open('/validate/');
    await page.getByRole('button', { name: 'Deny before the allow' }).click();
    await page.locator('.atlas-verdict').waitFor();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('sample')).toBe('shadowed');
    await box(page).fill(sample('complete'));
    await expect.poll(() => verdict(page), patient).toBe('Passes');
    expect(new URL(page.url()).searchParams.has('sample')).toBe(false);
    const { page: linked } = await site.open('/validate/?sample=typo&virtualNetworkType=EXTERNAL');
    await linked.locator('.atlas-verdict').waitFor();
    expect(await chips(linked)).toContain('external mode');
    const { page: other } = await site.open('/validate/?sample=nothing');
    expect(await other.locator('.atlas-empty').isVisible()).toBe(true);
  });

  const routeTable = {
    type: 'Microsoft.Network/routeTables',
    name: 'rt',
    routes: [
      {
        name: 'default',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.0.0.4',
      },
    ],
  };

  test('a group and its route table are judged together: from a list, and from the field', async () => {
    const { page, offences } = await site.open('/validate/');
    const group = JSON.parse(sample('complete'));
    const address = { type: 'Microsoft.Network/publicIPAddresses', name: 'pip' };
    await validate(page, JSON.stringify([group, routeTable, address], null, 2));
    expect(await chips(page)).toContain('Firewall 10.0.0.4');
    expect(await outputOf(page)).toContain('Replies to the control plane take another route');
    expect(await page.locator('.atlas-figure:visible').first().innerText()).toMatch(
      /repl(y|ies) lost at/,
    );
    expect(await outputOf(page)).toContain('pip not used');
    await validate(page, sample('complete'));
    await expect.poll(() => chips(page), patient).toContain('no route table given');
    await page.getByLabel('Route table').fill(JSON.stringify(routeTable));
    await expect.poll(() => chips(page), patient).toContain('Firewall 10.0.0.4');
    expect(new URL(page.url()).search).toBe('');
    await page.getByLabel('Route table').fill('no JSON');
    await expect
      .poll(() => page.getByLabel('Route table').getAttribute('aria-invalid'), patient)
      .toBe('true');
    expect(offences).toEqual([]);
  });

  test('the region is that of the document, until one is chosen', async () => {
    const { page } = await site.open('/validate/');
    await validate(
      page,
      JSON.stringify({ ...JSON.parse(sample('complete')), location: 'uksouth' }),
    );
    expect(await page.getByLabel('Region', { exact: true }).inputValue()).toBe('uksouth');
    expect(await chips(page)).toMatch(/from the document\s+UK South/);
    await page.getByLabel('Region', { exact: true }).selectOption('westus');
    await expect.poll(() => chips(page), patient).toContain('West US');
    expect(await outputOf(page)).toContain('security group is in UK South');
  });

  test('several files have a tab each, and a finding opens the file it is in', async () => {
    const { page } = await site.open('/validate/');
    const template = JSON.stringify({ note: 'nothing' });
    await page.locator('[data-document]').setInputFiles(
      [
        ['bicepconfig.json', template],
        ['main.bicep', sourceSample('main.bicep')],
      ].map(([name = '', text = '']) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
    await page.locator('.atlas-verdict').waitFor();
    const tabs = page.locator('[data-tabs] > button');
    expect(await tabs.count()).toBe(2);
    await tabs.first().click();
    expect(await box(page).inputValue()).toBe(template);
    await page.locator('.atlas-excerpt figcaption a').first().click();
    expect(await tabs.nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await box(page).inputValue()).toBe(sourceSample('main.bicep'));
    await page.getByRole('button', { name: 'Apply this fix' }).click();
    await expect.poll(() => verdict(page), patient).toBe('Passes');
    expect(await box(page).inputValue()).toContain('1433');
  });

  test.each([
    [
      'Markdown',
      'apim-network.md',
      /API Management network check[\s\S]*stopped by DenyInternetOutbound/,
    ],
    ['Picture (SVG)', 'apim-network.svg', /^<svg[^>]*><style>/],
  ])('the report is saved as %s', async (name, file, content) => {
    const { page } = await site.open('/validate/?sample=typo');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(patient),
    ]);
    expect(saved.suggestedFilename()).toBe(file);
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(content);
  });
});
