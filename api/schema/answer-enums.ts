/** The enums of computed answers, made from the vocabularies of the modules that compute them. */

import { backendDestinations, backendOrigins } from '../../core/answers/backend-addresses.ts';
import { changeKinds } from '../../core/answers/changes.ts';
import { addressOutcomes } from '../../core/answers/ip-impact.ts';
import { ruleStatuses, ruleStatusTexts } from '../../core/answers/rule-status.ts';
import type { TagContainment } from '../../core/answers/service-tag-contains.ts';
import { dnsFormats } from '../../core/render/dns/index.ts';
import type { AssumptionCode as AssumptionCodeName } from '../../core/validate/report.ts';
import { factKinds } from '../../data/model.ts';
import { enumOf } from './enum-of.ts';

export const FactKind = enumOf(
  'FactKind',
  'The kinds of facts; ids are unique within a kind.',
  [...factKinds, 'CONFLICT', 'SYMPTOM', 'CHECK'],
  {
    PORT_RULE: 'A port rule, by its id.',
    ENDPOINT: 'An endpoint, by its id.',
    REGION: 'A region, by its programmatic name.',
    SERVICE_TAG: 'A service tag, by its name.',
    TIER: 'A service tier, by its name in this API.',
    IP_CHANGE_TRIGGER: 'An event that changes addresses, by its id.',
    SUBNET_RULE: 'A subnet rule, by its id.',
    NETWORK_FACT: 'A requirement, limit or duration of any topic, by its id.',
    SOURCE: 'A document or weekly file, by its id.',
    CONFLICT: 'A conflict between documents, by its id.',
    SYMPTOM: 'Something that users see fail, by its id.',
    CHECK: 'A check of validateConfig, by its id.',
  },
);

export const RuleStatus = enumOf(
  'RuleStatus',
  'The status of a port rule at an edition, in one word.',
  ruleStatuses,
  ruleStatusTexts,
);

export const ChangeKind = enumOf(
  'ChangeKind',
  'What happened to a row, a platform or the addresses from one edition to a later one.',
  changeKinds,
  {
    ADDED: 'The row is new.',
    REMOVED: 'The row is gone.',
    WIDENED: 'The row requires more traffic than before.',
    NARROWED: 'The row requires less traffic than before.',
    RENAMED: 'The row requires the same traffic under another service tag.',
    NECESSITY_CHANGED: 'The traffic is the same; its necessity changed.',
    CHANGED: 'The row requires different traffic.',
    PLATFORM_ADDED: 'The edition is the first with a port table for the platform.',
    PLATFORM_REMOVED: 'The edition has no port table for the platform any more.',
    ADDRESS_ADDED: 'The edition prints control-plane addresses that the one before lacks.',
    ADDRESS_REMOVED: 'The edition no longer prints control-plane addresses of the one before.',
  },
);

export const AddressOutcome = enumOf(
  'AddressOutcome',
  'What a change of a deployment does to an address.',
  addressOutcomes,
  {
    CHANGES: 'An address is replaced, given up or new.',
    STAYS: 'The address stays as it is.',
    UNKNOWN: 'No source says whether it changes.',
    NONE: 'There is no such address, before or after.',
  },
);

export const BackendDestination = enumOf(
  'BackendDestination',
  'Where a backend is, seen from the virtual network of the instance.',
  backendDestinations,
  {
    PUBLIC: 'At a public address.',
    VIRTUAL_NETWORK: 'In the same virtual network.',
    PEERED: 'In a peered virtual network.',
    ON_PREMISES: 'Behind a gateway of the virtual network.',
  },
);

export const BackendOrigin = enumOf(
  'BackendOrigin',
  'The addresses that a backend sees as the source of requests.',
  backendOrigins,
  {
    PUBLIC_ADDRESS: "The instance's own public address of the location that calls.",
    SUBNET: 'Any address of the subnet of the instance.',
    REGION: 'Any public address of the region.',
    UNKNOWN: 'No source says.',
  },
);

const relations: readonly TagContainment['relation'][] = [
  'CONTAINED',
  'PARTIAL',
  'DISJOINT',
  'UNKNOWN',
];

export const TagRelation = enumOf(
  'TagRelation',
  'How the IPv4 addresses of one service tag relate to those of another.',
  relations,
  {
    CONTAINED: 'The outer tag contains all of the inner one.',
    PARTIAL: 'The outer tag contains a part of the inner one, but not all of it.',
    DISJOINT: 'The two share no address.',
    UNKNOWN: 'No weekly file has both, and no containment is known.',
  },
);

export const DnsFormat = enumOf(
  'DnsFormat',
  'A notation for DNS records. The text can be used as it is.',
  dnsFormats,
  {
    BICEP: 'A Bicep file with a private zone, its record and its link for each host name.',
    AZURE_CLI: 'A bash script of az network private-dns commands.',
    HOSTS_FILE: 'Lines of a hosts file, for a single machine.',
  },
);

const assumptions: Readonly<Record<AssumptionCodeName, string>> = {
  REGION_UNKNOWN: 'The region is not known: whole service tags are required, of the public cloud.',
  SUBNET_UNKNOWN: 'The subnet is not known: rules that name its addresses are not decided.',
  VNET_SPACE_ASSUMED: 'The virtual network is not known: it may be any private addresses.',
  EXPRESSION_UNRESOLVED: 'A value is an expression: what it is in may match or not.',
  SERVICE_TAGS_NOT_LOADED: 'Prefixes of a service tag are not known: it is compared by name.',
  SERVICE_TAG_PREFIXES: 'Prefixes of a weekly service-tag file decided; they change weekly.',
  BUNDLED_PREFIXES: 'The prefixes of ApiManagement that come with this version decided.',
  AVNM_RULES_UNKNOWN: 'Security admin rules, which come before all others, are not in the input.',
  BGP_ROUTES_UNKNOWN: 'Routes learned over BGP are not in the input.',
  FIREWALL_POLICY_UNKNOWN: 'What a firewall or gateway on the way lets pass is not in the input.',
  APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN:
    'The members of application security groups are not in the input.',
  IPV6_NOT_EVALUATED: 'Rules for IPv6 prefixes are left out: the documented flows are IPv4.',
  PRIORITY_CONTESTED: 'An allow rule and a deny rule have one priority: either may win.',
  FLOW_SIMPLIFIED: 'Rules split a flow into too many parts: a part of it is not decided.',
  PARAMETER_DEFAULTS: 'Defaults of parameters decide the tier, the mode, the units or the subnet.',
};

export const AssumptionCode = enumOf(
  'AssumptionCode',
  'What a report assumes where the input leaves something open. Codes may be added.',
  Object.keys(assumptions) as AssumptionCodeName[],
  assumptions,
);
