/** Groups of rules as input has them, checked in a deployment of one location. */

import type {
  Deployment,
  NetworkSecurityGroup,
  RuleFields,
} from '../../../../../core/deployment.ts';
import type { ConfigReport } from '../../../../../core/validate/report.ts';
import { validate } from '../../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../../support/groups.ts';
import { propertiesOf } from '../../../../support/shapes.ts';

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

export const denyOut = rule({
  name: 'DenyOut',
  priority: 4000,
  access: 'DENY',
  protocol: '*',
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
});

/** The group in the shape of `az network nsg rule list`, with some fields of its first rule replaced. */
export const listWith = (overrides: Record<string, unknown>): NetworkSecurityGroup => ({
  document: [
    { name: 'Storage', ...propertiesOf(rule()), ...overrides },
    { name: 'DenyOut', ...propertiesOf(denyOut) },
  ],
});

/** What is said of rules as they are written, and not of what they deny. */
export const refusals = ({ findings }: ConfigReport) =>
  findings.filter(
    ({ checkId }) => !checkId.startsWith('required-flow') && checkId !== 'custom-dns-53-blocked',
  );

export const outcomes = ({ flows }: ConfigReport) =>
  flows.map(({ key, outcome }) => `${key} ${outcome}`);
