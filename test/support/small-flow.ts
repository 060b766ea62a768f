/** A flow of numbered addresses, small enough to count, and rules for it. */

import { nothing, partOf } from '../../core/network/address-part.ts';
import type { AddressTerm } from '../../core/network/address-term.ts';
import type { Flow } from '../../core/network/flow.ts';
import { denyAllRule, type SecurityRule } from '../../core/network/security-rule.ts';
import type { IntervalSet } from '../../core/network/sets/interval-set.ts';
import { covered, coveredWithin, type Side } from '../../core/network/side.ts';

export const sideOf = (line: IntervalSet): Side => ({
  all: partOf(line),
  cover: (term) =>
    term.kind === 'addresses'
      ? coveredWithin(line, term.addresses)
      : covered(nothing, partOf(line)),
  isCertainlyFilled: ({ line: part }) => part.length > 0,
});
export const at = (first: number, last = first): AddressTerm[] => [
  { kind: 'addresses', addresses: [first, last] },
];
export const open: AddressTerm[] = [{ kind: 'unresolved', text: '[x]' } as AddressTerm];

/** Remote 1 to 4, local 11 to 14, TCP to the ports 80 to 83. */
export const flow: Flow = {
  direction: 'INBOUND',
  protocol: 'TCP',
  remote: sideOf([1, 4]),
  local: sideOf([11, 14]),
  ports: [80, 83],
};
export const outbound: Flow = { ...flow, direction: 'OUTBOUND' };

export const rule = (name: string, change: Partial<SecurityRule> = {}): SecurityRule => ({
  ...denyAllRule('INBOUND'),
  name,
  priority: 100,
  access: 'ALLOW',
  ...change,
});
export const denyAll = denyAllRule('INBOUND');
