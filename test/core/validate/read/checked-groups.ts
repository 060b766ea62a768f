/** A group with the rules or the document given, checked in a deployment of one location. */

import type { Deployment, NetworkSecurityGroup, RuleFields } from '../../../../core/deployment.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../support/groups.ts';

export const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

export const frame = {
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
  edition: '2023-01-06',
} as const;

export const deploymentWith = (group: NetworkSecurityGroup): Deployment =>
  deploymentOf({ ...frame, regions: [...frame.regions] }, group, { subnet: '10.0.1.0/24' });

export const check = (group: NetworkSecurityGroup): ConfigReport =>
  validate(deploymentWith(group), none);

export const rule = (overrides: Partial<RuleFields> = {}): RuleFields => ({
  name: 'Storage',
  priority: 200,
  direction: 'OUTBOUND',
  access: 'ALLOW',
  protocol: 'Tcp',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['Storage'],
  destinationPortRanges: ['443', '445'],
  ...overrides,
});
