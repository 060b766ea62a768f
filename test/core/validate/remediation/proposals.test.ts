/** Proposed rules: where they are placed, and that applying them once is enough. */

import { describe, expect, it } from 'vitest';
import type { Deployment, RuleFields } from '../../../../core/deployment.ts';
import type { RuleGroup } from '../../../../core/render/rendered-rule.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { deploymentOf, subnet } from '../../../support/groups.ts';
import { check, frame, rule } from '../../../support/one-group.ts';
import { withRules } from '../../../support/shapes.ts';

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

describe('remediation', () => {
  it('helps where the first deny has the smallest priority there is', () => {
    const group = {
      securityRules: [
        rule({ name: 'deny', direction: 'INBOUND' }),
        rule({
          name: 'management',
          priority: 1010,
          direction: 'INBOUND',
          access: 'ALLOW',
          sourceAddressPrefixes: ['ApiManagement'],
          destinationPortRanges: ['3443'],
        }),
      ],
    };
    const rules = check(group)
      .remediation()
      .flatMap(({ rules }) => rules);
    expect(rules).toContainEqual(expect.objectContaining({ name: 'deny', isUpdate: true }));
    const { flows } = check(withRules(group, rules as RuleFields[]));
    expect(
      flows.filter(({ necessity, outcome }) => necessity === 'REQUIRED' && outcome !== 'ALLOWED'),
    ).toEqual([]);
  });

  it('leaves a rule that denies where it is, where it hides nothing', () => {
    const tcp = { protocol: 'Tcp' } as const;
    const allow = { ...tcp, access: 'ALLOW' } as const;
    const group = {
      securityRules: [
        rule({
          ...allow,
          name: 'web',
          destinationAddressPrefixes: ['Internet'],
          destinationPortRanges: ['443'],
        }),
        rule({
          ...allow,
          name: 'partner',
          priority: 101,
          destinationAddressPrefixes: ['52.0.0.96/28'],
        }),
        rule({
          ...tcp,
          name: 'withhold',
          priority: 102,
          destinationAddressPrefixes: ['AzureActiveDirectoryDomainServices'],
        }),
      ],
    };
    const { edition: _, ...latest } = frame;
    const rules = validate(deploymentOf(latest, group), { ...none, whatIf: 'DENY_ALL' })
      .remediation()
      .flatMap(({ rules }) => rules);
    const priorities = rules.flatMap(({ name, priority }) =>
      name === 'withhold' ? [priority] : [],
    );
    expect(priorities.filter((priority) => priority <= 102)).toEqual([]);
  });

  it('keeps clear of the priority and the name of a rule that Azure refuses as it stands', () => {
    const mistyped = rule({
      name: 'Allow-Inbound-ManagementEndpoint',
      priority: 4087,
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['APIManagment'],
    });
    const rules = check({ securityRules: [mistyped] })
      .remediation()
      .flatMap(({ rules }) => rules)
      .map((proposed) => ({ ...proposed, protocol: 'Tcp' })) as RuleFields[];
    const mended = {
      ...mistyped,
      sourceAddressPrefixes: ['ApiManagement'],
      destinationPortRanges: ['3443'],
    };
    const { findings } = check(withRules({ securityRules: [mended] }, rules));
    expect(findings.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
  });
});

/** What is proposed, and what is proposed once that has been applied. */
function proposedTwice(
  input: Deployment,
  proposals: (report: ConfigReport) => readonly RuleGroup[],
): string[][] {
  const first = proposals(validate(input, none)).flatMap(({ rules }) => rules);
  const locations = input.locations.map((location) => ({
    ...location,
    networkSecurityGroup: withRules(location.networkSecurityGroup ?? { securityRules: [] }, first),
  }));
  const second = proposals(validate({ ...input, locations }, none)).flatMap(({ rules }) => rules);
  return [first, second].map((rules) => rules.map(({ name }) => name));
}

describe('what is proposed once is enough', () => {
  const inside = '10.0.1.10';

  it.each<[string, string, number, readonly string[], Partial<RuleFields>]>([
    [
      'a rule whose near end is elsewhere serves no clients',
      'Allow-Inbound-ClientTraffic',
      1,
      [inside],
      {
        direction: 'INBOUND',
        sourceAddressPrefixes: ['VIRTUAL_NETWORK'],
        destinationAddressPrefixes: ['Internet'],
        destinationPortRanges: ['0-1500'],
      },
    ],
    [
      'a rule that serves clients is not put right for UDP',
      'Allow-Inbound-RateLimitCounters',
      2,
      [inside],
      {
        direction: 'INBOUND',
        protocol: 'Tcp',
        sourceAddressPrefixes: ['VirtualNetwork'],
        destinationPortRanges: ['443', '4290'],
      },
    ],
    [
      'a rule that serves names is not put right for TCP',
      'Allow-Outbound-InternalCache',
      2,
      [inside],
      {
        protocol: 'Udp',
        destinationAddressPrefixes: ['VirtualNetwork'],
        destinationPortRanges: ['53', '6381-6383'],
      },
    ],
    [
      'a rule for a part of the source ports serves no names',
      'Allow-Outbound-CustomDns',
      1,
      [inside],
      { sourcePortRanges: ['0-1023'] },
    ],
    [
      'a rule for a part of the subnet serves no names',
      'Allow-Outbound-CustomDns',
      1,
      [inside],
      { sourceAddressPrefixes: ['10.0.1.3-10.0.1.6'] },
    ],
    [
      'a rule for the virtual network serves no names of a server elsewhere',
      'Allow-Outbound-CustomDns',
      1,
      [inside, '8.8.8.8'],
      { destinationAddressPrefixes: ['VirtualNetwork'] },
    ],
  ])('with everything else denied: %s', (_, wanted, units, dnsServers, overrides) => {
    const input = deploymentOf(
      { ...frame, virtualNetworkType: 'INTERNAL' },
      { securityRules: [rule({ access: 'ALLOW', ...overrides })] },
      { subnet },
    );
    const locations = input.locations.map((location) => ({
      ...location,
      units,
      dnsServers,
    }));
    const [first, second] = proposedTwice({ ...input, locations }, (report) =>
      report.denyByDefault(),
    );
    expect(first).toContain(wanted);
    expect(second).toEqual([]);
  });

  it('a rule that helps with one of two ports is no reason to leave the other', () => {
    const clients = { direction: 'INBOUND', protocol: 'Tcp' } as const;
    const input = deploymentOf(
      frame,
      {
        securityRules: [
          rule({ ...clients, name: 'deny', destinationPortRanges: ['0-1500'] }),
          rule({
            ...clients,
            name: 'clients',
            priority: 101,
            access: 'ALLOW',
            sourceAddressPrefixes: ['Internet'],
            destinationPortRanges: ['443'],
          }),
        ],
      },
      { subnet },
    );
    const [first, second] = proposedTwice({ ...input, features: ['PLAIN_HTTP'] }, (report) =>
      report.remediation(),
    );
    expect(first).toContain('Allow-Inbound-ClientTraffic');
    expect(second).toEqual([]);
  });
});
