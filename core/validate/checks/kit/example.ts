/** Example deployments of a check: one that passes, one with a finding, one that it cannot decide. */

import type { Direction } from '../../../../data/model.ts';
import type { DeploymentInput, LocationInput, RuleFields } from '../../../deployment.ts';
import type { OwnFlowInput } from '../../own-flows/own-flow.ts';

interface Example {
  /** What it shows, in a few words. */
  readonly about: string;
}

interface DeploymentExample extends Example {
  readonly deployment: DeploymentInput;
  /** What its owner promises, as `validateConfig` takes it. */
  readonly flows?: readonly OwnFlowInput[];
}

/** For properties that only a document has. */
interface DocumentExample extends Example {
  readonly document: unknown;
}

/** For what only source files have. */
interface SourceExample extends Example {
  readonly source: { readonly files: readonly { readonly path: string; readonly text: string }[] };
}

/** A test of the check and a part of its page. */
export type CheckExample = DeploymentExample | DocumentExample | SourceExample;

export interface CheckExamples {
  /** The check has no finding. */
  readonly good: CheckExample;
  /** The check has a finding; absent if its findings are always NEEDS_REVIEW. */
  readonly bad?: CheckExample;
  /** The finding is NEEDS_REVIEW; absent if the check always decides. */
  readonly unsure?: CheckExample;
}

/** A Developer instance in internal mode in West Europe, with the stated differences. */
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

/** A rule as `az` prints it, with the destination fields of the example. */
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

type Fields = Readonly<Record<string, unknown>>;

/** An injected instance with its subnet as exported resources, and further resources. */
export const exported = (about: string, ...others: readonly Fields[]): CheckExample =>
  exportedIn(about, {}, ...others);

/** The same with more properties of the subnet. */
export function exportedIn(
  about: string,
  subnet: Fields,
  ...others: readonly Fields[]
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
          subnets: [{ name: 'apim', properties: { addressPrefix: '10.0.1.0/27', ...subnet } }],
        },
      },
      ...others,
    ],
  };
}
