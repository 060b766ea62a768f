/** Which callers the documents admit on which port: clients, or one Azure service. */

import { catalog } from '../../../../data/index.ts';
import { isEverything } from '../../../network/address-term.ts';
import { memoizeOnObject } from '../../../network/memoize.ts';
import { covers, intersect, overlaps, size } from '../../../network/sets/interval-set.ts';
import { publicAddresses } from '../../../network/sets/ipv4.ts';
import { portSet } from '../../../network/sets/ports.ts';
import { largestTag } from '../../../network/side.ts';
import { type EvaluatedFlow, isClientTraffic } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { type CustomRule, farTag, hasProtocolOf } from './custom-rule.ts';
import { portsOf } from './documented-port.ts';

/** True where a far end is wider than any service: any address, Internet, or more addresses than a tag has. */
export function isAnybody({ far }: Pick<CustomRule, 'far'>): boolean {
  return far.some(
    (term) =>
      isEverything(term) ||
      (term.kind === 'tag' && term.tag.name === 'Internet') ||
      (term.kind === 'addresses' && size(intersect(term.addresses, publicAddresses)) > largestTag),
  );
}

/** Inbound flows that a rule admits from a wider source than the documents name. */
export function openedBeyond(custom: CustomRule, location: LocationContext): EvaluatedFlow[] {
  const { rule, direction } = custom;
  const ports = rule.destinationPorts;
  const isAzure = farTag(custom)?.base === 'AzureCloud';
  if (direction !== 'INBOUND' || !ports || !(isAzure || isAnybody(custom))) return [];
  return flowsOfServices(location).filter(
    (flow) =>
      (!isAzure || flow.remote[0]?.name === 'ApiManagement') &&
      hasProtocolOf(rule, flow.statement) &&
      overlaps(ports, flow.ports),
  );
}

/** Inbound flows on ports that clients do not use. */
const flowsOfServices = memoizeOnObject(({ flows }: LocationContext) =>
  flows.filter(
    ({ direction, destinationPort, ports }) =>
      direction === 'INBOUND' &&
      destinationPort !== '*' &&
      !flows.some((other) => isClientTraffic(other) && covers(other.ports, ports)),
  ),
);

/** Inbound rows that apply to external mode only, with their ports. */
const externalRows = catalog.portRules.flatMap(({ statements }) =>
  statements
    .filter(
      ({ directions, virtualNetworkTypes }) =>
        directions.includes('INBOUND') && !virtualNetworkTypes.includes('INTERNAL'),
    )
    .map((row) => ({ row, ports: portSet(portsOf(row)) })),
);

/** The row of external mode, in any edition, that a rule by tag follows. */
export function externalRowOf(custom: CustomRule) {
  const tag = farTag(custom);
  if (custom.direction !== 'INBOUND' || !tag) return undefined;
  return externalRows.find(
    ({ row, ports }) =>
      row.source === tag.name &&
      hasProtocolOf(custom.rule, row) &&
      overlaps(custom.rule.destinationPorts ?? [], ports),
  )?.row;
}
