/** The tool "Validate a network": samples, files, wrong input, traces, formats. */

import { describe, expect, test } from 'vitest';
import { ruleFormats } from '../../../core/render/formats.ts';
import { hasBrowser, useSite } from '../browser.ts';
import { downloaded, drop, errors, outputOf, sample, validate, verdict } from './actions.ts';

describe.runIf(hasBrowser)('validate', { timeout: 60_000 }, () => {
  const site = useSite();

  test.each([
    ['Complete group', 'Passes', []],
    ['Port typo before a deny', 'Fails', ['required-flow-denied']],
    ['Deny before the allow', 'Fails', ['required-flow-denied']],
    ['ARM template', 'Fails', ['required-flow-denied']],
    ['Terraform plan', 'Fails', ['subnet-too-small']],
  ])('the sample "%s" %s', async (name, expected, checks) => {
    const { page, offences } = await site.open('/validate/');
    await page.getByRole('button', { name }).click();
    await page.locator('.atlas-verdict').waitFor();
    expect(await verdict(page)).toBe(expected);
    expect(await errors(page)).toEqual(checks);
    expect(await page.locator('main [role=status]').innerText()).toContain(expected);
    expect(offences).toEqual([]);
  });

  test('the picture shows what is stopped, and a flow in it opens the rules that decide it', async () => {
    const { page, offences } = await site.open('/validate/');
    await page.getByRole('button', { name: 'Port typo before a deny' }).click();
    const picture = page.locator('.atlas-figure svg[role=group]:visible');
    const flow = picture.locator('[data-flow="outbound-1433-Sql"]');
    await flow.waitFor();
    expect(await picture.getAttribute('aria-label')).toBe('1 of 8 required flows is stopped');
    expect(await flow.textContent()).toContain('stopped by DenyInternetOutbound (4000)');
    expect(await picture.locator('[data-state=STOPPED]').count()).toBe(1);
    await flow.press('Enter');
    const trace = page.locator('[data-flow="outbound-1433-Sql"] + .atlas-trace');
    await trace.waitFor();
    expect(await trace.innerText()).toContain('DenyInternetOutbound');
    for (const width of [1440, 768, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await picture.count()).toBe(1);
    }
    expect(offences).toEqual([]);
  });

  test('pasted text is validated at once', async () => {
    const { page } = await site.open('/validate/');
    const box = page.getByLabel('Bicep, Terraform or JSON');
    await box.fill(sample('typo'));
    for (const keys of ['Control+A', 'Control+X', 'Control+V']) await box.press(keys);
    await page.locator('.atlas-verdict').waitFor();
    expect(await errors(page)).toEqual(['required-flow-denied']);
  });

  test('the fix is copied, or selected if the browser refuses the clipboard', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, sample('typo'));
    const shown = page.locator('.atlas-formats .atlas-code:visible');
    const text = await shown.locator('pre').innerText();
    const copy = shown.getByRole('button');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('closed'));
    });
    await copy.click();
    await page.getByText('Selected. Copy it').waitFor();
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe(text.trim());
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    await copy.click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.locator('html').getAttribute('data-copied')).toContain('AzureSql');
  });

  test('a dropped file is validated', async () => {
    const { page } = await site.open('/validate/');
    await drop(page, 'nsg.json', sample('shadowed'));
    await page.locator('.atlas-verdict').waitFor();
    expect(await verdict(page)).toBe('Fails');
    expect(await page.locator('output').innerText()).toMatch(/^nsg\.json, \d+ kB$/);
  });

  test('a large file is validated without being shown', async () => {
    const { page } = await site.open('/validate/');
    const group = { ...JSON.parse(sample('complete')), tags: { note: 'x'.repeat(2_000_000) } };
    await drop(page, 'large.json', JSON.stringify(group));
    await page.locator('.atlas-verdict').waitFor();
    expect(await verdict(page)).toBe('Passes');
    expect(await page.getByLabel('Bicep, Terraform or JSON').inputValue()).toBe('');
    expect(await page.locator('output').innerText()).toContain('too large to show');
  });

  test('a chosen file is validated', async () => {
    const { page } = await site.open('/validate/');
    const buffer = Buffer.from(sample('plan'));
    await page
      .locator('[data-document]')
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
    await page.locator('.atlas-verdict').waitFor();
    expect(await errors(page)).toEqual(['subnet-too-small']);
  });

  test.each([
    ['nothing', ' ', /There is no network to validate/],
    [
      'a comma too many',
      '{\n  "securityRules": [],\n,}',
      /line 3, column 1 needs a name in double quotes.*network\.json:3:1.*3 ,}/,
    ],
    [
      'another language',
      'resources:\n  - nsg',
      /Neither JSON, Bicep nor Terraform; az writes JSON.*Given "resources:".*Bicep or Terraform files/i,
    ],
    ['a document of another kind', '{"a": 1}', /no security rules found.*Terraform plan/i],
    ['a group with something else', '[{"priority": 1}, 5]', /Not a security rule.*Where: 1/],
  ])('%s: says what is accepted', async (_, text, message) => {
    const { page, offences } = await site.open('/validate/');
    await validate(page, text);
    expect(await outputOf(page)).toMatch(message);
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await page.getByLabel('Bicep, Terraform or JSON').getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(offences).toEqual([]);
  });

  test('comments and a comma at the end are read, as in templates', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, `// exported\n${sample('plan').replace(/\}\s*$/, ', /* end */ }')}`);
    await page.locator('.atlas-verdict').waitFor();
    expect(await errors(page)).toEqual(['subnet-too-small']);
  });

  test('a wrong prefix is marked in its field', async () => {
    const { page } = await site.open('/validate/');
    await page.getByLabel('Subnet prefix').fill('10.0.1.5/27');
    await validate(page, sample('complete'));
    expect(await outputOf(page)).toContain('10.0.1.0/27');
    expect(await page.getByLabel('Subnet prefix').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Subnet prefix').fill('10.0.1.0/27');
    await page.locator('.atlas-verdict').waitFor();
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
  });

  test('paper shows verdict and fix in light colors, the whole text and no controls', async () => {
    const { page } = await site.open('/validate/', 'dark');
    await validate(page, sample('shadowed'));
    await page.emulateMedia({ media: 'print' });
    const color = page.locator('.atlas-verdict');
    expect(await color.evaluate((card) => getComputedStyle(card).backgroundColor)).toBe(
      'rgb(253, 228, 224)',
    );
    const text = page.locator('.atlas-formats .atlas-code:visible pre');
    expect(await text.evaluate((pre) => pre.scrollHeight - pre.clientHeight)).toBe(0);
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    expect(await page.getByLabel('Bicep, Terraform or JSON').isVisible()).toBe(false);
  });

  test('an empty number of units is marked, and kept in the address', async () => {
    const { page } = await site.open('/validate/?units=');
    await validate(page, sample('complete'));
    expect(await outputOf(page)).toMatch(/Given no number\. Accepted: .*from 1/);
    expect(await page.getByLabel('Units').getAttribute('aria-invalid')).toBe('true');
    expect(new URL(page.url()).search).toBe('?units=');
  });

  test('a trace opens and closes by keyboard', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, sample('typo'));
    const button = page.getByRole('button', { name: 'Trace of outbound-1433-Sql' });
    await button.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    const trace = (await page.locator('.atlas-trace').innerText()).replace(/\s+/g, ' ');
    expect(trace).toMatch(/AllowAzureSql 240 allow port 0 %.*DenyInternetOutbound 4000/);
    await button.press('Enter');
    expect(await page.locator('.atlas-trace').count()).toBe(0);
  });

  test.each([
    ['Complete group', 'No rules to change', '3 rules to add'],
    ['Port typo before a deny', '1 rule to change', '1 rule to change and 3 to add'],
    ['Deny before the allow', '5 rules to change', '5 rules to change and 3 to add'],
    ['ARM template', '2 rules to add', '5 rules to add'],
  ])(
    'the remedy of "%s" has a heading with its changes',
    async (name, heading, whenAllElseIsDenied) => {
      const { page } = await site.open('/validate/');
      await page.getByRole('button', { name }).click();
      const remedy = page.locator('.atlas-remedy');
      await remedy.waitFor();
      expect(await remedy.locator('h3:visible').allInnerTexts()).toEqual([heading]);
      expect(await remedy.locator('.atlas-formats pre:visible').count()).toBe(
        heading.startsWith('No') ? 0 : 1,
      );
      await page.getByLabel('Also deny all other traffic').check();
      expect(await remedy.locator('h3:visible').allInnerTexts()).toEqual([whenAllElseIsDenied]);
      expect(await remedy.locator('tbody:visible').innerText()).toContain('Deny-Outbound-All');
      expect(await remedy.locator('.atlas-formats pre:visible').innerText()).toContain(
        'Deny-Outbound-All',
      );
    },
  );

  test('both remedies are shown and copied in every format', async () => {
    const { page } = await site.open('/validate/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    await validate(page, sample('typo'));
    const { remediation, denyByDefault } = await downloaded(page, 'JSON');
    const shown = page.locator('.atlas-formats .atlas-code:visible');
    for (const [isDenied, texts] of [
      [false, remediation],
      [true, denyByDefault],
    ] as const) {
      await page.getByLabel('Also deny all other traffic').setChecked(isDenied);
      for (const format of ruleFormats) {
        await page.locator(`[name=format][value=${format}]`).check();
        await shown.getByRole('button').click();
        await expect
          .poll(() => page.locator('html').getAttribute('data-copied'), { message: format })
          .toBe(texts[format]);
      }
    }
  });

  test('the remedy comes in the format that is chosen, and stays in it', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, sample('typo'));
    await page.getByRole('radio', { name: 'Azure CLI' }).check();
    await page.getByLabel('Also deny all other traffic').check();
    expect(await page.locator('.atlas-formats .atlas-code:visible pre').innerText()).toContain(
      'az network nsg',
    );
    await page.getByLabel('What if').selectOption('DENY_ALL');
    await page
      .locator('[data-flow][data-outcome=DENIED]', { hasText: 'in 10000' })
      .waitFor({ state: 'attached' });
    expect(
      await page.locator('.atlas-formats .atlas-code:visible pre').allInnerTexts(),
    ).toHaveLength(1);
    expect(await page.getByRole('radio', { name: 'Azure CLI' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Also deny all other traffic').isChecked()).toBe(true);
  });

  test('a template with only a group is read as a group', async () => {
    const { page } = await site.open('/validate/');
    const properties = { securityRules: JSON.parse(sample('typo')).securityRules };
    const group = { type: 'Microsoft.Network/networkSecurityGroups', name: 'nsg', properties };
    await validate(page, JSON.stringify({ $schema: 'template', resources: [group] }));
    expect(await errors(page)).toEqual(['required-flow-denied']);
  });
});
