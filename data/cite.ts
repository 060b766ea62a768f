import type { Citation, Confidence, IsoDate } from './model.ts';

/** Day of the last full comparison of the facts with their sources; a fact checked later says so itself. */
export const lastFullCheck: IsoDate = '2026-11-21';

/** Documents whose facts were all compared with them once more, and the day. */
const comparedAgain: Readonly<Record<string, IsoDate>> = Object.fromEntries(
  [
    'vnet-reference-2019-09-09',
    'ip-addresses-2021-12-21',
    'breaking-change-source-ip-2022-02-07',
    'virtual-network-concepts-2022-05-26',
    'breaking-change-source-ip-2022-07-25',
    'multi-region-2022-07-25',
    'breaking-change-captcha-2022-09-06',
    'front-door-2022-09-27',
    'internal-mode-2023',
    'virtual-network-concepts-2023',
    'vnet-reference-2023-01-06',
    'traffic-routing-2023-05-27',
    'vnet-reference-2023-08-29',
    'forced-tunneling-2023-11-29',
    'ip-addresses-2024-05-21',
    'stv1-retirement-2024-08-08',
    'virtual-network-concepts-2024-10-16',
    'multi-region-concepts-2025-03-31',
    'injection-resources-2025-04-17',
    'v2-dns-resolver-2025-06-20',
    'v2-nsg-rules-2025-06-25',
    'nsg-overview-2025-07-15',
    'self-hosted-gateway-2025-09-30',
    'inject-vnet-v2-2025-10-08',
    'private-endpoint-2025-11-11',
    'private-endpoint-2025-11-17',
    'v2-nsg-rules-2025-12-01',
    'breaking-changes-overview-2025-12-03',
    'key-vault-network-2025-12-04',
    'key-vault-network-2025-12-18',
    'trusted-service-connectivity-2025-12-18',
    'trusted-service-connectivity-2026-01-15',
    'managed-certificate-access-2026-01-28',
    'service-update-behavior-2026-04-09',
    'vnet-reference-2026-04-10',
    'v2-tiers-overview-2026-04-21',
    'key-vault-network-2026-04-30',
    'vnet-reference-2026-04-30',
    'workspace-gateway-networks-2026-05-20',
    'custom-domain-2026-06-03',
    'ai-gateway-networking-2026-07-23',
    'managed-certificates-suspension-2026-07-23',
    'internal-mode-2026-08-24',
    'integrate-vnet-outbound-2026-08-26',
    'managed-certificates-suspension-2026-08-26',
    'ip-addresses-2026-09-11',
  ].map((source) => [source, '2026-11-29']),
);

/** A citation of `section` in the source with the id `source`. */
export function cite(
  source: string,
  section: string,
  confidence: Confidence = 'DOCUMENTED',
  verifiedOn: IsoDate = lastFullCheck,
): Citation {
  return { source, section, verifiedOn: comparedAgain[source] ?? verifiedOn, confidence };
}

/** Citations of documents that were all compared with their facts on `day`. */
export function citeOn(day: IsoDate) {
  return (source: string, section: string, confidence: Confidence = 'DOCUMENTED'): Citation =>
    cite(source, section, confidence, day);
}
