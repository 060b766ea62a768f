/**
 * Judges an own flow by comparing the rules of a location with the same rules behind those of the flow. Where that
 * changes nothing, the flow holds. Packets that its rules open are denied as it is, which breaks an ALLOW; packets that
 * they close pass as it is, which breaks a DENY or an ONLY.
 */

import { v2Tiers } from '../../answers/port-table.ts';
import type { ChangedPackets } from '../../network/compare/changed-packets.ts';
import {
  type Comparisons,
  compareFilters,
  TooManyParts,
} from '../../network/compare/compare-filters.ts';
import {
  nearAddresses,
  type PacketFilter,
  protocols,
} from '../../network/compare/packet-filter.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { isEmpty } from '../../network/sets/interval-set.ts';
import { toPrefixes } from '../../network/sets/ipv4.ts';
import { ephemeralPorts } from '../../network/sets/ports.ts';
import { quoted } from '../../quoted.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import { describeRoutes } from '../checks/kit/tunnel.ts';
import { packetSetsOf } from '../compare/packet-set.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import { hasAdminDecisions } from '../path/admin-words.ts';
import { conditionsInWords, type Packets, packetsInWords } from './in-words.ts';
import type { OwnFlowOutcome, OwnFlowResult } from './own-flow.ts';
import {
  type FlowPackets,
  filterOfFlow,
  protocolsThatMustPass,
  rulesOfFlow,
} from './own-flow-rules.ts';
import { farTerms, type ReadOwnFlow, type ReadPacketSet } from './read-own-flow.ts';
import { routedElsewhere, type Taken } from './routed-elsewhere.ts';

/** A flow in a location, with what its finding needs. */
export interface JudgedOwnFlow {
  readonly result: OwnFlowResult;
  /** The security rules that break it, or may. */
  readonly rules: readonly SecurityRule[];
  /** JSON pointer to what breaks it or may: a rule, a route, or the group. */
  readonly path: string;
}

/** Several flows may share the comparisons. Throws InputError for a service tag that the location's cloud does not have. */
export function judgeOwnFlow(
  flow: ReadOwnFlow,
  context: LocationContext,
  comparisons: Comparisons,
): JudgedOwnFlow {
  const withTerms = (set: ReadPacketSet) => ({
    ...set,
    terms: farTerms(set, flow.direction, context.tags),
  });
  const [sets, of] = [flow.sets.map(withTerms), flow.of.map(withTerms)];
  const filter = filterOfFlow(flow, context);
  const problem = problemOf(flow, context);
  if (problem !== undefined || !filter) {
    return notJudged(flow, context, problem ?? 'the security group is not in the input');
  }
  assumeIpv4(filter.rules, context);
  try {
    const after = { ...filter, rules: [...rulesOfFlow(flow, sets, of), ...filter.rules] };
    const changes = compareFilters(filter, after, comparisons);
    return judged(flow, context, filter, after, sets, changes);
  } catch (error) {
    if (!(error instanceof TooManyParts)) throw error;
    return notJudged(flow, context, 'the rules divide the packets into too many parts');
  }
}

function problemOf(
  { direction }: ReadOwnFlow,
  { location, deployment }: LocationContext,
): string | undefined {
  const { tier, virtualNetworkType } = deployment;
  if (direction === 'INBOUND' && v2Tiers.includes(tier) && virtualNetworkType === 'EXTERNAL') {
    return 'with virtual network integration inbound traffic does not come through the subnet';
  }
  if (hasGroupElsewhere(location)) return 'the security group is not in the input';
  return hasAdminDecisions(location)
    ? 'security admin rules come before the security group, and own flows are not judged under them'
    : undefined;
}

function assumeIpv4(rules: readonly SecurityRule[], { network }: LocationContext): void {
  const hasIpv6 = rules.some(({ source, destination }) =>
    [...source, ...destination].some(({ kind }) => kind === 'ipv6'),
  );
  if (hasIpv6) network.assume('IPV6_NOT_EVALUATED');
}

const resultOf = (
  { input, kind, direction }: ReadOwnFlow,
  { region }: Pick<LocationContext, 'region'>,
) => ({
  name: input.name,
  kind,
  direction,
  region: region.name,
  reason: input.reason,
  owner: input.owner ?? null,
  ...(input.sourceLocation && { sourceLocation: input.sourceLocation }),
});

const groupPath = ({ path }: LocationContext) => `${path}/networkSecurityGroup`;

const notJudged = (
  flow: ReadOwnFlow,
  context: LocationContext,
  problem: string,
): JudgedOwnFlow => ({
  result: {
    ...resultOf(flow, context),
    outcome: 'UNDECIDED',
    broken: [],
    undecided: [],
    message: `it was not judged: ${problem}`,
  },
  rules: [],
  path: groupPath(context),
});

function judged(
  flow: ReadOwnFlow,
  context: LocationContext,
  filter: PacketFilter,
  after: PacketFilter,
  sets: readonly FlowPackets[],
  changes: readonly ChangedPackets[],
): JudgedOwnFlow {
  const isAllow = flow.kind === 'ALLOW';
  const taken =
    isAllow && flow.direction === 'OUTBOUND'
      ? sets.flatMap((set) =>
          routedElsewhere(set.terms, context).map((one) => ({ ...one, packets: set })),
        )
      : [];
  const dropped = taken.filter((one) => one.isDropped && one.isCertain);
  const doubtful = taken.filter((one) => !dropped.includes(one));
  const toPackets = (some: readonly ChangedPackets[]): readonly Packets[] => {
    const location = {
      region: context.region,
      flows: context.flows,
      missing: [],
      hasAdminDecisions: false,
    };
    const made = packetSetsOf(some, { ...location, filter }, { ...location, filter: after });
    return some.map((packets, index) => {
      const { decidedAfter: _, ...set } = made[index] as (typeof made)[number];
      return { packets, set: { ...set, decidedAfter: [] } };
    });
  };
  const broken = toPackets(
    changes.filter(({ change }) => change === (isAllow ? 'OPENED' : 'CLOSED')),
  );
  const droppedPackets = toPackets(dropped.flatMap((one) => packetsOf(one, filter)));
  // Rules that only let more pass break no DENY and no ONLY.
  const undecided = toPackets(
    changes.filter(({ change, mayClose }) => change === 'UNDECIDED' && (isAllow || mayClose)),
  );
  const words = { filter, sets };
  const verbs = isAllow
    ? { sure: 'is denied', perhaps: 'may be denied' }
    : { sure: 'passes', perhaps: 'may pass' };
  const faults = [
    ...(broken.length > 0 ? [packetsInWords(broken, verbs.sure, words)] : []),
    ...dropped.map((one) => `traffic to ${endOf(one)} is dropped by ${describeRoutes(one.routes)}`),
  ];
  const doubts = [
    ...(undecided.length > 0
      ? [`${packetsInWords(undecided, verbs.perhaps, words)}; ${conditionsInWords(undecided)}`]
      : []),
    ...doubtful.map(doubtOf),
    ...unreadFor(flow, context),
  ];
  const outcome: OwnFlowOutcome =
    faults.length > 0 ? 'BROKEN' : doubts.length > 0 ? 'UNDECIDED' : 'HOLDS';
  const deciding = (outcome === 'BROKEN' ? broken : undecided).flatMap(
    ({ packets }) => packets.before,
  );
  const rules = filter.rules.filter(({ name }) => deciding.includes(name));
  const routes = (outcome === 'BROKEN' ? dropped : doubtful).flatMap((one) => one.routes);
  return {
    result: {
      ...resultOf(flow, context),
      outcome,
      broken: [...broken, ...droppedPackets].map(({ set }) => set),
      undecided: undecided.map(({ set }) => set),
      message:
        outcome === 'HOLDS' ? holding[flow.kind] : (faults.length > 0 ? faults : doubts).join('; '),
    },
    rules,
    path: [...rules, ...routes].find(({ path }) => path !== '')?.path ?? groupPath(context),
  };
}

/** What may decide packets of the flow and cannot be read. */
function unreadFor(
  { kind, direction }: ReadOwnFlow,
  { inputRules, read, routes }: LocationContext,
): readonly string[] {
  const rules = inputRules.filter((rule) => !read(rule));
  const isRead = (path: string) =>
    routes?.routing.routes.some((route) => `${path}/`.startsWith(`${route.path}/`)) ?? false;
  const hasUnreadRoute =
    kind === 'ALLOW' &&
    direction === 'OUTBOUND' &&
    (routes?.problems ?? []).some(({ path }) => !isRead(path));
  return [
    ...(rules.length > 0
      ? [
          `what is not read may change it: ${listing(rules.map(({ name }) => `rule ${quoted(String(name))}`))}`,
        ]
      : []),
    ...(hasUnreadRoute ? ['a route that is not read may change it'] : []),
  ];
}

const holding = {
  ALLOW: 'all of it passes',
  DENY: 'nothing of it passes',
  ONLY: 'nothing else passes',
} as const;

type TakenPackets = Taken & { readonly packets: FlowPackets };

const endOf = ({ addresses, packets }: TakenPackets) =>
  listing(isEmpty(addresses) ? packets.far : toPrefixes(addresses));

function doubtOf(taken: TakenPackets): string {
  const routes = describeRoutes(taken.routes);
  if (taken.isDropped) return `traffic to ${endOf(taken)} may be dropped by ${routes}`;
  const goes = taken.isCertain ? 'goes' : 'may go';
  return `traffic to ${endOf(taken)} ${goes} through ${routes}, and the input does not say what passes there`;
}

/** The packets that a route drops; none where their addresses are not known. */
function packetsOf(
  { addresses, routes, packets }: TakenPackets,
  filter: PacketFilter,
): readonly ChangedPackets[] {
  if (isEmpty(addresses)) return [];
  const mustPass = protocolsThatMustPass(packets);
  return [
    {
      change: 'OPENED',
      mayClose: false,
      direction: 'OUTBOUND',
      protocols: protocols.filter((protocol) =>
        mustPass.some((one) => one === 'ANY' || one === protocol),
      ),
      near: nearAddresses(filter),
      far: addresses,
      sourcePorts: ephemeralPorts,
      destinationPorts: packets.ports,
      before: routes.map(({ name }) => name),
      after: [],
      conditions: [],
    },
  ];
}
