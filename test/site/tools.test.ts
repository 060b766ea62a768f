/** The tools in a real browser: the answers of the API, computed in the page, with its state in the address. */

import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ruleFormats } from '../../api/render/index.ts';
import { hasBrowser, openSite, type TestSite } from './browser.ts';
import { buildTimeout } from './built-site.ts';

const samples = new URL('../../site/src/tools/validate/samples/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(`${name}.json`, samples), 'utf8');

const findings = (page: Page) =>
  page
    .locator('.atlas-findings > li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-check')));
const verdict = (page: Page) => page.locator('.atlas-verdict h2').innerText();
const wordsOf = async (page: Page) =>
  (await page.locator('[data-output]').innerText()).replace(/\s+/g, ' ');

async function validate(page: Page, text: string): Promise<void> {
  await page.getByLabel('Network, as JSON').fill(text);
  await page.getByRole('button', { name: 'Validate', exact: true }).click();
  await page.locator('[data-output] h2').first().waitFor();
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const made = new DataTransfer();
      made.items.add(new File([content as string], fileName as string));
      return made;
    },
    [name, text],
  );
  await page.locator('[data-drop]').dispatchEvent('drop', { dataTransfer: transfer });
}

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

/** The report that the page offers for download. */
async function downloaded(page: Page, name: string) {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return JSON.parse(readFileSync(await saved.path(), 'utf8'));
}

/** A group of as many rules as Azure takes, none of which matters before the last. */
function thousandRules(): string {
  const rules = Array.from({ length: 1000 }, (_, index) => ({
    name: `rule-${index}`,
    priority: 100 + index,
    direction: 'Outbound',
    access: index === 999 ? 'Deny' : 'Allow',
    protocol: index === 999 ? '*' : 'Tcp',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix: index === 999 ? 'Internet' : `20.${index % 200}.${index >> 4}.0/24`,
    destinationPortRange: index === 999 ? '*' : '8443',
  }));
  return JSON.stringify({ securityRules: rules });
}

describe.runIf(hasBrowser)('tools in a browser', { timeout: 60_000 }, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
  }, buildTimeout);
  afterEach(() => site?.closePages());
  afterAll(() => site?.close());

  /** The same input, by the API of the server. */
  async function ask(page: Page, input: object, whatIf: string) {
    const renderings = ruleFormats.map((format) => `${format}: remediation(format: ${format})`);
    const query = `mutation ($input: ValidateConfigInput!, $whatIf: WhatIf) {
      validateConfig(input: $input, whatIf: $whatIf) {
        verdict edition serviceTagVersions assumptions { code text } sarif
        findings { checkId severity outcome message path region remediation }
        flows {
          id region direction destinationPort remoteTags necessity outcome allowedFraction
          decidedBy counterexample portRule { id title edition } trace { rule priority fraction }
        }
        ${renderings.join('\n')}
      }
    }`;
    const response = await page.request.post(`${site.url}/graphql`, {
      data: { query, variables: { input, whatIf } },
    });
    const { data, errors } = await response.json();
    expect(errors).toBeUndefined();
    return data.validateConfig;
  }

  describe('validate', () => {
    test.each([
      ['Complete group', 'Passes', []],
      ['Port typo before a deny', 'Fails', ['required-flow-denied']],
      ['Deny before the allow', 'Fails', Array(6).fill('required-flow-denied')],
      ['ARM template', 'Fails', Array(3).fill('required-flow-denied')],
      ['Terraform plan', 'Fails', ['subnet-too-small']],
    ])('the sample "%s" %s', async (name, expected, checks) => {
      const { page, offences } = await site.open('/validate/');
      await page.getByRole('button', { name }).click();
      await page.locator('.atlas-verdict').waitFor();
      expect(await verdict(page)).toBe(expected);
      expect(await findings(page)).toEqual(checks);
      expect(await page.locator('[role=status]').innerText()).toContain(expected);
      expect(offences).toEqual([]);
    });

    test.each([
      [
        'a group',
        'typo',
        'DENY_ALL_INBOUND',
        (document: unknown) => ({
          deployment: {
            tier: 'DEVELOPER',
            virtualNetworkType: 'EXTERNAL',
            features: ['PLAIN_HTTP'],
            locations: [
              {
                region: 'northeurope',
                subnet: { addressPrefix: '10.0.1.0/28' },
                networkSecurityGroup: { document },
              },
            ],
          },
        }),
      ],
      ['a template', 'template', 'NONE', (document: unknown) => ({ document })],
      ['a plan', 'plan', 'DENY_ALL', (document: unknown) => ({ document })],
    ])('judges %s as the API does', async (_, name, whatIf, inputOf) => {
      const { page } = await site.open('/validate/');
      await page.getByLabel('Tier').selectOption('DEVELOPER');
      await page.getByLabel('Network mode').selectOption('EXTERNAL');
      await page.getByLabel('Region').selectOption('northeurope');
      await page.getByLabel('Subnet prefix').fill('10.0.1.0/28');
      await page.getByText('Features in use').first().click();
      await page.locator('[value=PLAIN_HTTP]').check();
      await page.getByLabel('What if').selectOption(whatIf);
      await validate(page, sample(name));
      const { remediation, ...report } = await downloaded(page, 'Download report (JSON)');
      const sarif = await downloaded(page, 'Download findings (SARIF)');
      const expected = await ask(page, inputOf(JSON.parse(sample(name))), whatIf);
      expect(report).toMatchObject({
        verdict: expected.verdict,
        edition: expected.edition,
        serviceTagVersions: expected.serviceTagVersions,
        assumptions: expected.assumptions,
        flows: expected.flows,
      });
      expect(report.findings).toMatchObject(
        expected.findings.map((finding: object) =>
          Object.fromEntries(Object.entries(finding).filter(([, value]) => value !== null)),
        ),
      );
      expect(report.findings).toHaveLength(expected.findings.length);
      expect(report.flows).toHaveLength(expected.flows.length);
      expect(remediation).toEqual(
        Object.fromEntries(ruleFormats.map((format) => [format, expected[format]])),
      );
      expect(sarif).toEqual(expected.sarif);
    });

    test('nothing of what is pasted leaves the page', async () => {
      const { page } = await site.open('/validate/');
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
      await page.getByLabel('Units').fill('2');
      await page.getByLabel('Subnet prefix').fill('10.0.1.0/27');
      await validate(page, sample('typo'));
      const other = requests.filter(
        (request) =>
          !request.startsWith(`GET ${site.url}/_astro/`) && !/^GET (blob|data):/.test(request),
      );
      expect(other).toEqual([]);
      expect(new URL(page.url()).search).toBe('?units=2');
    });

    test('no function is made of text', async () => {
      const { page } = await site.open('/validate/');
      const counting = `self.made = 0;
        Function = new Proxy(Function, { construct(f, given) { self.made += 1; return new f(...given); } });`;
      await page.route('**/worker-*.js', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: counting + (await response.text()) });
      });
      await validate(page, sample('typo'));
      expect(await page.workers()[0]?.evaluate('self.made')).toBe(0);
    });

    test('a dropped file is judged', async () => {
      const { page } = await site.open('/validate/');
      await drop(page, 'nsg.json', sample('shadowed'));
      await page.locator('.atlas-verdict').waitFor();
      expect(await verdict(page)).toBe('Fails');
      expect(await page.locator('output').innerText()).toMatch(/^nsg\.json, \d+ kB$/);
    });

    test('a large file is judged without being shown', async () => {
      const { page } = await site.open('/validate/');
      const group = { ...JSON.parse(sample('complete')), tags: { note: 'x'.repeat(2_000_000) } };
      await drop(page, 'large.json', JSON.stringify(group));
      await page.locator('.atlas-verdict').waitFor();
      expect(await verdict(page)).toBe('Passes');
      expect(await page.getByLabel('Network, as JSON').inputValue()).toBe('');
      expect(await page.locator('output').innerText()).toContain('too large to be shown');
    });

    test('a chosen file is judged', async () => {
      const { page } = await site.open('/validate/');
      const buffer = Buffer.from(sample('plan'));
      await page
        .locator('[data-document]')
        .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
      await page.locator('.atlas-verdict').waitFor();
      expect(await findings(page)).toEqual(['subnet-too-small']);
    });

    test.each([
      ['nothing', ' ', /Nothing was pasted or opened/],
      [
        'a comma too many',
        '{\n  "securityRules": [],\n}',
        /line 3, column 1; .*no comma.*Given "}"/,
      ],
      ['another language', "resource nsg 'Microsoft.Network' = {", /line 1, column 1.*bicep build/],
      ['a document of another kind', '{"a": 1}', /none that can be read.*Terraform plan/],
      ['a group with something else', '[{"priority": 1}, 5]', /Not a security rule.*Where: 1/],
    ])('%s: says what is accepted', async (_, text, message) => {
      const { page, offences } = await site.open('/validate/');
      await validate(page, text);
      expect(await wordsOf(page)).toMatch(message);
      expect(await page.getByRole('alert').count()).toBe(1);
      expect(await page.getByLabel('Network, as JSON').getAttribute('aria-invalid')).toBe('true');
      expect(offences).toEqual([]);
    });

    test('a wrong prefix is marked where it stands', async () => {
      const { page } = await site.open('/validate/');
      await page.getByLabel('Subnet prefix').fill('10.0.1.5/27');
      await validate(page, sample('complete'));
      expect(await wordsOf(page)).toContain('10.0.1.0/27');
      expect(await page.getByLabel('Subnet prefix').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Subnet prefix').fill('10.0.1.0/27');
      await page.locator('.atlas-verdict').waitFor();
      expect(await page.locator('[aria-invalid]').count()).toBe(0);
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

    test('rules to add come in the format that is chosen, and stay in it', async () => {
      const { page } = await site.open('/validate/');
      await validate(page, sample('typo'));
      await page.getByRole('radio', { name: 'Azure CLI' }).check();
      expect(await page.locator('.atlas-code:visible pre').innerText()).toContain('az network nsg');
      await page.getByLabel('What if').selectOption('DENY_ALL');
      await page.locator('[data-flow][data-outcome=DENIED]', { hasText: 'in 10000' }).waitFor();
      expect(await page.locator('.atlas-code:visible pre').allInnerTexts()).toHaveLength(1);
      expect(await page.getByRole('radio', { name: 'Azure CLI' }).isChecked()).toBe(true);
    });

    test('a weekly service-tag file makes the answer exact', async () => {
      const { page } = await site.open('/validate/');
      const tags = ['Storage', 'Storage.WestEurope', 'AzureCloud'];
      const weekly = {
        changeNumber: 7,
        cloud: 'Public',
        values: tags.map((name) => ({
          name,
          properties: { addressPrefixes: ['20.38.108.0/23'] },
        })),
      };
      await page.getByLabel('Weekly service-tag files').setInputFiles({
        name: 'ServiceTags_Public.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(weekly)),
      });
      await validate(page, sample('complete'));
      expect(await page.locator('.atlas-verdict').innerText()).toContain('Public 7');
    });

    test('the page answers while a thousand rules are judged', async () => {
      const { page, offences } = await site.open('/validate/');
      await page.getByLabel('Network, as JSON').fill(thousandRules());
      const turns = await page.evaluate(async () => {
        let count = 0;
        document.querySelector<HTMLButtonElement>('.atlas-primary')?.click();
        while (!document.querySelector('.atlas-verdict, .atlas-problem')) {
          await new Promise((resolve) => setTimeout(resolve));
          count += 1;
        }
        return count;
      });
      expect(turns).toBeGreaterThan(1);
      expect(page.workers()).toHaveLength(1);
      expect(await verdict(page)).toBe('Fails');
      const { flows } = await downloaded(page, 'Download report (JSON)');
      const decided = flows.find(({ id }: { id: string }) => id === 'outbound-443-Storage');
      expect(decided).toMatchObject({ outcome: 'DENIED', decidedBy: 'rule-999' });
      expect(decided.trace).toHaveLength(1000);
      expect(offences).toEqual([]);
    });
  });

  test.each<[string, string, (page: Page) => Promise<unknown>, RegExp, Record<string, string>]>([
    [
      'required rules',
      '/required-rules/',
      async (page) => {
        await page.getByLabel('Network mode').selectOption('EXTERNAL');
        await page.getByLabel('Regional tags').check();
        await page.getByLabel('Further regions').fill('North Europe');
      },
      /9 rules in each of 2 regions.*Rules in North Europe.*Storage\.NorthEurope/,
      {
        virtualNetworkType: 'EXTERNAL',
        useRegionalTags: 'true',
        additionalRegions: 'North Europe',
      },
    ],
    [
      'required rules of a feature',
      '/required-rules/',
      async (page) => {
        await page.getByText('Features in use').first().click();
        await page.locator('[value=EVENT_HUB_LOGGING]').check();
      },
      /8 rules.*Azure Event Hubs/,
      { features: 'EVENT_HUB_LOGGING' },
    ],
    [
      'required rules of a v2 tier',
      '/required-rules/',
      (page) => page.getByLabel('Tier').selectOption('STANDARD_V2'),
      /2 rules in West Europe: 0 inbound, 2 outbound/,
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
    ],
    [
      'subnet calculator',
      '/subnet-calculator/',
      async (page) => {
        await page.getByLabel('Units', { exact: true }).fill('8');
        await page.getByLabel('Prefix length').fill('28');
      },
      /A \/28 is too small: 6 addresses are missing.*8 units 16 2 for each unit/,
      { units: '8', prefixLength: '28' },
    ],
    [
      'subnet calculator with neighbours',
      '/subnet-calculator/',
      (page) => page.getByLabel('Other addresses').fill('18'),
      /It fits: 0 addresses are left in a \/27/,
      { otherAddresses: '18' },
    ],
    [
      'will my IP change',
      '/will-my-ip-change/',
      async (page) => {
        const after = page.getByRole('group', { name: 'After' });
        await after.getByLabel('Network mode').selectOption('EXTERNAL');
        await after.getByLabel('Zones').fill('1, 2');
      },
      /The public address changes\. There is no private address of its own\..*zone/i,
      { 'after.virtualNetworkType': 'EXTERNAL', 'after.zones': '1, 2' },
    ],
    [
      'what is this address',
      '/what-is-this-address/',
      (page) => page.getByLabel('Address', { exact: true }).fill('168.63.129.16'),
      /168\.63\.129\.16/,
      { address: '168.63.129.16' },
    ],
  ])('%s: answers, and keeps its state in the address', async (_, path, act, expected, state) => {
    const { page, offences } = await site.open(path);
    await act(page);
    await expect.poll(() => wordsOf(page), { timeout: 20_000 }).toMatch(expected);
    const { search } = new URL(page.url());
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual(state);
    const { page: again } = await site.open(path + search);
    await expect.poll(() => wordsOf(again), { timeout: 20_000 }).toMatch(expected);
    expect(new URL(again.url()).search).toBe(search);
    expect(offences).toEqual([]);
  });

  test.each([
    [
      '/required-rules/?additionalRegions=Wst+Europe',
      'additionalRegions',
      /No region has this name/,
    ],
    ['/subnet-calculator/?units=0', 'units', /Whole numbers from 1|whole numbers from 1/],
    ['/subnet-calculator/?prefixLength=40', 'prefixLength', /0 to 32/],
    ['/will-my-ip-change/?after.zones=4', 'after.zones', /No availability zone has this number/],
    ['/will-my-ip-change/?before.subnet=10.0.0.1/24', 'before.subnet', /Nearest: 10\.0\.0\.0\/24/],
    ['/what-is-this-address/?address=10.0.0.0/8', 'address', /Nearest: 10\.0\.0\.0/],
    ['/what-is-this-address/?address=apim', 'address', /This is no IP address/],
  ])('%s marks %s', async (path, name, message) => {
    const { page, offences } = await site.open(path);
    await expect.poll(() => wordsOf(page), { timeout: 20_000 }).toMatch(message);
    const marked = page.locator('[aria-invalid]');
    expect(await marked.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual([
      name,
    ]);
    expect(offences).toEqual([]);
  });

  test.each([
    ['/validate/?tier=PREMIUM_V2&whatIf=DENY_ALL&region=uksouth&edition=2023-01-06'],
    ['/required-rules/?region=eastus&includeOptional=true&features=MONITORING&features=PLAIN_HTTP'],
  ])('%s comes back as it was left', async (address) => {
    const { page } = await site.open(address);
    await page.getByLabel('Region', { exact: true }).selectOption('westus');
    await page
      .getByLabel('Region', { exact: true })
      .selectOption(new URL(address, site.url).searchParams.get('region') ?? '');
    await expect.poll(() => page.getByLabel('Platform').isDisabled()).toBe(address.includes('_V2'));
    const left = new URL(page.url()).searchParams;
    const given = new URL(address, site.url).searchParams;
    if (!address.includes('_V2')) expect([...left]).toEqual([...given]);
    else expect(left.get('whatIf')).toBe('DENY_ALL');
  });

  test.each([
    ['/required-rules/', '7 rules in West Europe', 'Allow-Outbound-Storage'],
    ['/subnet-calculator/', 'It fits: 18 addresses are left', 'Kept by Azure'],
    ['/will-my-ip-change/', 'The private address changes', 'Lower the TTL'],
    ['/what-is-this-address/', 'ApiManagement.WestEurope', 'control-plane address'],
    ['/validate/', 'Required traffic is denied', 'needs scripts'],
  ])('%s says something without scripts, and where to ask', async (path, ...texts) => {
    const html = await (await fetch(site.url + path)).text();
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    expect(html).toMatch(/<noscript>.*?needs scripts.*?\/graphql.*?<\/noscript>/s);
  });

  describe.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('%s at %i pixels', (colorScheme, viewport) => {
    test.each<[string, (page: Page) => Promise<unknown>]>([
      ['/required-rules/', (page) => page.getByText('Features in use').first().click()],
      [
        '/subnet-calculator/?units=8&prefixLength=28',
        (page) => page.getByRole('rowheader', { name: 'Missing' }).waitFor(),
      ],
      ['/will-my-ip-change/', (page) => page.getByText('Sources').last().click()],
      ['/what-is-this-address/?address=x', (page) => page.getByRole('alert').waitFor()],
      [
        '/validate/',
        async (page) => {
          await validate(page, sample('shadowed'));
          await page.locator('[data-trace]').first().click();
        },
      ],
    ])('%s is accessible, and fits every width', async (path, act) => {
      const { page, offences } = await site.open(path, colorScheme, viewport);
      await act(page);
      expect(await violations(page)).toEqual([]);
      for (const width of [1440, 768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(content, `${path} at ${width} px`).toBeLessThanOrEqual(width);
      }
      expect(offences).toEqual([]);
    });
  });
});
