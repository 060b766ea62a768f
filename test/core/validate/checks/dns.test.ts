/** What security rules do with queries to DNS servers. */

import { describe, expect, it } from 'vitest';
import { type LocationInput, type RuleFields, withDefaults } from '../../../../core/deployment.ts';
import { inbound, outbound, securityRules } from '../../../../core/validate/checks/kit/example.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { findingsIn } from '../../../support/findings.ts';

const any = { protocol: '*' };
const udp = { protocol: 'Udp' };
const denyAll = outbound('DenyAll', 4096, 'DENY', '*', '*', any);
const denyInternet = outbound('DenyInternet', 4000, 'DENY', 'Internet', '*', any);
const network = { virtualNetworkAddressPrefixes: ['10.0.0.0/16'] };
const watched = ['custom-dns-53-blocked', 'platform-traffic-blocked'];

interface Case {
  readonly about: string;
  readonly servers?: readonly string[];
  readonly rules: readonly RuleFields[];
  readonly location?: Partial<LocationInput>;
  /** "check severity outcome path", the path from the location. */
  readonly found: readonly string[];
}

const lost = 'custom-dns-53-blocked ERROR FAIL dnsServers/0';
const perhaps = 'custom-dns-53-blocked WARNING NEEDS_REVIEW dnsServers/0';

const cases: readonly Case[] = [
  { about: 'nothing is denied', servers: ['10.0.0.4'], rules: [], found: [] },
  {
    about: 'a server in the virtual network and a deny of the Internet',
    servers: ['10.0.0.4'],
    rules: [denyInternet],
    location: network,
    found: [],
  },
  {
    about: 'a server in the virtual network and a deny of all',
    servers: ['10.0.0.4'],
    rules: [denyAll],
    location: network,
    found: [lost],
  },
  {
    about: 'a deny of all but the virtual network',
    servers: ['10.0.0.4'],
    rules: [outbound('AllowVnet', 200, 'ALLOW', 'VirtualNetwork', '*', any), denyAll],
    location: network,
    found: [],
  },
  {
    about: 'the same where the address space is not known',
    servers: ['10.0.0.4'],
    rules: [outbound('AllowVnet', 200, 'ALLOW', 'VirtualNetwork', '*', any), denyAll],
    found: [perhaps],
  },
  {
    about: 'a private server outside the address space that is given',
    servers: ['172.16.0.4'],
    rules: [outbound('AllowVnet', 200, 'ALLOW', 'VirtualNetwork', '*', any), denyAll],
    location: network,
    found: [perhaps],
  },
  {
    about: 'a private server, and only default rules',
    servers: ['172.16.0.4'],
    rules: [],
    found: [],
  },
  {
    about: 'a public server and a deny of the Internet',
    servers: ['9.9.9.9'],
    rules: [denyInternet],
    found: [lost],
  },
  {
    about: 'a public server that is allowed by its address',
    servers: ['9.9.9.9'],
    rules: [outbound('AllowNames', 200, 'ALLOW', '9.9.9.9', '53', any), denyAll],
    found: [],
  },
  {
    about: 'UDP alone is allowed',
    servers: ['10.0.0.4'],
    rules: [outbound('AllowNames', 200, 'ALLOW', '10.0.0.4', '53', udp), denyAll],
    location: network,
    found: ['custom-dns-53-blocked WARNING PASS dnsServers/0'],
  },
  {
    about: 'TCP alone is allowed',
    servers: ['10.0.0.4'],
    rules: [outbound('AllowNames', 200, 'ALLOW', '10.0.0.4', '53'), denyAll],
    location: network,
    found: [lost],
  },
  {
    about: 'another port is denied',
    servers: ['10.0.0.4'],
    rules: [outbound('DenyWeb', 200, 'DENY', '*', '443', any)],
    found: [],
  },
  {
    about: 'one of two servers is out of reach',
    servers: ['10.0.0.4', '10.0.0.5'],
    rules: [outbound('AllowNames', 200, 'ALLOW', '10.0.0.4', '53', any), denyAll],
    location: network,
    found: ['custom-dns-53-blocked WARNING PASS dnsServers/1'],
  },
  {
    about: 'both servers are out of reach',
    servers: ['10.0.0.4', '10.0.0.5'],
    rules: [denyAll],
    location: network,
    found: [lost, 'custom-dns-53-blocked ERROR FAIL dnsServers/1'],
  },
  {
    about: "Azure's own server is outside security rules",
    servers: ['168.63.129.16'],
    rules: [denyAll],
    found: [],
  },
  {
    about: 'no server is given and everything is denied',
    rules: [denyAll],
    found: ['custom-dns-53-blocked INFO PASS networkSecurityGroup/securityRules/1'],
  },
  {
    about: 'no server is given and names pass to the virtual network',
    rules: [outbound('AllowNames', 200, 'ALLOW', 'VirtualNetwork', '53', udp), denyAll],
    found: [],
  },
  {
    about: 'no server is given and names pass to one address',
    rules: [outbound('AllowNames', 200, 'ALLOW', '10.255.255.4', '53', udp), denyAll],
    found: [],
  },
  { about: 'no server is given and the Internet is denied', rules: [denyInternet], found: [] },
  {
    about: 'the tag of the platform is denied',
    rules: [outbound('DenyNames', 200, 'DENY', 'AzurePlatformDNS', '*', any)],
    found: ['platform-traffic-blocked ERROR FAIL networkSecurityGroup/securityRules/1'],
  },
  {
    about: 'the tag is denied for TCP alone',
    rules: [outbound('DenyNames', 200, 'DENY', 'AzurePlatformDNS', '*')],
    found: [],
  },
  {
    about: 'the tag is denied behind a rule that lets everything pass',
    rules: [
      outbound('AllowAll', 190, 'ALLOW', '*', '*', any),
      outbound('DenyNames', 200, 'DENY', 'AzurePlatformDNS', '*', any),
    ],
    found: [],
  },
  {
    about: 'the tag is denied, and there are other servers',
    servers: ['10.0.0.4'],
    rules: [outbound('DenyNames', 200, 'DENY', 'AzurePlatformDNS', '*', any)],
    location: network,
    found: [],
  },
  {
    about: 'the tag is denied for another subnet',
    rules: [
      outbound('DenyNames', 200, 'DENY', 'AzurePlatformDNS', '*', {
        ...any,
        sourceAddressPrefixes: ['10.9.0.0/24'],
      }),
    ],
    found: [],
  },
];

describe('DNS', () => {
  it.each(cases)('$about', ({ servers = [], rules, location, found: actual }) => {
    const { findings } = validate(
      withDefaults({
        tier: 'DEVELOPER',
        virtualNetworkType: 'INTERNAL',
        locations: [
          {
            region: 'westeurope',
            subnet: { addressPrefix: '10.0.1.0/27' },
            dnsServers: servers,
            ...securityRules(
              inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
              ...rules,
            ),
            ...location,
          },
        ],
      }),
      { serviceTagFiles: [], whatIf: 'NONE' },
    );
    expect(
      findings
        .filter(({ checkId }) => watched.includes(checkId))
        .map(
          ({ checkId, severity, outcome, path }) =>
            `${checkId} ${severity} ${outcome} ${path.replace('/deployment/locations/0/', '')}`,
        ),
    ).toEqual(actual);
  });
});

describe('a private server that is perhaps denied', () => {
  const allowVnet = outbound('AllowVnet', 200, 'ALLOW', 'VirtualNetwork', '*', any);
  const openRule = outbound('Open', 190, 'ALLOW', "[parameters('dns')]", '53', any);
  it.each<[string, string, Partial<LocationInput>, RuleFields[], RegExp]>([
    [
      'no address space',
      '10.0.0.4',
      {},
      [allowVnet, denyAll],
      /^add the address space .*virtualNetworkAddressPrefixes.*; or allow UDP and TCP 53/,
    ],
    [
      'an address space without it',
      '172.16.0.4',
      network,
      [allowVnet, denyAll],
      /^add the prefix of 172\.16\.0\.4/,
    ],
    ['an expression', '10.0.0.4', network, [openRule, denyAll], /^allow UDP and TCP 53/],
    ['denied for certain', '10.0.0.4', network, [denyAll], /^allow UDP and TCP 53/],
  ])('%s: the remedy names the input that decides', (_, server, location, rules, expected) => {
    const [finding] = findingsIn('custom-dns-53-blocked', {
      subnet: { addressPrefix: '10.0.1.0/27' },
      dnsServers: [server],
      ...location,
      ...securityRules(...rules),
    });
    expect(finding?.remediation).toMatch(expected);
  });
});
