/** Helpers to write a symptom: references to facts, and citations that were compared on one day. */

import { citeOn } from '../cite.ts';
import type { FactReference } from '../model.ts';

export const cite = citeOn('2026-11-28');

const reference =
  (kind: FactReference['kind']) =>
  (id: string): FactReference => ({ kind, id });

export const rule = reference('PORT_RULE');
export const endpoint = reference('ENDPOINT');
export const fact = reference('NETWORK_FACT');
export const subnetRule = reference('SUBNET_RULE');
export const trigger = reference('IP_CHANGE_TRIGGER');
export const tag = reference('SERVICE_TAG');
export const tier = reference('TIER');

export const portTable = cite('vnet-reference-2026-04-30', 'Required ports');
export const networkStatus = cite('internal-mode-2026-08-24', 'Verify network status');
export const firstDeployment = cite('internal-mode-2026-08-24', 'Unsuccessful initial deployment');
export const forcedTunneling = cite('internal-mode-2026-08-24', 'Force tunnel traffic');
export const internalDns = cite(
  'internal-mode-2026-08-24',
  'DNS configuration for internal virtual network scenarios',
);
export const injectionResources = cite(
  'injection-resources-2025-04-17',
  'Network resource requirements',
);
