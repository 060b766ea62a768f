/** Where routes lead outbound traffic besides its far end, and what happens to it there. */

import type { Protocol } from '../../../data/model.ts';
import type { InputFirewall } from '../../firewall.ts';
import { type AddressPart, isEmptyPart, subtractParts } from '../../network/address-part.ts';
import type { FlowOutcome } from '../../network/evaluate.ts';
import {
  evaluateFirewall,
  type FirewallEvaluation,
} from '../../network/firewall/evaluate-firewall.ts';
import { localSide, remoteSide } from '../../network/flow-ends.ts';
import { memoizeOnObject } from '../../network/memoize.ts';
import type { UserRoute } from '../../network/route.ts';
import { through } from '../../network/routing.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import type { IntervalSet } from '../../network/sets/interval-set.ts';
import { type NetworkFacts, narrowed } from '../../network/side.ts';
import type { LocationContext } from '../location/location.ts';
import { type NextHopTarget, targetOf } from './next-hop.ts';

/** A firewall, or something that the input does not contain, and the routes that lead there. */
export interface Stop extends NextHopTarget {
  readonly routes: readonly UserRoute[];
}

/** Traffic from the subnet to a far end outside of the virtual network. */
export interface Leaving {
  readonly remote: readonly Tag[];
  readonly protocol: Protocol;
  readonly ports: IntervalSet;
  /** Documented host names of the far end; empty where documents name none. */
  readonly hosts: readonly string[];
  /** True where built-in rules of a firewall may allow hosts of the far end. */
  readonly mayBeInfrastructure: boolean;
}

/** What happens at a stop to the part of some traffic that goes there. */
export interface AtStop {
  readonly outcome: FlowOutcome;
  /** Absent where the input does not contain what is there. */
  readonly evaluation?: FirewallEvaluation;
  /** True where all of the traffic goes there. */
  readonly isWhole: boolean;
}

/** The stops that the routes of a location lead to. */
export const stopsOf = memoizeOnObject(
  ({ routes, deployment, location }: LocationContext): readonly Stop[] => {
    const targets = (routes?.routing.routes ?? []).flatMap((route) => {
      const target = targetOf(route, deployment, location);
      return target ? [{ ...target, route }] : [];
    });
    const groups = Map.groupBy(targets, ({ firewall, reason }) => firewall ?? reason);
    return [...groups.values()].map((group) => ({
      ...(group[0] as NextHopTarget),
      routes: group.map(({ route }) => route),
    }));
  },
);

/** Undefined where none of the traffic goes there. */
export function atStop(
  leaving: Leaving,
  { routes: own, firewall, isLost }: Stop,
  location: LocationContext,
): AtStop | undefined {
  const { routes, tags } = location;
  if (!routes) return undefined;
  const { routing } = routes;
  const network = withoutOpenTexts(location.network);
  const named = [...routing.tags, ...(firewall ? tagsOf(firewall, location) : [])];
  const side = remoteSide(leaving.remote, [...new Set(named)], network);
  const hopOf = (hop: string | undefined, address: string | undefined) => `${hop} ${address}`;
  const hops = own.map(({ nextHop, nextHopIpAddress }) => hopOf(nextHop, nextHopIpAddress));
  const { sure, maybe } = through(routing, side, (hop, address) =>
    hops.includes(hopOf(hop, address)),
  );
  if (isEmptyPart(maybe)) return undefined;
  const isWhole = isEmptyPart(subtractParts(side.all, sure));
  if (isLost && !isEmptyPart(sure)) return { outcome: isWhole ? 'DENIED' : 'PARTIAL', isWhole };
  if (!firewall) return { outcome: 'UNKNOWN', isWhole };
  const evaluate = (all: AddressPart) => {
    const ends = { remote: narrowed(side, all), local: localSide(network) };
    return evaluateFirewall({ ...leaving, ...ends, direction: 'OUTBOUND' }, firewall, tags);
  };
  const evaluation = evaluate(maybe);
  const { outcome } = evaluation;
  if (outcome === 'ALLOWED' || isEmptyPart(subtractParts(maybe, sure))) {
    return { evaluation, outcome, isWhole };
  }
  // What is denied of the part that certainly goes there is denied; of the rest nothing is certain.
  const ofSure = isEmptyPart(sure) ? undefined : evaluate(sure);
  const isDenied = ofSure?.outcome === 'DENIED' || ofSure?.outcome === 'PARTIAL';
  return {
    evaluation: ofSure ?? evaluation,
    outcome: isDenied ? 'PARTIAL' : 'UNKNOWN',
    isWhole,
  };
}

/** Values that a firewall's rules leave open are said with what they decide. */
const withoutOpenTexts = (network: NetworkFacts): NetworkFacts => ({
  ...network,
  assume: (code) => {
    if (code !== 'EXPRESSION_UNRESOLVED') network.assume(code);
  },
});

/** The texts of a firewall's network rules once each: many rules may name the same group of addresses. */
const destinationsOf = memoizeOnObject(({ collections }: InputFirewall): ReadonlySet<string> => {
  const texts = new Set<string>();
  for (const { kind, rules } of collections) {
    if (kind !== 'NETWORK') continue;
    for (const { destinations } of rules) for (const text of destinations) texts.add(text);
  }
  return texts;
});

const tagsOf = (firewall: InputFirewall, { tags }: LocationContext): Tag[] =>
  [...destinationsOf(firewall)].flatMap((text) => tags.find(text) ?? []);
