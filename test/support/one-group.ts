/** One group of rules, checked in a deployment of one location. */

import type { NetworkSecurityGroup, RuleFields } from '../../core/deployment.ts';
import type { ConfigReport } from '../../core/validate/report.ts';
import { validate } from '../../core/validate/validate.ts';
import { deploymentOf, subnet } from './groups.ts';

export const frame = {
  virtualNetworkType: 'EXTERNAL' as const,
  platform: 'STV2' as const,
  regions: ['westeurope'],
  edition: '2023-01-06' as const,
};

export const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

export const check = (
  group: NetworkSecurityGroup,
  options: Parameters<typeof validate>[1] = none,
) => validate(deploymentOf(frame, group, { subnet }), options);

export const rule = (overrides: Partial<RuleFields>): RuleFields => ({
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

export const flowOf = ({ flows }: ConfigReport, id: string) => {
  const flow = flows.find((candidate) => candidate.key === id);
  if (!flow) throw new Error(`no flow ${id}`);
  return flow;
};
