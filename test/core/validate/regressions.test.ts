/** Faults that the engine once had, each with the smallest input that showed it. */

import { describe, expect, it } from 'vitest';
import type { Deployment, NetworkSecurityGroup, RuleFields } from '../../../core/deployment.ts';
import { InputError } from '../../../core/input-error.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import type { RuleGroup } from '../../../core/render/rendered-rule.ts';
import { type ConfigReport, severities } from '../../../core/validate/report.ts';
import { validate } from '../../../core/validate/validate.ts';
import { deploymentOf, subnet } from '../../support/groups.ts';
import { propertiesOf, restDocument, withRules } from '../../support/shapes.ts';
import { madeUpCloud, weeklyFile } from '../../support/world.ts';

const frame = {
  virtualNetworkType: 'EXTERNAL' as const,
  platform: 'STV2' as const,
  regions: ['westeurope'],
  edition: '2023-01-06' as const,
};
const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const check = (group: NetworkSecurityGroup, options: Parameters<typeof validate>[1] = none) =>
  validate(deploymentOf(frame, group, { subnet }), options);

const rule = (overrides: Partial<RuleFields>): RuleFields => ({
  name: 'rule',
  priority: 100,
  direction: 'OUTBOUND',
  access: 'DENY',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
  ...overrides,
});

const flowOf = ({ flows }: ConfigReport, id: string) => {
  const flow = flows.find((candidate) => candidate.id === id);
  if (!flow) throw new Error(`no flow ${id}`);
  return flow;
};

/** Codes that say what an UNKNOWN flow is short of. */
const missingFacts = [
  'SERVICE_TAGS_NOT_LOADED',
  'VNET_SPACE_ASSUMED',
  'SUBNET_UNKNOWN',
  'EXPRESSION_UNRESOLVED',
  'APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN',
];

describe('verdicts', () => {
  it('a tag without IPv4 addresses in the weekly file is not allowed by a deny-all', () => {
    const cloud = { ...madeUpCloud(1), 'Storage.WestEurope': ['2603:1020:5::/48'] };
    const file = readServiceTagFile(weeklyFile(cloud));
    const report = check({ securityRules: [rule({})] }, { ...none, serviceTagFiles: [file] });
    expect(flowOf(report, 'outbound-443-Storage').outcome).not.toBe('ALLOWED');
  });

  it('a rule for addresses is certain, whatever tags other rules name', () => {
    const office = rule({
      name: 'office',
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['203.0.113.0/24'],
      destinationPortRanges: ['443'],
    });
    const management = rule({
      name: 'management',
      priority: 110,
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['ApiManagement'],
      destinationPortRanges: ['3443'],
    });
    const alone = flowOf(check({ securityRules: [office] }), 'inbound-443-Internet');
    const both = flowOf(check({ securityRules: [office, management] }), 'inbound-443-Internet');
    expect([alone.outcome, both.outcome]).toEqual(['PARTIAL', 'PARTIAL']);
  });

  it('a rule of one direction has no part in flows of the other', () => {
    const deny = rule({
      direction: 'INBOUND',
      sourceAddressPrefixes: ['20.60.0.0/16'],
      destinationPortRanges: ['443'],
    });
    const allow = rule({ ...deny, name: 'clients', priority: 110, access: 'ALLOW' });
    const clients = { ...allow, sourceAddressPrefixes: ['Internet'] };
    const elsewhere = rule({ access: 'ALLOW', destinationAddressPrefixes: ['AzureKeyVault'] });
    const outcomes = [[], [elsewhere]].map(
      (more) =>
        flowOf(check({ securityRules: [deny, clients, ...more] }), 'inbound-443-Internet').outcome,
    );
    expect(outcomes).toEqual(['PARTIAL', 'PARTIAL']);
  });

  it('a tag that a rule of the other direction names leaves a hidden rule for addresses hidden', () => {
    const deny = rule({ direction: 'INBOUND', sourceAddressPrefixes: ['20.0.0.0/25'] });
    const hidden = rule({
      ...deny,
      name: 'hidden',
      priority: 110,
      access: 'ALLOW',
      sourceAddressPrefixes: ['20.0.0.0/26'],
    });
    const elsewhere = rule({
      access: 'ALLOW',
      destinationAddressPrefixes: ['AzureCloud.westeurope'],
    });
    const outcomes = [[], [elsewhere]].map(
      (more) =>
        flowOf(check({ securityRules: [deny, hidden, ...more] }), 'inbound-443-Internet').outcome,
    );
    expect(outcomes).toEqual(['DENIED', 'DENIED']);
  });

  it('a rule for AzureCloud decides what goes to AzureCloud, whatever tags other rules name', () => {
    const deny = rule({ destinationAddressPrefixes: ['AzureCloud'] });
    const frontDoor = rule({
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['AzureFrontDoor.Backend'],
    });
    const outcomes = [[], [frontDoor]].map((more) => {
      const deployment = deploymentOf(
        { ...frame, platform: 'STV1' },
        { securityRules: [deny, ...more] },
      );
      return flowOf(validate(deployment, none), 'outbound-12000-AzureCloud').outcome;
    });
    expect(outcomes).toEqual(['DENIED', 'DENIED']);
  });

  it('a part of AzureCloud is a part of it', () => {
    const deny = rule({ destinationAddressPrefixes: ['AzureKeyVault'] });
    const deployment = deploymentOf({ ...frame, platform: 'STV1' }, { securityRules: [deny] });
    const { outcome } = flowOf(validate(deployment, none), 'outbound-12000-AzureCloud');
    expect(outcome).toBe('PARTIAL');
  });

  it('a sub-tag covers no other tag that its base tag covers', () => {
    const clients = { direction: 'INBOUND', destinationAddressPrefixes: ['*'] } as const;
    const report = check({
      securityRules: [
        rule({ ...clients, sourceAddressPrefixes: ['AzureActiveDirectory.ServiceEndpoint'] }),
        rule({
          ...clients,
          name: 'others',
          priority: 110,
          access: 'ALLOW',
          sourceAddressPrefixes: ['Internet'],
        }),
        rule({
          name: 'elsewhere',
          access: 'ALLOW',
          destinationAddressPrefixes: ['AzureActiveDirectoryDomainServices'],
        }),
      ],
    });
    const { counterexample } = flowOf(report, 'inbound-443-Internet');
    expect(counterexample ?? '').not.toContain('AzureActiveDirectoryDomainServices');
  });

  it('addresses that follow a rule for a tag may be addresses of the tag', () => {
    const clients = { direction: 'INBOUND', destinationAddressPrefixes: ['*'] } as const;
    const report = check({
      securityRules: [
        rule({ ...clients, sourceAddressPrefixes: ['AzureCloud'] }),
        rule({
          ...clients,
          name: 'one-client',
          priority: 110,
          access: 'ALLOW',
          sourceAddressPrefixes: ['20.0.0.9'],
        }),
      ],
    });
    expect(flowOf(report, 'inbound-443-Internet').outcome).toBe('UNKNOWN');
  });

  it('a tag that may lie outside AzureCloud takes nothing from it for certain', () => {
    const deny = rule({ destinationAddressPrefixes: ['AzureFrontDoor.Backend'] });
    const deployment = deploymentOf({ ...frame, platform: 'STV1' }, { securityRules: [deny] });
    const { outcome } = flowOf(validate(deployment, none), 'outbound-12000-AzureCloud');
    expect(outcome).toBe('UNKNOWN');
  });

  it('UNKNOWN says what is missing', () => {
    const report = check({
      securityRules: [
        rule({ name: 'azure', access: 'ALLOW', destinationAddressPrefixes: ['AzureCloud'] }),
        rule({ name: 'internet', priority: 110, destinationAddressPrefixes: ['Internet'] }),
      ],
    });
    expect(flowOf(report, 'outbound-443-AzureActiveDirectory').outcome).toBe('UNKNOWN');
    const codes = report.assumptions.map(({ code }) => code);
    expect(codes.filter((code) => missingFacts.includes(code))).not.toEqual([]);
  });
});

describe('assumptions', () => {
  it('the rest of a virtual network with public addresses is not settled in silence', () => {
    const deny = rule({ destinationAddressPrefixes: ['20.99.0.64/26'] });
    const deployment = deploymentOf(frame, { securityRules: [deny] }, { subnet: '20.99.0.0/26' });
    const report = validate(deployment, none);
    const { outcome } = flowOf(report, 'outbound-6380-VirtualNetwork');
    const codes = report.assumptions.map(({ code }) => code);
    expect(outcome === 'UNKNOWN' || codes.includes('VNET_SPACE_ASSUMED')).toBe(true);
  });
});

describe('examples of what is denied', () => {
  it('name a part of a tag once, however many rules name it', () => {
    const deny = (name: string, priority: number, port: string) =>
      rule({
        name,
        priority,
        direction: 'INBOUND',
        sourceAddressPrefixes: ['AzureFrontDoor.Backend'],
        destinationPortRanges: [port],
      });
    const { flows } = check({
      securityRules: [
        deny('front-door', 100, '443'),
        deny('front-door-again', 110, '444'),
        rule({ name: 'all', priority: 120, direction: 'INBOUND', access: 'ALLOW' }),
      ],
    });
    const partial = flows.filter(({ outcome }) => outcome === 'PARTIAL');
    expect(partial.map(({ deniedExamples }) => deniedExamples)).toEqual([
      ['AzureFrontDoor.Backend'],
    ]);
  });
});

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
  given: Deployment,
  proposals: (report: ConfigReport) => readonly RuleGroup[],
): string[][] {
  const first = proposals(validate(given, none)).flatMap(({ rules }) => rules);
  const locations = given.locations.map((location) => ({
    ...location,
    networkSecurityGroup: withRules(location.networkSecurityGroup ?? { securityRules: [] }, first),
  }));
  const second = proposals(validate({ ...given, locations }, none)).flatMap(({ rules }) => rules);
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
    const given = deploymentOf(
      { ...frame, virtualNetworkType: 'INTERNAL' },
      { securityRules: [rule({ access: 'ALLOW', ...overrides })] },
      { subnet },
    );
    const locations = given.locations.map((location) => ({
      ...location,
      units,
      dnsServers,
    }));
    const [first, second] = proposedTwice({ ...given, locations }, (report) =>
      report.denyByDefault(),
    );
    expect(first).toContain(wanted);
    expect(second).toEqual([]);
  });

  it('a rule that helps with one of two ports is no reason to leave the other', () => {
    const clients = { direction: 'INBOUND', protocol: 'Tcp' } as const;
    const given = deploymentOf(
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
    const [first, second] = proposedTwice({ ...given, features: ['PLAIN_HTTP'] }, (report) =>
      report.remediation(),
    );
    expect(first).toContain('Allow-Inbound-ClientTraffic');
    expect(second).toEqual([]);
  });
});

describe('reading', () => {
  const bad = rule({ destinationAddressPrefixes: ['KeyVault'], priority: 99 });

  it('pointers into a REST document lead through properties', () => {
    const { findings } = check({ document: restDocument([bad]) });
    const at = '/deployment/locations/0/networkSecurityGroup/document/properties/securityRules/0';
    const paths = findings.filter(({ path }) => path.startsWith(at)).map(({ path }) => path);
    expect(paths).toEqual([
      `${at}/properties/destinationAddressPrefix`,
      `${at}/properties/priority`,
    ]);
  });

  const singular = (destinationAddressPrefix: string) => ({
    document: [{ name: 'rule', ...propertiesOf(rule({})), destinationAddressPrefix }],
  });

  it('prefixes in one text count against the limit', () => {
    const prefixes = Array.from(
      { length: 4001 },
      (_, index) => `10.0.${index >> 8}.${index & 255}`,
    );
    expect(() => check(singular(prefixes.join()))).toThrow(InputError);
  });

  it('the report on a long text is not many times as long', () => {
    const { findings } = check(singular('abcde,'.repeat(3000)));
    expect(JSON.stringify(findings).length).toBeLessThan(10 * 6 * 3000);
  });

  it('messages quote the beginning of a long text only', () => {
    const long = 'a b'.repeat(10_000);
    const group = {
      document: [{ name: long, ...propertiesOf(bad), destinationAddressPrefix: long }],
    };
    const longest = Math.max(...check(group).findings.map(({ message }) => message.length));
    expect(longest).toBeLessThan(1000);
  });

  it('tags in one text, parted by commas, are tags in a list', () => {
    const { findings } = check(singular('Storage,Sql'));
    expect(findings.map(({ checkId }) => checkId)).toContain('tag-in-plural-list');
  });

  it('the error on too many units leads to them', () => {
    const deployment = deploymentOf(frame, { securityRules: [] }, { subnet });
    const locations = deployment.locations.map((location) => ({ ...location, units: 2_000_000 }));
    let path: unknown;
    try {
      validate({ ...deployment, locations }, none);
    } catch (error) {
      path = (error as InputError).path;
    }
    expect(path).toEqual(['deployment', 'locations', 0, 'units']);
  });

  it.each([
    { changeNumber: null },
    { changeNumber: '' },
    { changeNumber: true },
    { changeNumber: [] },
  ])('a weekly file has a change number: $changeNumber is none', ({ changeNumber }) => {
    const json = { ...weeklyFile(madeUpCloud(1)), changeNumber };
    expect(() => readServiceTagFile(json)).toThrow(TypeError);
  });
});

describe('words', () => {
  it('what is denied in part is never allowed for 100 %', () => {
    const clients = { direction: 'INBOUND', sourceAddressPrefixes: ['Internet'] } as const;
    const { findings } = check({
      securityRules: [
        rule({ ...clients, sourceAddressPrefixes: ['20.60.0.0/16'] }),
        rule({ ...clients, name: 'others', priority: 110, access: 'ALLOW' }),
      ],
    });
    expect(findings.filter(({ message }) => message.includes('100 %'))).toEqual([]);
  });
});

describe('the order of findings', () => {
  const office = { direction: 'INBOUND', sourceAddressPrefixes: ['203.0.113.0/24'] } as const;
  const http = rule({ ...office, access: 'ALLOW', destinationPortRanges: ['443'] });
  const severitiesOf = ({ findings }: ConfigReport) => findings.map(({ severity }) => severity);

  it('the gravest come first', () => {
    const report = check({ securityRules: [rule({ name: 'deny' }), http] });
    expect(severitiesOf(report)).toEqual(
      severitiesOf(report).toSorted(
        (one, other) => severities.indexOf(one) - severities.indexOf(other),
      ),
    );
    expect(new Set(severitiesOf(report))).toEqual(new Set(severities));
  });

  it('a rule that Azure refuses comes before the traffic it was to allow', () => {
    const { findings } = check({
      securityRules: [
        rule({ name: 'a', access: 'ALLOW', destinationAddressPrefixes: ['Strage'] }),
        rule({ name: 'b', priority: 4096 }),
      ],
    });
    expect(findings.slice(0, 2).map(({ checkId }) => checkId)).toEqual([
      'invalid-address-prefix',
      'required-flow-denied',
    ]);
  });
});

describe('two rules with one priority', () => {
  const tcp = { priority: 200, protocol: 'Tcp', destinationPortRanges: ['443'] };
  const storage = { ...tcp, destinationAddressPrefixes: ['Storage'] };
  const allow = rule({ ...storage, name: 'b-allow', access: 'ALLOW' });
  const deny = rule({ ...storage, name: 'a-deny' });
  const vault = rule({ ...tcp, name: 'c-vault', destinationAddressPrefixes: ['AzureKeyVault'] });
  const outcomes = (...securityRules: RuleFields[]) => {
    const report = check({ securityRules });
    return ['outbound-443-Storage', 'outbound-443-AzureKeyVault'].map(
      (id) => flowOf(report, id).outcome,
    );
  };

  it.each([
    ['of which one is refused', [allow, deny], ['UNKNOWN', 'ALLOWED']],
    ['whatever their order', [deny, allow], ['UNKNOWN', 'ALLOWED']],
    ['that do the same', [deny, vault], ['DENIED', 'DENIED']],
    [
      'behind a rule that decides',
      [{ ...allow, name: 'first', priority: 100 }, allow, deny],
      ['ALLOWED', 'ALLOWED'],
    ],
    [
      'on packets of one alone, since the other may be the one that is taken',
      [{ ...allow, protocol: 'Udp' }, deny],
      ['UNKNOWN', 'ALLOWED'],
    ],
  ])('%s', (_, rules, wanted) => {
    expect(outcomes(...rules)).toEqual(wanted);
  });

  it('are named as what an undecided flow hangs on', () => {
    const { assumptions } = check({ securityRules: [allow, deny] });
    expect(assumptions.map(({ code }) => code)).toContain('PRIORITY_CONTESTED');
  });
});
