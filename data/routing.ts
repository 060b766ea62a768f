/** Routes, service endpoints and the addresses that traffic leaves from; the facts are in routing/. */

import type { NetworkFact } from './model.ts';
import { addressFacts } from './routing/addresses.ts';
import { adminRuleFacts } from './routing/admin-rules.ts';
import { controlPlaneChanges } from './routing/control-plane-changes.ts';
import { endpointPolicyFacts } from './routing/endpoint-policies.ts';
import { firewallFacts } from './routing/firewall.ts';
import { forcedTunnelingFacts } from './routing/forced-tunneling.ts';
import { interfaceFacts } from './routing/interfaces.ts';
import { peeringFacts } from './routing/peering.ts';
import { routeSelectionFacts } from './routing/route-selection.ts';
import { serviceEndpoints } from './routing/service-endpoints.ts';
import { virtualWanFacts } from './routing/virtual-wan.ts';

export { platformAddresses, resourceManagerEndpoints } from './routing/platform.ts';
export { serviceEndpoints };

export const routingFacts: readonly NetworkFact[] = [
  ...routeSelectionFacts,
  ...forcedTunnelingFacts,
  ...firewallFacts,
  ...adminRuleFacts,
  ...peeringFacts,
  ...interfaceFacts,
  ...virtualWanFacts,
  ...endpointPolicyFacts,
  ...serviceEndpoints,
  ...addressFacts,
  ...controlPlaneChanges,
];
