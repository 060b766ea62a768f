/** One deployment in many styles of Bicep: the same rules, flows and verdict as field by field. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBicep } from '../../../../../core/validate/read/bicep/read-bicep.ts';
import { readDocument } from '../../../../../core/validate/read/document.ts';
import { validateDocument } from '../../../../../core/validate/validate-document.ts';
import { styles } from '../../../../support/bicep-styles.ts';
import { runs } from '../../../../support/runs.ts';
import { fieldByField, options, said, sample } from '../../../../support/sample-deployment.ts';

describe.each(Object.entries(styles))('%s', (_, write) => {
  it('says the same as field by field', () => {
    const reading = readBicep(write(sample));
    expect(reading.problems).toEqual([]);
    expect(reading.unread).toEqual([]);
    expect(reading.missing).toEqual([]);
    expect(said(validateDocument(reading.document, options))).toEqual(said(fieldByField(sample)));
  });

  it('reads the rules with all their fields', () => {
    const [location] = readDocument(readBicep(write(sample)).document).deployment.locations;
    const group = location?.networkSecurityGroup;
    const rules = group && 'rules' in group ? (group.rules ?? []) : [];
    const short = (list: readonly { name: string; priority: number | string }[]) =>
      list.map(({ name, priority }) => `${priority} ${name}`).sort();
    expect(short(rules)).toEqual(short(sample.rules));
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
        const { document } = readBicep(write(mutant));
        expect(said(validateDocument(document, options))).toEqual(said(fieldByField(mutant)));
      }),
      runs(15),
    );
  });
});
