/** The order of findings, and what their messages say of shares. */

import { describe, expect, it } from 'vitest';
import { type ConfigReport, severities } from '../../../core/validate/report.ts';
import { check, rule } from '../../support/one-group.ts';

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
