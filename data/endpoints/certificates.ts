/** Hosts for building and checking certificate chains (CRL, OCSP), edition by edition, from the network reference. */

import { cite } from '../cite.ts';
import { cloudNames, type Endpoint } from '../model.ts';

const section = 'TLS functionality';

const everywhere = {
  clouds: cloudNames,
  protocol: 'TCP',
  ports: ['80', '443'],
  purpose: 'Building and validating TLS certificate chains.',
} as const;
const waivedWithFullChain = {
  necessity: 'CONDITIONAL',
  requiredWhen: 'No uploaded certificate contains the chain up to its root authority.',
} as const;
const doubtfulHost = 'csp.digicert.com may be a typing error for ocsp.digicert.com; not confirmed.';

export const certificateEndpoints: readonly Endpoint[] = [
  {
    id: 'certificate-validation-2019',
    title: 'Certificate validation, 2019 to January 2023',
    ...everywhere,
    ...waivedWithFullChain,
    hostNames: ['ocsp.msocsp.com', 'mscrl.microsoft.com', 'crl.microsoft.com'],
    since: '2019-09-09',
    until: '2023-01-06',
    remark: 'These editions name no port; 80 and 443 come from the next one.',
    citations: [
      cite('vnet-reference-2019-09-09', 'SSL functionality'),
      cite('vnet-reference-2023-01-06', section),
      cite('vnet-reference-2023-08-29', `${section}: ports`, 'INFERRED'),
    ],
  },
  {
    id: 'certificate-validation-2023',
    title: 'Certificate validation, August to November 2023',
    ...everywhere,
    ...waivedWithFullChain,
    hostNames: [
      'ocsp.msocsp.com',
      'oneocsp.msocsp.com',
      'mscrl.microsoft.com',
      'crl.microsoft.com',
      'csp.digicert.com',
    ],
    since: '2023-08-29',
    until: '2023-11-29',
    remark: doubtfulHost,
    citations: [
      cite('vnet-reference-2023-08-29', section),
      cite('vnet-reference-2023-11-29', section),
    ],
  },
  {
    id: 'certificate-validation-2025-first',
    title: 'Certificate validation, first text of June 2025',
    ...everywhere,
    necessity: 'REQUIRED',
    hostNames: [
      'ocsp.msocsp.com',
      'oneocsp.msocsp.com',
      'mscrl.microsoft.com',
      'crl.microsoft.com',
      'cacerts.digicert.com',
      'crl3.digicert.com',
      'csp.digicert.com',
    ],
    since: '2025-06-17',
    until: '2025-06-17',
    remark: `The hosts are needed even if an uploaded certificate has the full chain. Three texts have this date. ${doubtfulHost}`,
    citations: [cite('vnet-reference-2025-06-17', `${section}, first text of the date`)],
  },
  {
    id: 'certificate-validation-2025-second',
    title: 'Certificate validation, second text of June 2025',
    ...everywhere,
    necessity: 'REQUIRED',
    hostNames: [
      'mscrl.microsoft.com',
      'crl.microsoft.com',
      'cacerts.digicert.com',
      'crl3.digicert.com',
      'csp.digicert.com',
    ],
    since: '2025-06-17',
    until: '2025-06-17',
    remark: `The msocsp.com hosts are gone. Three texts have this date. ${doubtfulHost}`,
    citations: [cite('vnet-reference-2025-06-17', `${section}, second text of the date`)],
  },
  {
    id: 'certificate-validation-2025',
    title: 'Certificate validation, June 2025 to April 2026',
    ...everywhere,
    necessity: 'REQUIRED',
    hostNames: [
      'mscrl.microsoft.com',
      'crl.microsoft.com',
      'oneocsp.microsoft.com',
      'cacerts.digicert.com',
      'crl3.digicert.com',
      'csp.digicert.com',
    ],
    since: '2025-06-17',
    until: '2026-04-30',
    remark: `The last list of hosts that the reference prints. ${doubtfulHost}`,
    citations: [
      cite('vnet-reference-2025-06-17', section),
      cite('vnet-reference-2026-04-30', `${section}, first text of the date`),
    ],
  },
  {
    id: 'certificate-validation',
    title: 'Certificate validation',
    ...everywhere,
    necessity: 'REQUIRED',
    hostNames: [],
    since: '2026-04-30',
    remark:
      'The second text of 2026-04-30 lists neither hosts nor ports and refers to the article "Azure Certificate Authority details". The ports come from the list before, whose hosts are in certificate-validation-2025. The port table asks for Internet on port 80.',
    citations: [
      cite('vnet-reference-2026-04-30', section),
      cite('vnet-reference-2026-04-30', 'Required ports'),
      cite('vnet-reference-2026-04-30', `${section}, first text of the date`, 'DISPUTED'),
    ],
  },
];
