/** What backup and restore need of the storage account, and what they leave out, from the backup page. */

import type { NetworkFact } from '../model.ts';
import { cite, classicTiers } from './define.ts';

const page = (section: string) => cite('backup-restore-2025-12-18', section);

export const backup: readonly NetworkFact[] = [
  {
    id: 'backup-tiers',
    title: 'Backup: Developer, Basic, Standard and Premium only',
    statement:
      'Backup and restore exist in the Developer, Basic, Standard and Premium tiers, and not for an instance with a workspace gateway.',
    ...classicTiers,
    citations: [
      page('Prerequisites'),
      cite('tier-features-2025-11-11', 'Feature-based comparison'),
    ],
  },
  {
    id: 'backup-storage-firewall',
    title: 'Backup to a storage account with a firewall',
    statement:
      'If the storage account has a firewall, it must grant access to trusted Azure services; use the system-assigned identity of the instance rather than an access key.',
    ...classicTiers,
    citations: [page('Storage networking constraints')],
  },
  {
    id: 'backup-trusted-exception',
    title: 'Backup: the exception for trusted services stays',
    statement:
      'The storage account for backups is public or keeps its exception for trusted services, even if the instance has a network path to it; the retirement of March 2026 does not affect backups.',
    ...classicTiers,
    since: '2026-01-15',
    citations: [
      cite(
        'trusted-service-connectivity-2026-01-15',
        'Scenarios that are not affected by the breaking change',
      ),
    ],
  },
  {
    id: 'backup-without-network',
    title: 'Backup: without network settings',
    statement:
      'A backup contains no virtual network settings, no managed identities and no certificates of custom domains; set them up again on the restored instance.',
    ...classicTiers,
    citations: [page('What is not backed up')],
  },
];
