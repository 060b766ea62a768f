/** The hosts and ports outside the port table that an instance must reach; the facts are in endpoints/. */

import { certificateEndpoints } from './endpoints/certificates.ts';
import { developerPortalEndpoints } from './endpoints/developer-portal.ts';
import { identityEndpoints } from './endpoints/identity.ts';
import { infrastructureEndpoints } from './endpoints/infrastructure.ts';
import { metricsEndpoints } from './endpoints/metrics.ts';
import { monitoringEndpoints } from './endpoints/monitoring.ts';
import { networkServiceEndpoints } from './endpoints/network-services.ts';
import type { Endpoint } from './model.ts';

export const endpoints: readonly Endpoint[] = [
  ...identityEndpoints,
  ...metricsEndpoints,
  ...monitoringEndpoints,
  ...certificateEndpoints,
  ...developerPortalEndpoints,
  ...infrastructureEndpoints,
  ...networkServiceEndpoints,
];
