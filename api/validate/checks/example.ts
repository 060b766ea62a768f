/** Deployments that show what a check is content with, what it objects to, and what it cannot decide. */

import type { Direction } from '../../../data/model.ts';
import type { GivenDeployment, GivenLocation } from '../deployment.ts';
import type { SecurityRuleFields } from '../model.ts';

/** Both a test of the check and a part of its page. */
export interface CheckExample {
  /** What is to be seen in it, in a few words. */
  readonly about: string;
  readonly deployment: GivenDeployment;
}

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
  location: Partial<GivenLocation>,
  deployment: Partial<GivenDeployment> = {},
): CheckExample {
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
  ...rules: readonly SecurityRuleFields[]
): Pick<GivenLocation, 'networkSecurityGroup'> {
  return { networkSecurityGroup: { securityRules: rules } };
}

type RuleBuilder = (
  name: string,
  priority: number,
  access: SecurityRuleFields['access'],
  remote: string,
  ports: string | readonly string[],
  more?: Partial<SecurityRuleFields>,
) => SecurityRuleFields;

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
