/** What the rules of a firewall have in common where they are walked as security rules. */

import type { AddressTerm } from '../address-term.ts';
import type { SecurityRule } from '../security-rule.ts';
import type { IntervalSet } from '../sets/interval-set.ts';
import { everyAddress } from '../sets/ipv4.ts';
import { everyPort } from '../sets/ports.ts';

export const anywhere: AddressTerm = { kind: 'addresses', addresses: everyAddress };

/** For packets that leave the subnet. */
export const outboundRule: Omit<SecurityRule, 'name' | 'priority' | 'access' | 'path'> = {
  direction: 'OUTBOUND',
  protocol: 'ANY',
  source: [anywhere],
  sourcePorts: everyPort,
  destination: [anywhere],
  destinationPorts: everyPort,
  isDefault: false,
  isContested: false,
  index: -1,
};

/** Application rules, the built-in ones among them, are for these. */
export const webPorts: IntervalSet = [80, 80, 443, 443];
