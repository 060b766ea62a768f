/** One deployment in many styles of Terraform: the same rules, flows and verdict as field by field. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../../core/deployment.ts';
import { readDocument } from '../../../../../core/validate/read/document.ts';
import { readTerraform } from '../../../../../core/validate/read/hcl/read-terraform.ts';
import type { ConfigReport } from '../../../../../core/validate/report.ts';
import { validate, validateDocument } from '../../../../../core/validate/validate.ts';
import { azapiStyles } from '../../../../support/azapi-styles.ts';
import { patience, runs } from '../../../../support/runs.ts';
import type { Sample, SampleRule } from '../../../../support/terraform-sample.ts';
import { styles } from '../../../../support/terraform-styles.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const rule = (
  name: string,
  priority: number,
  direction: SampleRule['direction'],
  [source, destination]: readonly [string, string],
  ports: readonly string[],
  access: SampleRule['access'] = 'Allow',
  protocol = 'Tcp',
): SampleRule => ({ name, priority, direction, access, protocol, source, destination, ports });

const sample: Sample = {
  subnetPrefix: '10.20.1.0/24',
  type: 'Internal',
  route: { name: 'default', prefix: '0.0.0.0/0', hop: 'Internet' },
  rules: [
    rule('management', 100, 'Inbound', ['ApiManagement', 'VirtualNetwork'], ['3443']),
    rule('probe', 110, 'Inbound', ['AzureLoadBalancer', 'VirtualNetwork'], ['6390']),
    rule('partners', 120, 'Inbound', ['10.1.0.0/16', '10.20.1.0/24'], ['443', '8443']),
    rule('deny-all', 4000, 'Inbound', ['*', '*'], ['*'], 'Deny', '*'),
    rule('storage', 100, 'Outbound', ['VirtualNetwork', 'Storage'], ['443']),
    rule('sql', 110, 'Outbound', ['VirtualNetwork', 'Sql'], ['1443']),
    rule('monitor', 120, 'Outbound', ['VirtualNetwork', 'AzureMonitor'], ['443', '1886']),
    rule('deny-internet', 4001, 'Outbound', ['*', 'Internet'], ['*'], 'Deny', '*'),
  ],
};

/** The report on the sample given field by field. */
function fieldByField({ rules, subnetPrefix, type, route }: Sample): ConfigReport {
  const securityRules = rules.map(({ source, destination, ports, ...one }) => ({
    ...one,
    direction: one.direction === 'Inbound' ? ('INBOUND' as const) : ('OUTBOUND' as const),
    access: one.access === 'Allow' ? ('ALLOW' as const) : ('DENY' as const),
    sourceAddressPrefixes: [source],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: [destination],
    destinationPortRanges: ports,
  }));
  const deployment = withDefaults({
    tier: 'PREMIUM',
    virtualNetworkType: type === 'Internal' ? 'INTERNAL' : 'EXTERNAL',
    locations: [
      {
        region: 'West Europe',
        units: 2,
        subnet: { addressPrefix: subnetPrefix, serviceEndpoints: ['Microsoft.Storage'] },
        networkSecurityGroup: { securityRules },
        ...(route && {
          routeTable: {
            routes: [{ name: route.name, addressPrefix: route.prefix, nextHopType: route.hop }],
          },
        }),
        dnsServers: ['10.20.0.4'],
        virtualNetworkAddressPrefixes: ['10.20.0.0/16'],
      },
    ],
  });
  return validate(deployment, options);
}

/** What a report says, without the places, which differ. */
const said = ({ verdict, flows, findings }: ConfigReport) => ({
  verdict,
  flows: flows.map(({ id, outcome, decidedBy }) => ({ id, outcome, decidedBy })),
  findings: findings
    .map(({ checkId, message }) => ({ checkId, message }))
    .sort((a, b) => (a.message < b.message ? -1 : 1)),
});

const values = { suffix: 'x' };
const all = { ...styles, ...azapiStyles };

describe.each(Object.entries(all))('%s', { timeout: patience }, (_, write) => {
  it('says the same as field by field', () => {
    const reading = readTerraform(write(sample), { values });
    expect(reading.problems).toEqual([]);
    expect(reading.missing).toEqual([]);
    expect(said(validateDocument(reading.document, options))).toEqual(said(fieldByField(sample)));
  });

  it('needs no value for names', () => {
    const reading = readTerraform(write(sample));
    expect(reading.missing).toEqual([]);
    expect(said(validateDocument(reading.document, options))).toEqual(said(fieldByField(sample)));
  });

  it('reads the rules with all their fields', () => {
    const { document } = readTerraform(write(sample), { values });
    const [location] = readDocument(document).deployment.locations;
    const group = location?.networkSecurityGroup;
    const rules = group && 'rules' in group ? (group.rules ?? []) : [];
    const short = (list: readonly { name: string; priority: number | string }[]) =>
      list.map(({ name, priority }) => `${priority} ${name}`).sort();
    expect(short(rules)).toEqual(short(sample.rules));
  });

  it('points into the source', () => {
    const files = write(sample);
    const { document, locate } = readTerraform(files, { values });
    const { findings } = validateDocument(document, options);
    const typo = findings.find(({ checkId }) => checkId === 'port-typo');
    const location = locate(typo?.path ?? '')?.location;
    const text = files.find(({ path }) => path === location?.file)?.text ?? '';
    const lines = text.split('\n').slice((location?.line ?? 1) - 1);
    // At the wrong port, at the rule or text that has it soon, or at the file that is made a text of.
    expect(lines.slice(0, 12).join('\n')).toMatch(/1443|templatefile/);
  });

  it('changes its verdict with every change of a rule', () => {
    const ports = fc.constantFrom('443', '1433', '1886', '3443', '6390', '*', '1-1024');
    const change = fc.record({
      index: fc.nat(sample.rules.length - 1),
      rule: fc.record(
        {
          access: fc.constantFrom('Allow' as const, 'Deny' as const),
          // Of two rules with one priority it depends on their order what is said.
          priority: fc.integer({ min: 130, max: 3999 }),
          protocol: fc.constantFrom('Tcp', 'Udp', '*'),
          source: fc.constantFrom('*', 'VirtualNetwork', 'Internet', '10.20.1.0/24'),
          destination: fc.constantFrom('*', 'Sql', 'Storage', 'Internet', 'VirtualNetwork'),
          ports: fc.uniqueArray(ports, { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
      isGone: fc.boolean(),
      subnetPrefix: fc.constantFrom('10.20.1.0/24', '10.20.1.0/28'),
      type: fc.constantFrom('Internal', 'External'),
    });
    fc.assert(
      fc.property(change, ({ index, rule: changed, isGone, subnetPrefix, type }) => {
        const rules = sample.rules.flatMap((one, at) => {
          if (at !== index) return [one];
          return isGone ? [] : [{ ...one, ...changed }];
        });
        const mutant = { ...sample, rules, subnetPrefix, type };
        const { document } = readTerraform(write(mutant), { values });
        expect(said(validateDocument(document, options))).toEqual(said(fieldByField(mutant)));
      }),
      runs(10),
    );
  });
});
