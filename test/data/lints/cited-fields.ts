import { type AnyFact, factLists } from './facts.ts';
import type { Lint } from './lint.ts';

/** Names and ids: of ours, not of a document. */
const names = ['id', 'name', 'title', 'aliases'];
/** Of most facts that documents state. */
const shared = ['tiers', 'virtualNetworkTypes', 'platforms', 'since', 'until', 'statement'];

/** Fields that the citations of the fact, or of its parts, cover. */
const covered: Readonly<Record<string, readonly string[]>> = {
  clouds: ['displayName', 'hostNameSuffix', 'isApiManagementTagRoutable'],
  regions: [
    'cloud',
    'controlPlaneAddresses',
    'displayName',
    'serviceTagRegion',
    'serviceTagSuffix',
  ],
  addressesOfNoRegion: ['address', 'editions', 'scope'],
  regionAvailability: ['hasWorkspaceGateways', 'pausedTiers', 'region', 'tiers'],
  cloudAvailability: ['cloud', 'missingTiers', 'statement'],
  serviceTags: ['description', 'isPlatformTag', 'isRegional', 'mayBeRegional'],
  serviceTagRelations: ['contained', 'overlapping'],
  portRules: [
    'cloudsWithout',
    'consequence',
    'feature',
    'optionalPortsFeature',
    'otherFeatures',
    'remarks',
    'statements',
    'tiers',
  ],
  features: ['description', 'needs'],
  tierProfiles: [
    'description',
    'displayName',
    'hasDedicatedPublicAddress',
    'maxUnits',
    'networking',
    'skuName',
    'supportsAvailabilityZones',
    'supportsMultiRegion',
    'tier',
  ],
  endpoints: [
    'clouds',
    'hostNames',
    'necessity',
    'ports',
    'protocol',
    'purpose',
    'remark',
    'requiredWhen',
    'serviceTag',
    'since',
    'until',
  ],
  ipChangeTriggers: [
    'advice',
    'affectsPrivateAddress',
    'affectsPublicAddress',
    'description',
    'since',
    'tiers',
    'until',
  ],
  subnetRules: ['consequence', 'requirement', ...shared],
  subnetArithmetic: [
    'addressesPerUnit',
    'delegation',
    'loadBalancerAddresses',
    'longestPrefixLength',
    'recommendedPrefixLength',
    'recommendedPrefixReason',
    'tiers',
    'virtualNetworkType',
  ],
  prerequisites: shared,
  dnsFacts: ['endpoint', 'label', 'retiredOn', ...shared],
  routingFacts: [
    'effectiveOn',
    'isPrimaryRegionOnly',
    'requiredOn',
    'service',
    'serviceTag',
    ...shared,
  ],
  platformAddresses: ['address', 'description'],
  resourceManagerEndpoints: ['cloud', 'url'],
  limitations: ['effectiveOn', ...shared],
  integrations: shared,
  conflicts: ['appliedReading', 'positions', 'reason', 'touches'],
  symptoms: ['causes', 'texts'],
};

const fieldsOf = (facts: readonly AnyFact[]) => [
  ...new Set(facts.flatMap((fact) => Object.keys(fact))),
];

export const citedFields: Lint = {
  name: 'cited-fields',
  description:
    'Every field of a fact has citations of its own, in <field>Citations, or is one that the citations of the fact cover, as the list in cited-fields.ts says.',
  offenders: (catalog) =>
    factLists(catalog).flatMap(([list, facts]) => {
      const fields = fieldsOf(facts);
      return fields
        .filter(
          (field) =>
            !/citations$/i.test(field) &&
            !fields.includes(`${field}Citations`) &&
            !names.includes(field) &&
            !covered[list]?.includes(field),
        )
        .map(
          (field) =>
            `${list}: ${field} has no source: add ${field}Citations, or list it in cited-fields.ts if the citations of the fact cover it`,
        );
    }),
};
