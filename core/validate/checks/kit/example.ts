/** Deployments that show what a check is content with, what it objects to, and what it cannot decide. */

import type { Direction } from '../../../../data/model.ts';
import type { DeploymentInput, LocationInput, RuleFields } from '../../../deployment.ts';

interface Example {
  /** What is to be seen in it, in a few words. */
  readonly about: string;
}

interface DeploymentExample extends Example {
  readonly deployment: DeploymentInput;
}

/** For what only a document shows. */
interface DocumentExample extends Example {
  readonly document: unknown;
}

/** Both a test of the check and a part of its page. */
export type CheckExample = DeploymentExample | DocumentExample;

export interface CheckExamples {
  /** The check has nothing to say. */
  readonly good: CheckExample;
  /** The check has a finding; absent where all it ever does is ask for a look. */
  readonly bad?: CheckExample;
  /** The check asks for a look; absent where it always decides. */
  readonly unsure?: CheckExample;
}

/** A Developer instance in internal mode in West Europe, but for what is said of it. */
export function example(
  about: string,
  location: Partial<LocationInput>,
  deployment: Partial<DeploymentInput> = {},
): DeploymentExample {
  return {
    about,
    deployment: {
      tier: 'DEVELOPER',
      virtualNetworkType: 'INTERNAL',
      ...deployment,
      locations: [{ region: 'westeurope', ...location }, ...(deployment.locations ?? [])],
    },
  };
}

export function securityRules(
  ...rules: readonly RuleFields[]
): Pick<LocationInput, 'networkSecurityGroup'> {
  return { networkSecurityGroup: { securityRules: rules } };
}

type RuleBuilder = (
  name: string,
  priority: number,
  access: RuleFields['access'],
  remote: string,
  ports: string | readonly string[],
  more?: Partial<RuleFields>,
) => RuleFields;

const rulesOf =
  (direction: Direction): RuleBuilder =>
  (name, priority, access, remote, ports, more = {}) => ({
    name,
    priority,
    direction,
    access,
    protocol: 'Tcp',
    sourceAddressPrefixes: [direction === 'INBOUND' ? remote : 'VirtualNetwork'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: [direction === 'INBOUND' ? 'VirtualNetwork' : remote],
    destinationPortRanges: typeof ports === 'string' ? [ports] : ports,
    ...more,
  });

/** A rule from a far end to the virtual network. */
export const inbound = rulesOf('INBOUND');

/** A rule from the virtual network to a far end. */
export const outbound = rulesOf('OUTBOUND');

/** A rule as `az` prints it, but for its destination: for what only the document's own fields show. */
export function ruleToSql(
  destination: Readonly<Record<string, unknown>>,
): Pick<LocationInput, 'networkSecurityGroup'> {
  const rule = {
    name: 'AllowSql',
    priority: 100,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    sourceAddressPrefix: 'VirtualNetwork',
    sourcePortRange: '*',
    ...destination,
  };
  return { networkSecurityGroup: { document: [rule] } };
}

/** An injected instance with its subnet as exported resources, and others beside them. */
export function exported(
  about: string,
  ...others: readonly Readonly<Record<string, unknown>>[]
): CheckExample {
  return {
    about,
    document: [
      {
        type: 'Microsoft.ApiManagement/service',
        name: 'contoso',
        location: 'westeurope',
        sku: { name: 'Developer', capacity: 1 },
        properties: {
          virtualNetworkType: 'Internal',
          virtualNetworkConfiguration: {
            subnetResourceId:
              "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'contoso', 'apim')]",
          },
        },
      },
      {
        type: 'Microsoft.Network/virtualNetworks',
        name: 'contoso',
        properties: {
          addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
          subnets: [{ name: 'apim', properties: { addressPrefix: '10.0.1.0/27' } }],
        },
      },
      ...others,
    ],
  };
}
