/** Rules, and the ladders that explain a packet or a rule in a group of them. */

import { withDefaults } from '../../core/deployment.ts';
import type { InputFirewall } from '../../core/firewall.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { deedOf } from '../../core/validate/report/ladders.ts';
import { validateInput } from '../../core/validate/validate-input.ts';
import { readWhySubject } from '../../core/validate/why/subject.ts';
import { type Rule, toRule } from './compared-networks.ts';

export const sql: Rule = [
  'DenySql',
  200,
  'OUTBOUND',
  'DENY',
  'Tcp',
  'VirtualNetwork',
  'Sql',
  '1433',
];
export const allowSql: Rule = ['AllowSql', 300, 'OUTBOUND', 'ALLOW', 'Tcp', '*', 'Sql', '1433'];
export const storage: Rule = ['Storage', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', 'Storage', '443'];
export const office: Rule = [
  'Office',
  110,
  'INBOUND',
  'ALLOW',
  'Tcp',
  '203.0.113.0/25',
  '*',
  '443',
];
export const closed: Rule = ['Closed', 120, 'INBOUND', 'DENY', '*', '203.0.113.0/24', '*', '*'];

export function ladders(
  text: string,
  rules: readonly Rule[] | undefined,
  more: object = {},
  firewalls: readonly InputFirewall[] = [],
) {
  const deployment = withDefaults({
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    firewalls,
    locations: [
      {
        region: 'westeurope',
        subnet: { addressPrefix: '10.0.1.0/27' },
        virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
        ...(rules && { networkSecurityGroup: { securityRules: rules.map(toRule) } }),
        ...more,
      },
    ],
  });
  const report = validateInput(
    { deployment },
    { serviceTagFiles: shippedServiceTagFiles, whatIf: 'NONE' },
  );
  return report.ladders(readWhySubject(text));
}

export const steps = ({ rungs }: ReturnType<typeof ladders>[number]) =>
  rungs.map((rung) => [rung.rule, deedOf(rung)]);
