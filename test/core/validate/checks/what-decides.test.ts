/** Facts that decide: regions of the network, refused rules, ports of tags, printed addresses, DNS and tunnels. */

import { describe, expect, it } from 'vitest';
import { type LocationInput, type RuleFields, withDefaults } from '../../../../core/deployment.ts';
import {
  example,
  inbound,
  outbound,
  securityRules,
} from '../../../../core/validate/checks/kit/example.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');
const allow = (source: string, more: Partial<RuleFields> = {}) =>
  inbound('AllowSource', 200, 'ALLOW', source, '3443', more);
const deny = (source: string) => inbound('DenySource', 100, 'DENY', source, '3443');
const tunnel = {
  routes: [
    { name: 'default', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualNetworkGateway' },
    { name: 'back', addressPrefix: 'ApiManagement', nextHopType: 'Internet' },
  ],
};
const withSql = (addressPrefix: string) => ({
  subnet: { addressPrefix, serviceEndpoints: ['Microsoft.Sql'] },
  routeTable: tunnel,
});

describe('what decides', () => {
  it.each<[string, string, Partial<LocationInput>, string[]]>([
    [
      'a network in its region',
      'network-in-other-region',
      { virtualNetworkRegion: 'West Europe' },
      [],
    ],
    [
      'a network elsewhere',
      'network-in-other-region',
      { virtualNetworkRegion: 'uksouth' },
      ['ERROR FAIL /locations/0/virtualNetworkRegion'],
    ],
    [
      'a region that is an expression',
      'network-in-other-region',
      { virtualNetworkRegion: '[resourceGroup().location]' },
      [],
    ],
    [
      'Sql on 443',
      'tag-on-undocumented-port',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '443')),
      ['WARNING PASS /locations/0/networkSecurityGroup/securityRules/0/destinationPortRanges'],
    ],
    [
      'Sql on 1433 and 443',
      'tag-on-undocumented-port',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', ['443', '1433'])),
      [],
    ],
    [
      'everything on 443',
      'tag-on-undocumented-port',
      securityRules(outbound('AllowAll', 100, 'ALLOW', '*', '443')),
      [],
    ],
    ['no custom DNS', 'custom-dns-names', {}, []],
    [
      'custom DNS',
      'custom-dns-names',
      { dnsServers: ['10.0.0.4'] },
      ['INFO PASS /locations/0/dnsServers'],
    ],
  ])('%s: %s', (_, id, location, wanted) => {
    expect(inShort(findingsIn(id, location))).toEqual(wanted);
  });

  it('names the services whose names custom DNS servers must resolve', () => {
    const [finding] = findingsIn('custom-dns-names', { dnsServers: ['10.0.0.4'] });
    expect(finding?.message).toMatch(/10\.0\.0\.4 must resolve .*Azure SQL/);
  });

  it.each([
    ['DENY' as const, 90, 'AllowNothing'],
    ['DENY' as const, 5000, 'AllowNothing'],
    ['DENY' as const, 200, 'deny the rest'],
  ])('evaluates a %s rule of priority %i named %s as written', (access, priority, name) => {
    const { deployment } = example(
      '',
      securityRules(management, outbound(name, priority, access, 'Sql', '1433')),
    );
    const { flows, verdict } = validate(withDefaults(deployment), {
      serviceTagFiles: [],
      whatIf: 'NONE',
    });
    const sql = flows.find(({ key }) => key === 'outbound-1433-Sql');
    expect([verdict, sql?.outcome, sql?.decidedBy]).toEqual(['FAIL', 'DENIED', name]);
  });

  it.each([
    {
      about: 'the address of the region',
      rules: [allow('20.150.167.160/32')],
      severity: 'WARNING',
    },
    {
      about: 'all but a few others',
      rules: [deny('51.145.56.125'), allow('*')],
      severity: 'WARNING',
    },
    {
      about: 'the address of another region',
      rules: [allow('51.145.56.125/32')],
      severity: 'ERROR',
    },
    {
      about: 'all but the address',
      rules: [deny('20.150.167.160'), allow('*')],
      severity: 'ERROR',
    },
    {
      about: 'the address to half of the subnet',
      rules: [allow('20.150.167.160', { destinationAddressPrefixes: ['10.0.1.0/28'] })],
      severity: 'ERROR',
    },
  ])('accepts the printed address of the region: $about', ({ rules, severity }) => {
    const findings = findingsIn(
      'required-flow-partial',
      { region: 'westus3', subnet: { addressPrefix: '10.0.1.0/27' }, ...securityRules(...rules) },
      { edition: '2023-01-06', locations: [] },
    );
    expect(findings.map((one) => [one.severity, one.outcome])).toEqual([
      [severity, severity === 'ERROR' ? 'FAIL' : 'PASS'],
    ]);
    expect(findings[0]?.remediation).toMatch(/ApiManagement/);
  });

  it('says that a further location reaches Sql of the primary region through the tunnel', () => {
    const findings = findingsIn('traffic-force-tunneled', withSql('10.1.0.0/24'), {
      tier: 'PREMIUM',
      locations: [{ region: 'northeurope', ...withSql('10.2.0.0/24') }],
    });
    expect(
      findings.map(({ region, message }) => [
        region,
        message.includes('traffic to Sql.WestEurope'),
      ]),
    ).toEqual([
      ['westeurope', false],
      ['northeurope', true],
    ]);
  });
});
