/** The packets of a rule in words. */

import type { Direction } from '../../../data/model.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { endsOf } from '../../network/near-end.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { equals, type IntervalSet } from '../../network/sets/interval-set.ts';
import { everyAddress, toPrefixes } from '../../network/sets/ipv4.ts';
import { everyPort } from '../../network/sets/ports.ts';
import { listing } from '../checks/kit/rule-labels.ts';

/** outbound TCP 1433 to Sql */
export function inWords(
  rule: SecurityRule & { readonly direction: Direction },
  isRest: boolean,
): string {
  const { near, far } = endsOf(rule);
  const isInbound = rule.direction === 'INBOUND';
  const [source, destination] = (isInbound ? [far, near] : [near, far]).map(termsInWords);
  const protocol =
    rule.protocol === 'ANY' ? (isRest ? 'any other protocol' : 'any protocol') : rule.protocol;
  const ports = rule.destinationPorts ?? everyPort;
  const to = equals(ports, everyPort) ? '' : ` ${portsInWords(ports)}`;
  return `${rule.direction.toLowerCase()} ${protocol}${to} from ${source} to ${destination}`;
}

function portsInWords(ports: IntervalSet): string {
  const ranges = Array.from({ length: ports.length / 2 }, (_, index) => {
    const [first, last] = ports.slice(2 * index, 2 * index + 2);
    return first === last ? `${first}` : `${first}-${last}`;
  });
  return listing(ranges);
}

function termsInWords(terms: readonly AddressTerm[]): string {
  const names = terms.flatMap((term) => {
    switch (term.kind) {
      case 'any':
        return ['*'];
      case 'addresses':
        return equals(term.addresses, everyAddress) ? ['*'] : toPrefixes(term.addresses);
      case 'tag':
        return [term.tag.name];
      case 'application-security-group':
        return term.names;
      case 'unresolved':
        return [term.text];
      default:
        return ['IPv6 addresses'];
    }
  });
  return listing(names);
}
