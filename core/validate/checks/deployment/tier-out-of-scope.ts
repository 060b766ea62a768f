import { cite } from '../../../../data/cite.ts';
import { tierProfileByTier } from '../../../../data/index.ts';
import { findSubnetArithmetic } from '../../../answers/subnet-plan.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { has } from '../../../network/sets/interval-set.ts';
import type { LocationContext } from '../../location/location.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

export const tierOutOfScope: Check = {
  id: 'tier-out-of-scope',
  title: 'Tier outside the port table',
  severity: 'ERROR',
  summary:
    'The tier does not support this network mode, or has its own rules instead of the port table.',
  rationale:
    'The port table is for Developer and Premium. Standard v2 and Premium v2 need far less and have their own rules; the other tiers cannot be in a virtual network at all.',
  avoid: 'tier STANDARD with virtualNetworkType INTERNAL',
  prefer:
    'DEVELOPER or PREMIUM for injection, STANDARD_V2 or PREMIUM_V2 with EXTERNAL for outbound integration',
  examples: {
    good: example('Developer in internal mode', {}),
    bad: example('Standard in internal mode', {}, { tier: 'STANDARD' }),
    unsure: example(
      'an edition from before the tier',
      {},
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL', edition: '2023-01-06' },
    ),
  },
  citations: [
    cite('virtual-network-concepts-2023', 'Networking models by tier'),
    cite('v2-tiers-overview-2026-04-21', 'Networking'),
  ],
  run({ deployment, locations }) {
    const { tier, virtualNetworkType } = deployment;
    const name = tierProfileByTier.get(tier)?.displayName ?? tier;
    if (virtualNetworkType === 'NONE') {
      return [
        {
          message: 'the instance is not in a virtual network, so it needs no security rules',
          path: '/deployment/virtualNetworkType',
          severity: 'INFO',
        },
      ];
    }
    if (!findSubnetArithmetic(tier, virtualNetworkType)) {
      return [
        {
          message: `${name} cannot be deployed with virtualNetworkType ${virtualNetworkType}`,
          path: '/deployment/tier',
          remediation: this.prefer,
        },
      ];
    }
    if (tier === 'DEVELOPER' || tier === 'PREMIUM') return [];
    const applied = locations[0]?.flows[0]?.statement.edition;
    const isOlder = deployment.edition && applied && deployment.edition < applied;
    return [
      isOlder
        ? {
            message: `the edition of ${deployment.edition} does not cover ${name}; the report uses the rules of the v2 tiers as of ${applied}`,
            path: '/deployment/edition',
            remediation: 'use no edition or a later one',
            outcome: 'NEEDS_REVIEW',
          }
        : {
            message: `the classic port table does not cover ${name}; the report uses the rules of the v2 tiers${classicRules(locations)}`,
            path: '/deployment/tier',
            severity: 'INFO',
          },
    ];
  },
};

/** What the rules of the classic table, which people copy, do here: nothing that the tier needs. */
function classicRules(locations: readonly LocationContext[]): string {
  const names = locations.flatMap(({ rules = [] }) =>
    rules.filter(isOfClassicTable).map(({ name }) => name),
  );
  if (names.length === 0) return '';
  const [is, needs] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `, and ${listing([...new Set(names)], 5)} ${is} of the classic table: this tier does not need ${needs}`;
}

/** Inbound rules for the control plane and the probe of the classic tiers, by their tags and ports. */
const isOfClassicTable = ({ direction, access, source, destinationPorts }: SecurityRule) =>
  direction === 'INBOUND' &&
  access === 'ALLOW' &&
  source.some(
    (term) =>
      term.kind === 'tag' &&
      classicPorts.some(
        ([tag, port]) =>
          (term.tag.base ?? term.tag.name) === tag &&
          destinationPorts !== undefined &&
          has(destinationPorts, port),
      ),
  );

const classicPorts = [
  ['ApiManagement', 3443],
  ['AzureLoadBalancer', 6390],
  ['AzureLoadBalancer', 6391],
] as const;
