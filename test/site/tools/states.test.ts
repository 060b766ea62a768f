/** What the tool shows of inputs that are not simply judged: several files, mistakes, rules that Azure refuses. */

import { describe, expect, test } from 'vitest';
import { hasBrowser, useSite } from '../browser.ts';
import { outputOf, sample, sourceSample, validate } from './actions.ts';

describe.skipIf(!hasBrowser)('what the tool shows', () => {
  const site = useSite();

  const opened = async (files: Readonly<Record<string, string>>) => {
    const { page } = await site.open('/validate/');
    await page.locator('[data-document]').setInputFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
    await page.locator('[data-output] h2').waitFor();
    return page;
  };

  const routeTable = JSON.stringify(
    {
      name: 'rt-apim',
      type: 'Microsoft.Network/routeTables',
      routes: [
        {
          name: 'default',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.0.4',
        },
      ],
    },
    null,
    2,
  );

  test('of several JSON files: tabs, the line of each finding, and what was not used', async () => {
    const page = await opened({
      'nsg.json': sample('typo'),
      'rt.json': routeTable,
      'other.json': '{"a": 1}',
      'README.md': '# Network',
    });
    expect(
      await page.getByRole('tab').or(page.locator('[data-tabs] button')).allInnerTexts(),
    ).toEqual(
      expect.arrayContaining([expect.stringMatching('nsg.json'), expect.stringMatching('rt.json')]),
    );
    const places = page.locator('.atlas-excerpt figcaption');
    expect((await places.allInnerTexts()).map((text) => text.split(':')[0])).toEqual(
      expect.arrayContaining(['nsg.json', 'rt.json']),
    );
    expect(await outputOf(page)).toMatch(/Files: 2 read, 2 not used.*other\.json not used/);
  });

  test('Bicep beside Terraform: asks which to judge, and judges it', async () => {
    const page = await opened({
      'main.bicep': sourceSample('main.bicep'),
      'main.tf': sourceSample('main.tf'),
    });
    expect(await outputOf(page)).toMatch(/The files have main\.bicep and the top folder\./);
    await page.getByLabel('Deployment to validate').selectOption({ label: 'the top folder' });
    await page.locator('.atlas-verdict').waitFor();
    expect(await outputOf(page)).toMatch(/Read as Terraform/);
  });

  test('a template that is edited into a group is judged with the form', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, sample('template'));
    const tier = page.getByLabel('Tier', { exact: true });
    expect(await tier.isDisabled()).toBe(true);
    await page.getByLabel('Bicep, Terraform or JSON').fill(sample('complete'));
    await expect.poll(() => tier.isDisabled(), { timeout: 20_000 }).toBe(false);
    await expect.poll(() => outputOf(page), { timeout: 20_000 }).toMatch(/Not given: route table/);
    expect(await outputOf(page)).toMatch(/^Passes/);
  });

  test('a mistake in JSON: its line, in the message and in the text', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, '{\n  "securityRules": [\n    { "name": "a",, }\n  ]\n}');
    expect(await outputOf(page)).toMatch(/network\.json:3:19/);
    expect(await page.locator('[data-bands] [data-severity=ERROR]').count()).toBe(1);
    expect(await outputOf(page)).not.toMatch(/accepted/i);
  });

  test('a mistake in the own flows leads to their field', async () => {
    const { page } = await site.open('/validate/');
    await page.getByLabel('Own flows').fill('flows:\n  - name: a\n    permit: b\n');
    await validate(page, sample('complete'));
    await page
      .getByRole('link', { name: /apim-atlas\.flows\.yaml:/ })
      .first()
      .click();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    expect(focused).toBe('flows');
  });

  test('many rules that Azure refuses: the first in full, the others folded, and how many were read', async () => {
    const { page } = await site.open('/validate/');
    const rules = Array.from({ length: 12 }, (_, index) => ({
      name: `Rule${index}`,
      priority: 100 + index,
      direction: 'Outbound',
      access: 'Allow',
      protocol: 'Tcp',
      sourceAddressPrefix: '*',
      sourcePortRange: '*',
      destinationAddressPrefix: 'Storag',
      destinationPortRange: '443',
    }));
    await validate(page, JSON.stringify({ name: 'nsg', securityRules: rules }, null, 1));
    const output = await outputOf(page);
    expect(output).toMatch(/0 of 12 rules read/);
    expect(output).toMatch(/8 more: Address prefix that Azure refuses/);
  });

  test('a finding selects its rule in the text, and each line of the rule the finding', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, sample('typo'));
    await page
      .getByRole('link', { name: /network\.json:/ })
      .first()
      .click();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected).toMatch(/^\{\s*"name": "DenyInternetOutbound"[^{}]*\}/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    const marked = page.locator('[data-finding][data-selected]');
    expect(await marked.getAttribute('data-check')).toBe('required-flow-denied');
  });

  test('a warning counts whether or not it fails the verdict', async () => {
    const group = JSON.parse(sample('complete'));
    const sql = group.securityRules.find(
      ({ destinationPortRange }: { destinationPortRange?: string }) =>
        destinationPortRange === '1433',
    );
    group.securityRules.push({ ...sql, name: 'Typo', priority: 999, destinationPortRange: '1443' });
    const { page } = await site.open('/validate/');
    await validate(page, JSON.stringify(group));
    expect(await outputOf(page)).toMatch(/^Passes No errors, 1 warning, nothing undecided\./);
  });
});
