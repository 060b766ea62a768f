/** All port rules: in the order of the table of 2026-04-30, then those that are gone from it, then those of the v2 tiers. */

import type { PortRule } from '../model.ts';
import { azureSql } from './azure-sql.ts';
import { externalCache, internalCache } from './caches.ts';
import { certificateValidation } from './certificates.ts';
import { clientTraffic, trafficManager } from './clients.ts';
import { smtp, smtp25, smtp587, smtp25028 } from './email.ts';
import { eventHub } from './event-hub.ts';
import { credentialManager, entraId } from './identity.ts';
import { keyVault, keyVaultStv1 } from './key-vault.ts';
import { loadBalancer, loadBalancerStv1, machineHealthProbe } from './load-balancer.ts';
import { managementEndpoint } from './management.ts';
import { azureMonitor, healthAndMonitoringExtension, resourceHealth } from './monitoring.ts';
import { rateLimitCounters } from './rate-limits.ts';
import { gitFileShare, storage } from './storage.ts';
import { v2KeyVault, v2Storage } from './v2-tiers.ts';

export const portRules: readonly PortRule[] = [
  clientTraffic,
  managementEndpoint,
  certificateValidation,
  storage,
  entraId,
  credentialManager,
  azureSql,
  keyVault,
  eventHub,
  azureMonitor,
  externalCache,
  internalCache,
  rateLimitCounters,
  loadBalancer,
  trafficManager,
  machineHealthProbe,
  keyVaultStv1,
  gitFileShare,
  healthAndMonitoringExtension,
  loadBalancerStv1,
  smtp,
  resourceHealth,
  smtp25,
  smtp587,
  smtp25028,
  v2KeyVault,
  v2Storage,
];
