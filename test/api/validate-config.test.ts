/** The mutation validateConfig: its report, its readings of the input, and what it refuses. */

import { describe, expect, it, test } from 'vitest';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { ruleFormats } from '../../core/render/index.ts';
import { newestEdition } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask, fail, post } = client();

const mutation = `mutation ($input: ValidateConfigInput!, $whatIf: WhatIf, $format: RuleFormat! = CSV) {
  validateConfig(input: $input, whatIf: $whatIf) {
    verdict edition serviceTagVersions
    assumptions { code text }
    findings { checkId severity outcome message path region remediation citations { section } }
    flows {
      key region portRule { ruleId edition } direction destinationPort remoteTags necessity outcome
      allowedFraction decidedBy counterexample
      trace { rule priority access isDefault protocolMatched sourceMatched sourcePortMatched
        destinationMatched destinationPortMatched fraction }
    }
    remediation(format: $format)
    sarif
  }
}`;

type Rule = Record<string, unknown>;

const denyInternet: Rule = {
  name: 'deny-internet',
  priority: 4000,
  direction: 'OUTBOUND',
  access: 'DENY',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['Internet'],
  destinationPortRanges: ['*'],
};

/** The rules that requiredRules asks for, as input. */
async function requiredRules(): Promise<Rule[]> {
  const { requiredRules: actual } = await ask(`{
    requiredRules(input: {
      region: "westeurope", tier: PREMIUM, virtualNetworkType: INTERNAL, includeOptional: true
    }) {
      locations {
        securityRules {
          name priority direction access protocol sourceAddressPrefixes sourcePortRanges
          destinationAddressPrefixes destinationPortRanges
        }
      }
    }
  }`);
  return actual.locations[0].securityRules.map((rule: Rule) => ({
    ...rule,
    protocol: rule.protocol === 'ANY' ? '*' : rule.protocol,
  }));
}

function deployment(networkSecurityGroup: object, location: object = {}, more: object = {}) {
  return {
    deployment: {
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      locations: [
        {
          region: 'West Europe',
          subnet: { addressPrefix: '10.0.1.0/27' },
          networkSecurityGroup,
          ...location,
        },
      ],
      ...more,
    },
  };
}

async function reportOn(input: object, more: object = {}) {
  return (await ask(mutation, { input, ...more })).validateConfig;
}

describe('the report', () => {
  it('allows every flow where the required rules are there, though all else is denied', async () => {
    const securityRules = await requiredRules();
    const report = await reportOn(deployment({ securityRules }), { whatIf: 'DENY_ALL' });
    const failed = report.flows.filter(
      (flow: { outcome: string; necessity: string }) =>
        flow.outcome !== 'ALLOWED' && flow.necessity === 'REQUIRED',
    );
    expect(failed).toEqual([]);
    expect(report).toMatchObject({ verdict: 'PASS', edition: newestEdition, remediation: '' });
  });

  it('tells the rule that denies a flow, a packet that is lost, and the remedy', async () => {
    const securityRules = (await requiredRules()).filter(
      ({ destinationAddressPrefixes }) => String(destinationAddressPrefixes) !== 'Storage',
    );
    const report = await reportOn(deployment({ securityRules: [...securityRules, denyInternet] }));
    expect(report.verdict).toBe('FAIL');
    expect(report.flows).toContainEqual(
      expect.objectContaining({
        key: 'outbound-443-Storage',
        region: 'westeurope',
        portRule: { ruleId: 'storage', edition: newestEdition },
        direction: 'OUTBOUND',
        destinationPort: '443',
        necessity: 'REQUIRED',
        outcome: 'DENIED',
        decidedBy: 'deny-internet',
        counterexample: expect.stringMatching(/tcp\/443$/),
      }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        checkId: 'required-flow-denied',
        severity: 'ERROR',
        outcome: 'FAIL',
        region: 'westeurope',
      }),
    );
    expect(report.remediation).toContain('Storage');
    expect(report.sarif).toMatchObject({ version: '2.1.0', runs: [{ tool: {} }] });
  });

  test.each(ruleFormats)('has its remedy as %s', async (format) => {
    const { remediation } = await reportOn(deployment({ securityRules: [denyInternet] }), {
      format,
    });
    expect(remediation).toMatch(/443[\s\S]*\n$/);
  });

  it('denies by default where that is asked for', async () => {
    const { validateConfig } = await ask(
      `mutation ($input: ValidateConfigInput!) { validateConfig(input: $input) {
        open: remediation(format: CSV) closed: remediation(format: CSV, denyByDefault: true)
      } }`,
      { input: deployment({ securityRules: await requiredRules() }) },
    );
    const { open, closed } = validateConfig as Record<string, string>;
    expect(open).toBe('');
    expect(closed?.match(/Deny-\w+-All,4096/g)).toEqual([
      'Deny-Inbound-All,4096',
      'Deny-Outbound-All,4096',
    ]);
  });

  it('names the weekly files that were used', async () => {
    const file = readServiceTagFile({
      changeNumber: 376,
      cloud: 'Public',
      values: [{ name: 'Storage', properties: { addressPrefixes: ['20.60.0.0/16'] } }],
    });
    const loaded = client([file]);
    const { validateConfig } = await loaded.ask(mutation, {
      input: deployment({ securityRules: [denyInternet] }),
    });
    expect(validateConfig.serviceTagVersions).toEqual([expect.stringContaining('376')]);
  });

  it('follows whatIf', async () => {
    const input = deployment({ securityRules: [] });
    const outcomes = async (whatIf?: string) =>
      (await reportOn(input, { whatIf })).flows.map(
        (flow: { direction: string; outcome: string }) => `${flow.direction} ${flow.outcome}`,
      );
    expect(await outcomes()).toContain('OUTBOUND ALLOWED');
    expect(await outcomes('DENY_ALL_OUTBOUND')).not.toContain('OUTBOUND ALLOWED');
    expect(await outcomes('DENY_ALL_INBOUND')).toContain('OUTBOUND ALLOWED');
  });
});

describe('the input', () => {
  it('takes null for what has no default and is not given', async () => {
    const bare = deployment({ securityRules: [denyInternet] });
    const nulls = deployment(
      { securityRules: [denyInternet] },
      {
        routeTable: null,
        publicIpAddress: null,
        subnet: { addressPrefix: '10.0.1.0/27', id: null },
      },
      { edition: null },
    );
    const absent = { parameters: null, service: null };
    expect(await reportOn(nulls, absent)).toEqual(await reportOn(bare));
  });

  it('refuses null for what has a default', async () => {
    const input = deployment({ securityRules: [] }, { units: null, dnsServers: null });
    const { status, errors } = await client().post(mutation, { input });
    expect(status).toBe(200);
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('dnsServers'),
      expect.stringContaining('units'),
    ]);
  });

  it('takes a network security group as exported, its nulls included', async () => {
    const document = {
      name: 'nsg-apim',
      tags: null,
      securityRules: [
        {
          name: 'deny-internet',
          priority: 4000,
          direction: 'Outbound',
          access: 'Deny',
          protocol: '*',
          description: null,
          sourceAddressPrefix: '*',
          sourcePortRange: '*',
          destinationAddressPrefix: 'Internet',
          destinationPortRange: '*',
          sourceAddressPrefixes: [],
        },
      ],
    };
    const flowsOf = async (group: object) => (await reportOn(deployment(group))).flows;
    expect(await flowsOf({ document })).toEqual(await flowsOf({ securityRules: [denyInternet] }));
  });

  it('takes the document as a literal within the query, too', async () => {
    const { validateConfig } = await ask(`mutation {
      validateConfig(input: { deployment: {
        tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{
          region: "westeurope"
          networkSecurityGroup: { document: { securityRules: [{
            name: "deny", priority: 100, direction: "Outbound", access: "Deny", protocol: "*",
            sourceAddressPrefix: "*", sourcePortRange: "*",
            destinationAddressPrefix: "Internet", destinationPortRange: "*"
          }] } }
        }]
      } }) { verdict }
    }`);
    expect(validateConfig).toEqual({ verdict: 'FAIL' });
  });

  it('must have exactly one form', async () => {
    const wrong = [
      {},
      { securityRules: [], document: {} },
      { securityRules: null },
      { document: null },
    ];
    for (const group of wrong) {
      const { data, errors, status } = await post(mutation, { input: deployment(group) });
      expect([status, data, errors?.length]).toEqual([200, undefined, 1]);
    }
  });

  test.each<[path: string, input: object]>([
    ['locations.0.region', deployment({ securityRules: [] }, { region: 'westeurop' })],
    ['locations.0.region', deployment({ securityRules: [] }, { region: '__proto__' })],
    [
      'locations.0.subnet.addressPrefix',
      deployment({ securityRules: [] }, { subnet: { addressPrefix: '10.0.1.1/27' } }),
    ],
    ['locations.0.networkSecurityGroup.document', deployment({ document: 'nothing' })],
    ['locations', deployment({ securityRules: [] }, {}, { locations: [] })],
  ])('is refused at %s', async (path, input) => {
    const { status, errors } = await post(mutation, { input });
    expect(status).toBe(200);
    const extensions = errors?.[0]?.extensions;
    expect(extensions?.code).toBe('BAD_USER_INPUT');
    expect(extensions?.path?.join('.')).toBe(`input.deployment.${path}`);
  });

  it('is refused with the nearest regions', async () => {
    const { message } = await fail(mutation, {
      input: deployment({ securityRules: [] }, { region: 'westeurop' }),
    });
    expect(message).toContain('nearest: westeurope');
  });
});
