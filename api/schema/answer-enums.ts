/** The enums of computed answers, made from the vocabularies of the modules that compute them. */

import { backendDestinations, backendOrigins } from '../../core/answers/backend-addresses.ts';
import { changeKinds } from '../../core/answers/changes.ts';
import { addressOutcomes } from '../../core/answers/ip-impact.ts';
import type { TagContainment } from '../../core/answers/service-tag-contains.ts';
import { dnsFormats } from '../../core/render/dns/index.ts';
import { factKinds } from '../../data/model.ts';
import { enumOf } from './enum-of.ts';

export const FactKind = enumOf(
  'FactKind',
  'What kind of thing an id, a page or a search hit is about.',
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
    CONTAINED: 'All of the inner tag lies in the outer one.',
    PARTIAL: 'A part of the inner tag lies in the outer one, and a part outside.',
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
