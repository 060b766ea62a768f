/** The enums of the schema, made from the vocabularies of the facts and of the validation. */

import {
  formats,
  type RuleFormat as RuleFormatName,
  ruleFormats,
} from '../../core/render/formats.ts';
import { severities, verdicts, whatIfs } from '../../core/validate/report.ts';
import { features } from '../../data/features.ts';
import { catalog } from '../../data/index.ts';
import {
  addressScopes,
  cloudNames,
  computePlatforms,
  confidences,
  directions,
  type FeatureName,
  featureNames,
  necessities,
  networkingOptions,
  protocols,
  type Tier as TierName,
  tiers,
  virtualNetworkTypes,
} from '../../data/model.ts';
import { enumOf } from './enum-of.ts';

export const CloudName = enumOf(
  'CloudName',
  'The clouds that the facts tell apart; each has regions, service tags and host names of its own.',
  cloudNames,
  {
    PUBLIC: 'Azure, the public cloud.',
    US_GOVERNMENT: 'Azure Government, the cloud of US authorities.',
    CHINA: 'Microsoft Azure operated by 21Vianet.',
  },
);

export const Tier = enumOf(
  'Tier',
  'A service tier of API Management. Only DEVELOPER, PREMIUM, STANDARD_V2 and PREMIUM_V2 take part in a virtual network.',
  tiers,
  Object.fromEntries(
    catalog.tierProfiles.map((profile) => [profile.tier, profile.description]),
  ) as Record<TierName, string>,
);

export const ComputePlatform = enumOf(
  'ComputePlatform',
  'The platform that hosts an instance of a classic tier. It has no meaning for the v2 tiers.',
  computePlatforms,
  {
    STV1: 'The older platform, on cloud services; newer editions of the reference leave it out.',
    STV2: 'The current platform, on virtual machine scale sets.',
  },
);

export const VirtualNetworkType = enumOf(
  'VirtualNetworkType',
  'How an instance takes part in a virtual network: virtualNetworkType of Azure Resource Manager, in capitals.',
  virtualNetworkTypes,
  {
    NONE: 'The instance is in no virtual network.',
    EXTERNAL:
      'Injected, with its endpoints open to the internet. In the v2 tiers: outbound integration.',
    INTERNAL:
      'Injected, with its endpoints open to the virtual network only. In the v2 tiers: injection.',
  },
);

export const Direction = enumOf(
  'Direction',
  'The direction of traffic, seen from the subnet of the instance.',
  directions,
  { INBOUND: 'Into the subnet.', OUTBOUND: 'Out of the subnet.' },
);

export const Protocol = enumOf(
  'Protocol',
  'The protocol of packets, of a flow or of a rule.',
  [...protocols, 'ICMP', 'ESP', 'AH'] as const,
  {
    TCP: 'Transmission Control Protocol.',
    UDP: 'User Datagram Protocol.',
    ANY: 'Every protocol: * in a security rule. Also where documents name none.',
    ICMP: 'Internet Control Message Protocol; no documented flow uses it.',
    ESP: 'Encapsulating Security Payload of IPsec; no documented flow uses it.',
    AH: 'Authentication Header of IPsec; no documented flow uses it.',
  },
);

export const Necessity = enumOf(
  'Necessity',
  'How much an instance needs traffic, a host or a port.',
  necessities,
  {
    REQUIRED: 'The instance does not work properly without it.',
    CONDITIONAL: 'Required if the condition in requiredWhen is true.',
    RECOMMENDED: 'Documents advise it without calling it required.',
    OPTIONAL: 'Needed only for a feature or a choice of the customer.',
  },
);

export const Confidence = enumOf(
  'Confidence',
  'How well the cited source supports a fact.',
  confidences,
  {
    DOCUMENTED: 'The source states it.',
    INFERRED: 'Concluded from the source; it does not say so itself.',
    DISPUTED: 'Two documents, or two editions of one, contradict each other here.',
  },
);

export const AddressScope = enumOf(
  'AddressScope',
  'How far a control-plane address reaches: one region, or its whole cloud.',
  addressScopes,
  {
    REGION: "Documents print it in the region's own row.",
    CLOUD: 'It serves the whole cloud: documents mark the row (Global), or give it no region.',
  },
);

export const NetworkingOption = enumOf(
  'NetworkingOption',
  'A way to connect an instance to a private network.',
  networkingOptions,
  {
    EXTERNAL_INJECTION: 'Injection of a classic tier, endpoints open to the internet.',
    INTERNAL_INJECTION: 'Injection of a classic tier, endpoints open to the virtual network only.',
    V2_INJECTION: 'Injection of a v2 tier: inbound and outbound traffic of the gateway.',
    OUTBOUND_INTEGRATION: 'Only the outbound traffic of the gateway goes through the network.',
    INBOUND_PRIVATE_ENDPOINT: 'Clients reach the gateway through a private endpoint.',
  },
);

export const Feature = enumOf(
  'Feature',
  'A feature of API Management whose use turns an optional port rule, or a bracketed port, into a required one.',
  featureNames,
  Object.fromEntries(features.map(({ name, description }) => [name, description])) as Record<
    FeatureName,
    string
  >,
);

export const factTopics = ['PREREQUISITE', 'DNS', 'ROUTING', 'LIMITATION', 'INTEGRATION'] as const;

export const FactTopic = enumOf(
  'FactTopic',
  'The topics by which facts lists network facts.',
  factTopics,
  {
    PREREQUISITE: 'What you need before you deploy an instance into a network.',
    DNS: 'Name resolution inside the network, and the names of the instance itself.',
    ROUTING: 'User-defined routes, forced tunneling and service endpoints.',
    LIMITATION: 'What does not work, how long changes take, what retires.',
    INTEGRATION:
      'What neighbouring services need: self-hosted gateways, key vaults, backups, application gateways, Front Door, NAT gateways.',
  },
);

export const RuleFormat = enumOf(
  'RuleFormat',
  'A notation for network security rules and routes. The text can be used as it is.',
  ruleFormats,
  Object.fromEntries(formats.map(({ value, description }) => [value, description])) as Record<
    RuleFormatName,
    string
  >,
);

export const Access = enumOf(
  'Access',
  'What a security rule does with the traffic it matches.',
  ['ALLOW', 'DENY'],
  { ALLOW: 'Lets it pass.', DENY: 'Drops it.' },
);

export const WhatIf = enumOf(
  'WhatIf',
  'A deny rule at priority 4096, added to every network security group before the check.',
  whatIfs,
  {
    NONE: 'No rule is added.',
    DENY_ALL_INBOUND: 'All inbound traffic that no other rule allows is denied.',
    DENY_ALL_OUTBOUND: 'All outbound traffic that no other rule allows is denied.',
    DENY_ALL: 'All traffic that no other rule allows is denied, in both directions.',
  },
);

export const Verdict = enumOf('Verdict', 'The outcome of a check, or of all of them.', verdicts, {
  PASS: 'Nothing keeps the instance from working, as far as the input says.',
  FAIL: 'The documents say that it will not work.',
  NEEDS_REVIEW: 'The input does not decide whether it works.',
});

export const Severity = enumOf('Severity', 'How much a finding matters.', severities, {
  ERROR: 'The deployment fails, or the instance does not work.',
  WARNING: 'It works now, and will cause trouble later.',
  INFO: 'Worth knowing; nothing needs to be done.',
});

export const FlowOutcome = enumOf(
  'FlowOutcome',
  'What the security rules do with a documented flow.',
  ['ALLOWED', 'PARTIAL', 'DENIED', 'UNKNOWN'],
  {
    ALLOWED: 'All of it passes.',
    PARTIAL: 'Some remote addresses pass and some do not.',
    DENIED: 'None of it passes.',
    UNKNOWN:
      "Tag names and known prefixes do not decide it. The report's assumptions and findings say what is missing.",
  },
);
