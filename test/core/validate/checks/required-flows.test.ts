/** Documented traffic that is denied, allowed in part or not decided: how grave that is, and what is advised. */

import { describe, expect, it } from 'vitest';
import {
  type DeploymentInput,
  type LocationInput,
  type RuleFields,
  withDefaults,
} from '../../../../core/deployment.ts';
import {
  example,
  inbound,
  outbound,
  securityRules,
} from '../../../../core/validate/checks/kit/example.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';
import { pinned } from '../../../support/pinned-edition.ts';
import { denyAll, denyInternet, external } from '../../../support/table.ts';
import { fileChoices } from '../../../support/weekly-files.ts';

const subnet = { addressPrefix: '10.0.1.0/24' };
const management = inbound('Management', 100, 'ALLOW', 'ApiManagement', '3443');
const manager = inbound('Manager', 110, 'ALLOW', 'AzureTrafficManager', '443');
const probe = inbound('Probe', 120, 'ALLOW', 'AzureLoadBalancer', '6390');
const clients = (remote: string) => inbound('Clients', 130, 'ALLOW', remote, '443');
const cut = (remote: string, more: Partial<RuleFields> = {}) =>
  outbound('Cut', 100, 'DENY', remote, '80', { protocol: '*', ...more });

const group = '/locations/0/networkSecurityGroup/securityRules';

describe.each(fileChoices)('required-flow-partial with $files', ({ serviceTagFiles }) => {
  it.each<[about: string, rules: RuleFields[], actual: string]>([
    [
      'some clients',
      [clients('203.0.113.0/24'), management, manager, probe, denyAll],
      `WARNING NEEDS_REVIEW ${group}/4`,
    ],
    [
      'clients by way of Front Door',
      [clients('AzureFrontDoor.Backend'), management, manager, probe, denyAll],
      `WARNING NEEDS_REVIEW ${group}/4`,
    ],
    [
      'probes of Traffic Manager alone',
      [management, manager, probe, denyAll],
      `ERROR FAIL ${group}/3`,
    ],
  ])('clients: %s', (_, rules, actual) => {
    const input = { subnet, ...securityRules(...rules) };
    const findings = findingsIn('required-flow-partial', input, external, serviceTagFiles);
    expect(inShort(findings)).toEqual([actual]);
  });

  it.each<[about: string, rules: RuleFields[], actual: string]>([
    ['a service', [management, cut('Sql')], `WARNING NEEDS_REVIEW ${group}/1`],
    ['a range', [management, cut('198.51.100.0/24')], `WARNING NEEDS_REVIEW ${group}/1`],
    ['half of it', [management, cut('128.0.0.0/1')], `ERROR FAIL ${group}/1`],
    [
      'everything but a service',
      [management, outbound('Cloud', 100, 'ALLOW', 'AzureActiveDirectory', '80'), denyInternet],
      `ERROR FAIL ${group}/2`,
    ],
    [
      'everything for half of the subnet',
      [management, cut('*', { sourceAddressPrefixes: ['10.0.1.0/25'] })],
      `ERROR FAIL ${group}/1`,
    ],
  ])('of the internet is denied: %s', (_, rules, actual) => {
    const input = { subnet, ...securityRules(...rules) };
    const findings = findingsIn('required-flow-partial', input, {}, serviceTagFiles);
    expect(inShort(findings)).toContain(actual);
  });
});

describe('the probe of the load balancer in the Developer tier, on which documents disagree', () => {
  const half = { sourceAddressPrefixes: ['*'], destinationAddressPrefixes: ['10.0.1.0/25'] };
  it.each<[string, RuleFields[], Partial<DeploymentInput>, string[]]>([
    ['denied in Developer', [management, denyAll], {}, ['WARNING NEEDS_REVIEW']],
    ['denied in Premium', [management, denyAll], { tier: 'PREMIUM' }, ['ERROR FAIL']],
    [
      'allowed for half of the subnet in Developer',
      [management, inbound('Half', 120, 'ALLOW', '*', '6390', half), denyAll],
      {},
      ['WARNING NEEDS_REVIEW'],
    ],
    [
      'allowed for half of the subnet in Premium',
      [management, inbound('Half', 120, 'ALLOW', '*', '6390', half), denyAll],
      { tier: 'PREMIUM' },
      ['ERROR FAIL'],
    ],
    [
      'denied on stv1, where no document asks for it',
      [management, denyAll],
      { platform: 'STV1' },
      [],
    ],
    ['allowed', [management, probe, denyAll], {}, []],
  ])('%s', (_, rules, deployment, expected) => {
    const input = { subnet, ...securityRules(...rules) };
    const actual = ['required-flow-denied', 'required-flow-partial'].flatMap((id) =>
      findingsIn(id, input, deployment).filter(({ message }) => /probe/.test(message)),
    );
    expect(actual.map(({ severity, outcome }) => `${severity} ${outcome}`)).toEqual(expected);
    for (const { message, severity, citations } of actual) {
      expect(message.includes('says that the Developer tier does not need')).toBe(
        severity === 'WARNING',
      );
      expect(citations.map(({ section }) => section)).toContain('Azure load balancer');
    }
  });

  it('does not fail a group that is right otherwise, and is allowed by the remedy', () => {
    const { deployment } = example('', { subnet, ...securityRules(management, denyAll) });
    const report = validate(pinned(withDefaults(deployment)), {
      serviceTagFiles: [],
      whatIf: 'NONE',
    });
    expect(report.verdict).toBe('NEEDS_REVIEW');
    const [group] = report.remediation();
    expect(group?.rules.map(({ portRuleId }) => portRuleId)).toEqual(['load-balancer']);
  });
});

describe('required-flow-undecided', () => {
  const allow = outbound('Allow', 200, 'ALLOW', 'Sql', '1433');
  const deny = outbound('Deny', 200, 'DENY', 'Sql', '1433');
  it.each<[about: string, rules: RuleFields[], rule: string, remedy: RegExp]>([
    [
      'an expression',
      [{ ...deny, priority: 100, destinationAddressPrefixes: ["[parameters('x')]"] }],
      'Deny',
      /^replace the expressions/,
    ],
    [
      'two rules of one priority',
      [allow, deny],
      'Allow and Deny',
      /^give each rule its own priority/,
    ],
    [
      'addresses',
      [outbound('Deny', 100, 'DENY', '20.60.0.0/16', '1433')],
      'Deny',
      /^load the official/,
    ],
  ])('names the rule and the remedy: %s', (_, rules, rule, remedy) => {
    const findings = findingsIn('required-flow-undecided', {
      subnet,
      ...securityRules(management, ...rules),
    });
    const [finding] = findings.filter(({ message }) => message.includes('1433'));
    expect(finding?.message).toContain(`depends on ${rule}`);
    expect(finding?.message).not.toContain('AllowInternetOutBound');
    expect(finding?.remediation).toMatch(remedy);
  });
});

it('names the rule of which only the access is open', () => {
  const rule = {
    name: 'Sql',
    priority: 100,
    direction: 'Outbound',
    access: "[parameters('access')]",
    protocol: 'Tcp',
    sourcePortRange: '*',
    sourceAddressPrefix: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '1433',
  };
  const [finding] = findingsIn('required-flow-undecided', {
    subnet,
    networkSecurityGroup: { document: { securityRules: [{ name: 'Sql', properties: rule }] } },
  });
  expect(finding?.message).toMatch(/could not be decided; it depends on Sql$/);
  expect(finding?.rules).toEqual(['Sql']);
});

describe('required traffic within the virtual network', () => {
  const allow = (prefix: string) =>
    inbound('Peers', 100, 'ALLOW', prefix, ['6381-6383', '10000'], { protocol: '*' });
  const features = { features: ['INTERNAL_CACHE'] } as const;
  const remedyOf = (rules: RuleFields[], location: Partial<LocationInput> = {}) =>
    findingsIn(
      'required-flow-undecided',
      { subnet, ...location, ...securityRules(management, probe, ...rules, denyAll) },
      features,
    ).map(({ remediation }) => remediation);

  it('asks for the address space where prefixes meet it', () => {
    expect(remedyOf([allow('10.0.0.0/8')])).toEqual([
      expect.stringMatching(/^add the address space .*virtualNetworkAddressPrefixes/),
    ]);
    const virtualNetworkAddressPrefixes = ['10.0.0.0/16'];
    expect(remedyOf([allow('10.0.0.0/8')], { virtualNetworkAddressPrefixes })).toEqual([]);
  });

  it('asks for values where expressions do', () => {
    expect(remedyOf([allow("[parameters('peers')]")])).toEqual([
      'replace the expressions by their values',
    ]);
  });
});

describe('unit-traffic-denied', () => {
  const cache = 'TCP 6381-6383';
  const counters = 'UDP 4290';
  const allowUnits = (port: string, protocol: string) =>
    [inbound, outbound].map((rule) =>
      rule(`Units${port}`, 150, 'ALLOW', 'VirtualNetwork', port, { protocol }),
    );
  const denyOut = outbound('RestOut', 4000, 'DENY', '*', '*', { protocol: '*' });
  const units = (count: number) => ({ units: count });

  it.each<[string, RuleFields[], Partial<LocationInput>, Partial<DeploymentInput>, string[]]>([
    ['one unit', [management, denyAll, denyOut], units(1), {}, []],
    ['nothing denied', [management], units(2), {}, []],
    [
      'all denied both ways',
      [management, denyAll, denyOut],
      units(2),
      {},
      [`inbound ${cache}; outbound ${cache}`, `inbound ${counters}; outbound ${counters}`],
    ],
    [
      'all denied inbound',
      [management, denyAll],
      units(2),
      {},
      [`inbound ${cache}`, `inbound ${counters}`],
    ],
    [
      'counters over TCP',
      [management, ...allowUnits('6381-6383', 'Tcp'), ...allowUnits('4290', 'Tcp'), denyAll],
      units(3),
      {},
      [`inbound ${counters}`],
    ],
    [
      'a feature in use, whose row another check has',
      [management, denyAll],
      units(2),
      { features: ['RATE_LIMIT_COUNTERS'] },
      [`inbound ${cache}`],
    ],
    [
      'an edition that recommends the rows, which another check tells',
      [management, denyAll],
      units(2),
      { edition: '2021-08-06' },
      [],
    ],
  ])('%s', (_, rules, location, deployment, expected) => {
    const findings = findingsIn(
      'unit-traffic-denied',
      { subnet, ...location, ...securityRules(...rules) },
      { tier: 'PREMIUM', ...deployment },
    );
    const flows = findings.map(({ message }) =>
      [...message.matchAll(/(?:in|out)bound (?:TCP|UDP) [\d-]+/g)].join('; '),
    );
    // One finding, whatever the number of rows.
    expect(flows).toEqual(expected.length > 0 ? [expected.join('; ')] : []);
    expect(new Set(findings.map(({ severity, outcome }) => `${severity} ${outcome}`))).toEqual(
      new Set(expected.length > 0 ? ['INFO PASS'] : []),
    );
  });
});
