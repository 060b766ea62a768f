/** Hosts for the developer portal and mail: CAPTCHA old and new, publishing, SMTP relay; from the reference and the CAPTCHA notice. */

import { cite } from '../cite.ts';
import { cloudNames, type Endpoint } from '../model.ts';

const captcha = {
  protocol: 'TCP',
  ports: ['443'],
  necessity: 'CONDITIONAL',
  requiredWhen: 'Users sign up or reset passwords in the developer portal.',
  purpose:
    'The CAPTCHA of the developer portal; if it is blocked, nobody can register or reset a password.',
} as const;
const noPort = 'The documents name no port; 443 follows from HTTPS.';

const newCaptcha = {
  ...captcha,
  since: '2022-09-06',
  remark: `In use since 30 September 2025; the reference of 2026-04-30 still prints the old hosts. ${noPort}`,
  citations: [
    cite('breaking-change-captcha-2022-09-06', 'What do I need to do?'),
    cite('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes'),
    cite('vnet-reference-2026-04-30', 'Developer portal CAPTCHA', 'DISPUTED'),
  ],
} as const;

const publishing = {
  clouds: cloudNames,
  hostNames: [],
  protocol: 'TCP',
  ports: ['443'],
  necessity: 'CONDITIONAL',
  requiredWhen: 'The developer portal is published.',
  purpose: 'Storing the published pages of the developer portal.',
} as const;

export const developerPortalEndpoints: readonly Endpoint[] = [
  {
    id: 'captcha-old',
    title: 'Developer portal CAPTCHA, hosts until September 2025',
    clouds: ['PUBLIC'],
    hostNames: ['client.hip.live.com', 'partner.hip.live.com'],
    ...captcha,
    since: '2019-09-09',
    until: '2025-09-30',
    remark: `Replaced on 30 September 2025 according to the CAPTCHA notice, but every edition of the reference prints them. Hosts of other clouds are not listed. ${noPort}`,
    citations: [
      cite('vnet-reference-2019-09-09', 'Developer portal CAPTCHA'),
      cite('vnet-reference-2021-08-06', 'Developer portal CAPTCHA'),
      cite('vnet-reference-2023-01-06', 'Developer portal CAPTCHA'),
      cite('vnet-reference-2023-11-29', 'Developer portal CAPTCHA'),
      cite('vnet-reference-2025-06-17', 'Developer portal CAPTCHA'),
      cite('vnet-reference-2026-04-30', 'Developer portal CAPTCHA', 'DISPUTED'),
      cite('breaking-change-captcha-2022-09-06', 'CAPTCHA endpoint update', 'DISPUTED'),
    ],
  },
  {
    id: 'captcha-public',
    title: 'Developer portal CAPTCHA, Azure',
    clouds: ['PUBLIC'],
    hostNames: ['partner.prod.repmap.microsoft.com'],
    ...newCaptcha,
  },
  {
    id: 'captcha-us-government',
    title: 'Developer portal CAPTCHA, Azure Government',
    clouds: ['US_GOVERNMENT'],
    hostNames: ['partner.prod.repmap.microsoft.us'],
    ...newCaptcha,
  },
  {
    id: 'developer-portal-publishing-west-us',
    title: 'Publishing the developer portal, until 2023',
    ...publishing,
    serviceTag: 'Storage.WestUS',
    since: '2021-08-06',
    until: '2023-11-29',
    remark:
      'West US for an instance in any region: with rules for the storage of its own region only, the portal cannot be published.',
    citations: [
      cite('vnet-reference-2021-08-06', 'Regional service tags'),
      cite('vnet-reference-2023-01-06', 'Publishing the developer portal'),
      cite('vnet-reference-2023-08-29', 'Publishing the developer portal'),
      cite('vnet-reference-2023-11-29', 'Publishing the developer portal'),
    ],
  },
  {
    id: 'developer-portal-publishing',
    title: 'Publishing the developer portal',
    ...publishing,
    serviceTag: 'Storage',
    since: '2025-06-17',
    remark:
      'The text asks for storage "via global or regional service endpoints" and names no region; from that we conclude that the tag of any region works.',
    citations: [
      cite('vnet-reference-2025-06-17', 'Publishing the developer portal'),
      cite('vnet-reference-2026-04-30', 'Publishing the developer portal'),
      cite('vnet-reference-2026-04-30', 'Publishing the developer portal: any region', 'INFERRED'),
    ],
  },
  {
    id: 'smtp-relay',
    title: 'SMTP relay',
    clouds: cloudNames,
    hostNames: [
      'smtpi-co1.msn.com',
      'smtpi-ch1.msn.com',
      'smtpi-db3.msn.com',
      'smtpi-sin.msn.com',
      'ies.global.microsoft.com',
    ],
    protocol: 'TCP',
    ports: ['25', '587', '25028'],
    necessity: 'RECOMMENDED',
    purpose: 'Sending e-mail notifications.',
    since: '2019-09-09',
    until: '2021-08-06',
    remark: 'Later editions drop the hosts; forced-tunneling texts still name the relay.',
    citations: [
      cite('vnet-reference-2019-09-09', 'SMTP relay'),
      cite('vnet-reference-2019-09-09', 'Required ports'),
      cite('vnet-reference-2021-08-06', 'SMTP relay'),
      cite('forced-tunneling-2023-11-29', 'Force tunnel traffic'),
    ],
  },
];
