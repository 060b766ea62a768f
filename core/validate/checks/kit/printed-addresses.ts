/** The control-plane addresses that the applied edition prints for a region, and whether the rules let them in. */

import { evaluate } from '../../../network/evaluate.ts';
import { localSide } from '../../../network/flow-ends.ts';
import { hostSide } from '../../../network/host-side.ts';
import { defaultRules } from '../../../network/security-rule.ts';
import { parseAddress } from '../../../network/sets/ipv4.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';

/** The printed addresses if the flow comes from the control plane and each of them passes whole; otherwise none. */
export function allowedPrintedAddresses(
  flow: EvaluatedFlow,
  location: LocationContext,
): readonly string[] {
  if (flow.direction !== 'INBOUND' || flow.remote[0]?.base !== 'ApiManagement') return [];
  const printed = location.region.controlPlaneAddresses.filter(({ editions }) =>
    editions.includes(flow.statement.edition),
  );
  return printed.every(({ address }) => isAllowed(flow, address, location))
    ? printed.map(({ address }) => address)
    : [];
}

function isAllowed(flow: EvaluatedFlow, text: string, location: LocationContext): boolean {
  const address = parseAddress(text);
  if (address === undefined) return false;
  const network = { ...location.network, assume: () => {} };
  const { outcome } = evaluate(
    {
      direction: flow.direction,
      protocol: flow.statement.protocol,
      remote: hostSide([address, address], network),
      local: localSide(network),
      ports: flow.ports,
    },
    [...(location.rules ?? []), ...defaultRules(location.tags)],
  );
  return outcome === 'ALLOWED';
}
