/** What people call a fact that has another title: such a text, or one that holds it, leads to the fact. */

import type { FactPageKind } from './fact-pages.ts';

/** Phrases in lower case, without punctuation, by kind and id. */
export const otherNames: Readonly<Partial<Record<`${FactPageKind} ${string}`, readonly string[]>>> =
  {
    'NETWORK_FACT forced-tunneling-breaks-dependencies': [
      'firewall',
      'behind a firewall',
      'firewall appliance',
    ],
    'NETWORK_FACT key-vault-firewall-identity': ['key vault firewall'],
    'NETWORK_FACT firewall-rule-order': ['azure firewall', 'firewall policy', 'firewall rules'],
    'ENDPOINT ntp': ['time sync', 'time synchronization', 'clock', 'clock skew', 'time server'],
    'NETWORK_FACT network-lock': [
      'leave a subnet',
      'leaving a subnet',
      'leaves a subnet',
      'leave the subnet',
      'remove from vnet',
      'delete vnet',
      'delete virtual network',
      'delete the virtual network',
      'delete subnet',
      'delete the subnet',
      'cannot delete subnet',
    ],
    'NETWORK_FACT injection-reach': [
      'expressroute',
      'express route',
      'vpn',
      'site to site vpn',
      'hub and spoke',
      'hub spoke',
      'on premises backend',
      'on premises backends',
    ],
    'NETWORK_FACT update-without-downtime': ['downtime'],
    'NETWORK_FACT update-downtime-developer': ['developer downtime', 'developer tier downtime'],
    'NETWORK_FACT update-duration': ['how long does it take', 'how long does an update take'],
    'NETWORK_FACT outbound-without-dedicated-address': [
      'static outbound ip for standard v2',
      'outbound ip of standard v2',
      'outbound ip standard v2',
      'outbound ip for standard v2',
    ],
    'NETWORK_FACT v2-no-injection': [
      'standard v2 internal',
      'standard v2 internal mode',
      'standard v2 injection',
      'inject standard v2',
    ],
    'NETWORK_FACT platform-addresses-not-filtered': ['imds', 'metadata service'],
    'SUBNET_RULE subnet-two-addresses-per-unit': ['how many units', 'units fit'],
    'SUBNET_RULE subnet-shared-stv2': [
      'same subnet',
      'share a subnet',
      'share the subnet',
      'shared subnet',
      'dedicated subnet',
    ],
    'NETWORK_FACT public-ip-optional': [
      'need a public ip',
      'require a public ip',
      'requires a public ip',
      'public ip required',
      'public ip needed',
      'public ip mandatory',
    ],
    'NETWORK_FACT resource-navigation-link-stv1': [
      'resource navigation link',
      'resource navigation links',
    ],
    'NETWORK_FACT outbound-to-public-backends': [
      'whitelist ip',
      'whitelist the ip',
      'allowlist ip',
      'allow list ip',
    ],
    'PORT_RULE certificate-validation': ['ocsp', 'crl', 'ocsp crl', 'certificate revocation'],
    'IP_CHANGE_TRIGGER subnet-changed': [
      'another virtual network',
      'another vnet',
      'different virtual network',
      'different vnet',
      'change subnet',
      'changing subnet',
      'move to another subnet',
    ],
  };
