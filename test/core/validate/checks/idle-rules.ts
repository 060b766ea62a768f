/** Findings on rules that do nothing: shadowed, inert, in the wrong direction or with swapped ends. */

import { type RuleFields, withDefaults } from '../../../../core/deployment.ts';
import type { Finding } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { hiddenIn, namesIn } from '../../../support/findings.ts';

export const ids = [
  'rule-shadowed',
  'wrong-direction',
  'rule-ends-swapped',
  'wrong-destination',
  'rule-inert',
];
const everything = { protocol: '*', sourceAddressPrefixes: ['*'] };
export const everywhere = { ...everything, destinationAddressPrefixes: ['*'] };

export interface Space {
  readonly subnet?: string;
  readonly virtualNetwork?: readonly string[];
}

export function findingsOn(
  rules: readonly RuleFields[],
  { subnet, virtualNetwork = [] }: Space = {},
): readonly Finding[] {
  const deployment = withDefaults({
    tier: 'DEVELOPER',
    virtualNetworkType: 'EXTERNAL',
    locations: [
      {
        region: 'westeurope',
        virtualNetworkAddressPrefixes: virtualNetwork,
        ...(subnet !== undefined && { subnet: { addressPrefix: subnet } }),
        networkSecurityGroup: { securityRules: rules },
      },
    ],
  });
  const { findings } = validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' });
  return findings.filter(
    (finding) => ids.includes(finding.checkId) || hiddenIn(finding).length > 0,
  );
}

export const inShort = (findings: readonly Finding[]) =>
  findings.flatMap((finding) => {
    const { checkId, severity } = finding;
    if (!ids.includes(checkId)) {
      return hiddenIn(finding).map((name) => `rule-shadowed WARNING ${name}`);
    }
    return namesIn(finding).map((name) => `${checkId} ${severity} ${name}`);
  });

export type Row = [string, RuleFields[], Space, string[]];
