/** All facts as one JSON document: data.json of the package. Its types make data-document.schema.json (`npm run codegen`). */

import { catalog, editions, newestEdition } from '../../data/index.ts';
import type {
  Cloud,
  CloudAvailability,
  CloudName,
  Conflict,
  ControlPlaneAddress,
  Endpoint,
  Feature,
  InternalHostName,
  IpChangeTrigger,
  IsoDate,
  NetworkFact,
  PlatformAddress,
  PortRule,
  Region,
  RegionAvailability,
  ResourceManagerEndpoint,
  ServiceEndpoint,
  ServiceTag,
  ServiceTagExtract,
  ServiceTagFileChange,
  Source,
  SubnetArithmetic,
  SubnetRule,
  Symptom,
  TierProfile,
} from '../../data/model.ts';
import type { ServiceTagRelations } from '../../data/service-tags.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { type RuleStatus, ruleStatus } from './rule-status.ts';

/** A port rule with its status at the newest edition. */
export interface PublishedPortRule extends PortRule {
  readonly status: RuleStatus;
  /** Date of the first document since which the status has been the same. */
  readonly statusSince: IsoDate;
}

/** The lists are those of `catalog` in apim-network-atlas/data. */
export interface DataDocument {
  /** Where the JSON Schema is, from this file. */
  readonly $schema: string;
  /** Version of the shape; it changes when the shape becomes incompatible. */
  readonly schemaVersion: 1;
  /** Version of APIM Network Atlas. */
  readonly version: string;
  /** Newest edition of the network reference in the data. */
  readonly edition: IsoDate;
  /** All editions, oldest first. */
  readonly editions: readonly IsoDate[];
  readonly sources: readonly Source[];
  readonly clouds: readonly Cloud[];
  readonly regions: readonly Region[];
  readonly addressesOfNoRegion: readonly ControlPlaneAddress[];
  readonly regionAvailability: readonly RegionAvailability[];
  readonly cloudAvailability: readonly CloudAvailability[];
  readonly serviceTags: readonly ServiceTag[];
  readonly serviceTagRelations: ServiceTagRelations;
  readonly serviceTagExtracts: Readonly<Record<CloudName, ServiceTagExtract>>;
  /** What each weekly file changed of the tags that port rules name, oldest first. */
  readonly serviceTagFileChanges: readonly ServiceTagFileChange[];
  readonly portRules: readonly PublishedPortRule[];
  readonly features: readonly Feature[];
  readonly tierProfiles: readonly TierProfile[];
  readonly endpoints: readonly Endpoint[];
  readonly ipChangeTriggers: readonly IpChangeTrigger[];
  readonly subnetRules: readonly SubnetRule[];
  readonly subnetArithmetic: readonly SubnetArithmetic[];
  readonly prerequisites: readonly NetworkFact[];
  readonly dnsFacts: readonly NetworkFact[];
  readonly internalHostNames: readonly InternalHostName[];
  readonly routingFacts: readonly NetworkFact[];
  readonly serviceEndpoints: readonly ServiceEndpoint[];
  readonly platformAddresses: readonly PlatformAddress[];
  readonly resourceManagerEndpoints: readonly ResourceManagerEndpoint[];
  readonly limitations: readonly NetworkFact[];
  readonly integrations: readonly NetworkFact[];
  readonly conflicts: readonly Conflict[];
  readonly symptoms: readonly Symptom[];
}

function withStatus(rule: PortRule): PublishedPortRule {
  const current = ruleStatus(rule);
  if (current === undefined) throw new Error(`no document has the rule ${rule.id}`);
  return { ...rule, status: current.status, statusSince: current.since };
}

export function dataDocument(): DataDocument {
  const { referenceEditions: _, portRules, ...facts } = catalog;
  return {
    $schema: './data.schema.json',
    schemaVersion: 1,
    version: packageJson.version,
    edition: newestEdition,
    editions,
    ...facts,
    portRules: portRules.map(withStatus),
  };
}
