/** The editions of the port table: which rows each one repeats unchanged and which it drops; what it changes is in the file of the row. */

import type { IsoDate } from '../model.ts';

export interface ReferenceEdition {
  readonly date: IsoDate;
  /** Ids of the rules whose row equals that of the edition before. */
  readonly unchanged: readonly string[];
  /** Ids of the rules that the edition before has and this one has not. */
  readonly gone: readonly string[];
}

/** Oldest first. Every rule of one edition is in the next one: unchanged, changed in its own file, or gone. */
export const referenceEditions = [
  { date: '2019-09-09', unchanged: [], gone: [] },
  {
    date: '2021-08-06',
    unchanged: [],
    gone: ['resource-health', 'smtp-25', 'smtp-587', 'smtp-25028'],
  },
  { date: '2023-01-06', unchanged: [], gone: ['smtp'] },
  {
    date: '2023-11-29',
    unchanged: [
      'client-traffic',
      'management-endpoint',
      'storage',
      'azure-sql',
      'key-vault',
      'event-hub',
      'external-cache',
      'internal-cache',
      'rate-limit-counters',
      'key-vault-stv1',
      'git-file-share',
      'health-and-monitoring-extension',
    ],
    gone: [],
  },
  {
    date: '2025-06-17',
    unchanged: ['key-vault', 'machine-health-probe'],
    gone: [
      'key-vault-stv1',
      'git-file-share',
      'health-and-monitoring-extension',
      'load-balancer-stv1',
    ],
  },
  {
    date: '2026-04-30',
    unchanged: [
      'client-traffic',
      'management-endpoint',
      'certificate-validation',
      'storage',
      'entra-id',
      'azure-sql',
      'key-vault',
      'event-hub',
      'azure-monitor',
      'rate-limit-counters',
      'traffic-manager',
      'machine-health-probe',
    ],
    gone: [],
  },
] as const satisfies readonly ReferenceEdition[];
