/** What Azure Firewall does with the flows of an instance, and what a forced tunnel to one amounts to. */

import { describe, expect, it } from 'vitest';
import type { FirewallCollection } from '../../../../core/firewall.ts';
import { catalog } from '../../../../data/index.ts';
import {
  firewall,
  firewallAddress,
  network,
  networkRule,
  reportOf,
  stepsOf,
  subnet,
  tunneledTo,
} from '../../../support/firewalls.ts';
import { cases, certificates, denyAll, sql, vault } from './firewall-cases.ts';

describe('Azure Firewall', () => {
  it.each(cases)('$about ($document): $flow', ({ flow, rules, more, expected }) => {
    const report = reportOf(tunneledTo([firewall(rules, more)]));
    expect(stepsOf(report, flow)).toEqual([expected]);
  });
});

describe('the next hop', () => {
  const rules = [denyAll];
  const elsewhere = ['0.0.0.0/0', 'VirtualAppliance', '10.9.9.9'] as const;

  it.each([
    [
      'has the address of no firewall',
      [firewall(rules)],
      elsewhere,
      /does not say whether 10\.9\.9\.9/,
    ],
    ['is not in the input', [], elsewhere, /does not contain the appliance at 10\.9\.9\.9/],
    [
      'is a gateway',
      [firewall(rules)],
      ['0.0.0.0/0', 'VirtualNetworkGateway'],
      /behind the gateway/,
    ],
    [
      'is the address of two firewalls',
      [firewall(rules), firewall(rules, { name: 'other', path: '/document/other' })],
      ['0.0.0.0/0', 'VirtualAppliance', firewallAddress],
      /both have the address/,
    ],
  ] as const)('%s: what happens is not known', (_, firewalls, route, reason) => {
    const report = reportOf(tunneledTo([...firewalls], [route]));
    const [step] = stepsOf(report, sql);
    expect(step).toMatch(/^ROUTE UNKNOWN/);
    expect(step).toMatch(reason);
    expect(report.findings.map(({ checkId }) => checkId)).not.toContain('firewall-flow-denied');
    expect(report.assumptions.map(({ code }) => code)).toContain('FIREWALL_POLICY_UNKNOWN');
  });

  it('lies in the subnet of a firewall whose address is not known', () => {
    const open = {
      privateAddresses: ['[the private address of hub]'],
      subnetPrefixes: ['10.0.2.0/26'],
    };
    const report = reportOf(tunneledTo([firewall(rules, open)]));
    expect(stepsOf(report, sql)).toEqual(['DENIED Deny/rule']);
  });
});

const on = "ROUTE UNKNOWN the routes of the firewall's own subnet may lead on";

describe('a flow', () => {
  it('that a service endpoint leads around the firewall does not come there', () => {
    const deployment = tunneledTo([firewall([denyAll])]);
    const [location] = deployment.locations;
    const report = reportOf({
      ...deployment,
      locations: [
        {
          ...location,
          region: 'westeurope',
          subnet: { addressPrefix: subnet, serviceEndpoints: ['Microsoft.KeyVault'] },
        },
      ],
    });
    expect(stepsOf(report, vault)).toEqual([]);
  });

  it('of which routes lead a part there is denied in part', () => {
    const report = reportOf(
      tunneledTo(
        [firewall([denyAll])],
        [
          ['0.0.0.0/0', 'VirtualAppliance', firewallAddress],
          ['128.0.0.0/1', 'Internet'],
        ],
      ),
    );
    expect(stepsOf(report, certificates)).toEqual(['DENIED Deny/rule']);
  });
});

describe('a firewall whose own subnet has routes', () => {
  it.each([
    [
      'lets pass',
      [network('Net', 'ALLOW', networkRule(['Sql'], ['1433']))],
      ['ALLOWED Net/rule', on],
    ],
    ['denies', [denyAll], ['DENIED Deny/rule']],
  ] as const)('leaves open where goes what it %s', (_, rules, expected) => {
    const report = reportOf(tunneledTo([firewall(rules, { hasOwnRoutes: true })]));
    expect(stepsOf(report, sql)).toEqual(expected);
    const isOpen = report.findings.some(({ message }) => message.includes('may lead on'));
    expect(isOpen).toBe(expected.length > 1);
  });
});

describe('the verdict of a tunnel', () => {
  const rows = networkRule(
    ['Storage', 'Sql', 'AzureKeyVault', 'AzureMonitor'],
    ['443', '1433', '1886'],
  );
  const web = networkRule(['*'], ['80', '443']);
  const services = [...new Set(catalog.serviceEndpoints.map(({ service }) => service))];
  const idsOf = (rules: readonly FirewallCollection[], serviceEndpoints: readonly string[]) => {
    const deployment = tunneledTo([firewall(rules)]);
    const locations = deployment.locations.map((location) => ({
      ...location,
      subnet: { addressPrefix: subnet, serviceEndpoints },
    }));
    return reportOf({ ...deployment, locations }).findings.flatMap(({ checkId, outcome }) =>
      /firewall|tunnel/.test(checkId) ? [`${checkId} ${outcome}`] : [],
    );
  };

  it.each([
    [
      'allowed, with all service endpoints',
      services,
      [network('Net', 'ALLOW', rows, web)],
      ['traffic-force-tunneled PASS'],
    ],
    [
      'allowed, without service endpoints',
      [],
      [network('Net', 'ALLOW', rows, web)],
      ['traffic-force-tunneled NEEDS_REVIEW'],
    ],
    [
      'allowed by tag: the documented hosts are in doubt',
      services,
      [network('Net', 'ALLOW', rows, networkRule(['*'], ['80']))],
      ['firewall-host-not-allowed NEEDS_REVIEW', 'traffic-force-tunneled PASS'],
    ],
    [
      'denied',
      services,
      [denyAll],
      [
        'firewall-flow-denied FAIL',
        'firewall-host-not-allowed NEEDS_REVIEW',
        'traffic-force-tunneled PASS',
      ],
    ],
  ] as const)('where it is %s', (_, endpoints, rules, expected) => {
    expect(idsOf(rules, endpoints)).toEqual(expected);
  });
});
