/**
 * Judges an own flow by comparing what a location lets pass with the same behind the rules of the flow. Where that
 * changes nothing, the flow holds. Packets that its rules open are stopped as it is, which breaks an ALLOW; packets that
 * they close pass as it is, which breaks a DENY or an ONLY.
 */

import { v2Tiers } from '../../answers/port-table.ts';
import type { ChangedPackets } from '../../network/compare/changed-packets.ts';
import {
  type Comparisons,
  compareFilters,
  TooManyParts,
} from '../../network/compare/compare-filters.ts';
import { type PacketFilter, rulesIn } from '../../network/compare/filter-element.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { quoted } from '../../quoted.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import { elementIds } from '../compare/elements.ts';
import { packetSetsOf } from '../compare/packet-set.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import { farTerms } from './far-terms.ts';
import { conditionsInWords, type Packets, packetsInWords, type WordsOf } from './in-words.ts';
import type { OwnFlowOutcome, OwnFlowResult } from './own-flow.ts';
import { filterOfFlow, flowElement } from './own-flow-rules.ts';
import type { ReadOwnFlow, ReadPacketSet } from './read-own-flow.ts';

/** A flow in a location, with what its finding needs. */
export interface JudgedOwnFlow {
  readonly result: OwnFlowResult;
  /** The security, admin and firewall rules that break it, or may. */
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
  const problem = problemOf(flow, context);
  if (problem !== undefined) return notJudged(flow, context, problem);
  const far = [...sets, ...of].flatMap(({ terms }) => terms);
  const filter = filterOfFlow(flow, far, context);
  assumeIpv4(rulesIn(filter), context);
  try {
    const elements = [flowElement(flow, sets, of, context), ...filter.elements];
    const after = { ...filter, elements };
    const changes = compareFilters(filter, after, 'MAY_STOP', comparisons);
    return judged(flow, context, after, changes, { filter, sets, context });
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
  return hasGroupElsewhere(location) ? 'the security group is not in the input' : undefined;
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

const verbs = {
  ALLOW: { sure: 'is denied', perhaps: 'may be denied' },
  DENY: { sure: 'passes', perhaps: 'may pass' },
  ONLY: { sure: 'passes', perhaps: 'may pass' },
} as const;

const holding = {
  ALLOW: 'all of it passes',
  DENY: 'nothing of it passes',
  ONLY: 'nothing else passes',
} as const;

function judged(
  flow: ReadOwnFlow,
  context: LocationContext,
  after: PacketFilter,
  changes: readonly ChangedPackets[],
  words: WordsOf,
): JudgedOwnFlow {
  const isAllow = flow.kind === 'ALLOW';
  const toPackets = (some: readonly ChangedPackets[]): readonly Packets[] => {
    const location = { region: context.region, flows: context.flows, missing: [] };
    const filters = [words.filter, after].map((filter) => ({
      ...location,
      filter,
      ofRules: undefined,
    }));
    const made = packetSetsOf(some, filters[0] as (typeof filters)[0], filters[1] as never);
    return some.map((packets, index) => {
      const { decidedAfter: _, ...set } = made[index] as (typeof made)[number];
      return { packets, set: { ...set, decidedAfter: [] } };
    });
  };
  const broken = toPackets(
    changes.filter(({ change }) => change === (isAllow ? 'OPENED' : 'CLOSED')),
  );
  // What only lets more pass breaks no DENY and no ONLY.
  const undecided = toPackets(
    changes.filter(({ change, mayClose }) => change === 'UNDECIDED' && (isAllow || mayClose)),
  );
  const { sure, perhaps } = verbs[flow.kind];
  const faults = broken.length > 0 ? [packetsInWords(broken, sure, words)] : [];
  const doubts = [
    ...(undecided.length > 0
      ? [`${packetsInWords(undecided, perhaps, words)}; ${conditionsInWords(undecided)}`]
      : []),
    ...unreadIn(context),
  ];
  const outcome: OwnFlowOutcome =
    faults.length > 0 ? 'BROKEN' : doubts.length > 0 ? 'UNDECIDED' : 'HOLDS';
  const deciding = (outcome === 'BROKEN' ? broken : undecided).flatMap(
    ({ packets }) => packets.before,
  );
  const isRule = (element: string) => element !== elementIds.routes;
  const paths = deciding.map(({ rule }) => rule.path);
  return {
    result: {
      ...resultOf(flow, context),
      outcome,
      broken: broken.map(({ set }) => set),
      undecided: undecided.map(({ set }) => set),
      message:
        outcome === 'HOLDS' ? holding[flow.kind] : (faults.length > 0 ? faults : doubts).join('; '),
    },
    rules: [...new Set(deciding.flatMap(({ element, rule }) => (isRule(element) ? [rule] : [])))],
    path: paths.find((path) => path !== '') ?? groupPath(context),
  };
}

/** Rules of the group that cannot be read. */
function unreadIn({ inputRules, read }: LocationContext): readonly string[] {
  const rules = inputRules.filter((rule) => !read(rule));
  return rules.length > 0
    ? [
        `what is not read may change it: ${listing(rules.map(({ name }) => `rule ${quoted(String(name))}`))}`,
      ]
    : [];
}
