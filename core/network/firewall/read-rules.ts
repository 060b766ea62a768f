/** Addresses and ports of a firewall's rules, which are read once for all flows and host names. */

import type {
  ApplicationCollection,
  FirewallApplicationRule,
  FirewallNetworkRule,
  NetworkCollection,
} from '../../firewall.ts';
import { type AddressTerm, readTerm } from '../address-term.ts';
import { memoizeByObject } from '../memoize.ts';
import type { ServiceTagIndex } from '../service-tags/service-tags.ts';
import { type IntervalSet, union } from '../sets/interval-set.ts';
import { parsePortRange } from '../sets/ports.ts';

interface ReadNetworkRule {
  readonly rule: FirewallNetworkRule;
  readonly source: readonly AddressTerm[];
  readonly destinations: readonly AddressTerm[];
  /** Undefined where a range is open. */
  readonly ports: IntervalSet | undefined;
}

export const readNetworkRules = (
  collection: NetworkCollection,
  tags: ServiceTagIndex,
): readonly ReadNetworkRule[] => memoriesOf(tags).network(collection);

interface ReadSources {
  readonly rule: FirewallApplicationRule;
  readonly source: readonly AddressTerm[];
}

export const readSources = (
  collection: ApplicationCollection,
  tags: ServiceTagIndex,
): readonly ReadSources[] => memoriesOf(tags).application(collection);

const memoriesOf = memoizeByObject((tags: ServiceTagIndex) => {
  // Rules that name the same IP groups have one list of addresses.
  const termsOf = memoizeByObject((texts: readonly string[]) => joined(texts, tags));
  return {
    network: memoizeByObject(({ rules }: NetworkCollection): readonly ReadNetworkRule[] =>
      rules.map((rule) => ({
        rule,
        source: termsOf(rule.sources),
        destinations: termsOf(rule.destinations),
        ports: portsOf(rule.ports),
      })),
    ),
    application: memoizeByObject(({ rules }: ApplicationCollection): readonly ReadSources[] =>
      rules.map((rule) => ({ rule, source: termsOf(rule.sources) })),
    ),
  };
});

function portsOf(texts: readonly string[]): IntervalSet | undefined {
  const ranges = texts.map(parsePortRange);
  const known = ranges.filter((range) => range !== undefined);
  return known.length === ranges.length ? union(...known) : undefined;
}

/** All addresses as one term, each tag once, and one term for what may be anywhere. */
function joined(texts: readonly string[], tags: ServiceTagIndex): readonly AddressTerm[] {
  const sets: IntervalSet[] = [];
  const others = new Map<unknown, AddressTerm>();
  for (const text of texts) {
    const term = readTerm(text, tags) ?? ({ kind: 'unresolved', text } as const);
    if (term.kind === 'addresses') sets.push(term.addresses);
    else others.set(term.kind === 'tag' ? term.tag : term.kind, term);
  }
  return [
    ...(sets.length > 0 ? [{ kind: 'addresses', addresses: union(...sets) } as const] : []),
    ...others.values(),
  ];
}
