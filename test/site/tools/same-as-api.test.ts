/** The report in the page equals the API's, and the page computes it in a worker without sending anything. */

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { snapshotPath } from '../../../api/request/snapshot-path.ts';
import { ruleFormats } from '../../../core/render/formats.ts';
import { cloudNames } from '../../../data/model.ts';
import { hasBrowser, useSite } from '../browser.ts';
import { downloaded, sample, validate, verdict } from './actions.ts';

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

describe.runIf(hasBrowser)('a report of the page', { timeout: 60_000 }, () => {
  const site = useSite();

  /** The same input, by the API of the server. */
  async function fromApi(page: Page, input: object, whatIf: string) {
    const renderings = ruleFormats.flatMap((format) => [
      `${format}: remediation(format: ${format})`,
      `DENY_${format}: remediation(format: ${format}, denyByDefault: true)`,
    ]);
    const query = `mutation ($input: ValidateConfigInput!, $whatIf: WhatIf) {
      validateConfig(input: $input, whatIf: $whatIf) {
        verdict edition serviceTagVersions assumptions { code text } sarif
        findings { checkId severity outcome message path region remediation }
        flows {
          key region direction destinationPort remoteTags necessity outcome allowedFraction
          decidedBy counterexample portRule { ruleId title edition } trace { rule priority fraction }
        }
        ${renderings.join('\n')}
      }
    }`;
    const ask = async () => {
      const response = await page.request.post(`${site.url}/graphql`, {
        data: { query, variables: { input, whatIf } },
      });
      return response.json();
    };
    let { data, errors } = await ask();
    // On a busy machine a thread that has just started may exceed the limit.
    for (
      let count = 0;
      count < 3 && errors?.[0].extensions.code === 'TIME_LIMIT_EXCEEDED';
      count += 1
    ) {
      ({ data, errors } = await ask());
    }
    expect(errors).toBeUndefined();
    return data.validateConfig;
  }

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
  ])('for %s equals the API’s', async (_, name, whatIf, inputOf) => {
    const { page } = await site.open('/validate/');
    await page.getByLabel('Tier').selectOption('DEVELOPER');
    await page.getByLabel('Network mode').selectOption('EXTERNAL');
    await page.getByLabel('Region').selectOption('northeurope');
    await page.getByLabel('Subnet prefix').fill('10.0.1.0/28');
    await page.getByText('Features in use').first().click();
    await page.locator('[value=PLAIN_HTTP]').check();
    await page.getByLabel('What if').selectOption(whatIf);
    await validate(page, sample(name));
    const { remediation, denyByDefault, ...report } = await downloaded(page, 'JSON');
    const sarif = await downloaded(page, 'SARIF');
    const expected = await fromApi(page, inputOf(JSON.parse(sample(name))), whatIf);
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
    expect(denyByDefault).toEqual(
      Object.fromEntries(ruleFormats.map((format) => [format, expected[`DENY_${format}`]])),
    );
    expect(sarif).toEqual(expected.sarif);
  });

  test('nothing of what is pasted leaves the page', async () => {
    const { page } = await site.open('/validate/');
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.getByLabel('Units').fill('2');
    await page.getByLabel('Subnet prefix').fill('10.0.1.0/27');
    await validate(page, sample('typo'));
    const other = requests.filter(
      (request) =>
        !request.startsWith(`GET ${site.url}/_astro/`) && !/^GET (blob|data):/.test(request),
    );
    // The prefixes of service tags, whatever is pasted.
    expect(other).toEqual(cloudNames.map((cloud) => `GET ${site.url}${snapshotPath(cloud)}`));
    expect(new URL(page.url()).search).toBe('?units=2');
  });

  test('no function is made from text', async () => {
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

  test('the page stays responsive while it validates a thousand rules', async () => {
    const { page, offences } = await site.open('/validate/');
    await page.getByLabel('Bicep, Terraform or JSON').fill(thousandRules());
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
    const { flows } = await downloaded(page, 'JSON');
    const decided = flows.find(({ key }: { key: string }) => key === 'outbound-443-Storage');
    expect(decided).toMatchObject({ outcome: 'DENIED', decidedBy: 'rule-999' });
    expect(decided.trace).toHaveLength(1000);
    expect(offences).toEqual([]);
  });
});
