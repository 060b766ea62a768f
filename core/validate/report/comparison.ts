/** A comparison of deployments before and after a change: as text, as Markdown and as JSON. */

import type { ConfigComparison } from '../compare/compare-reports.ts';
import type { PacketSet } from '../compare/packet-set.ts';
import type { OwnFlowOutcome, OwnFlowResult } from '../own-flows/own-flow.ts';
import type { Finding } from '../report.ts';
import { code, plain } from './markdown-text.ts';
import { needsOf, reasonOf, wordsOf } from './packet-set-text.ts';
import { printable } from './printable.ts';
import type { Paint } from './text.ts';

export interface Compared {
  /** Path of the deployment, relative to the base. */
  readonly path: string;
  readonly comparison: ConfigComparison;
}

export interface ComparisonRun {
  readonly compared: readonly Compared[];
  /** What is on one side only or cannot be read. */
  readonly notCompared: readonly NotCompared[];
}

export interface NotCompared {
  readonly path: string;
  readonly reason: string;
}

/** True if a packet, a finding or a deployment changes, or may. */
export function hasChanges({ compared, notCompared }: ComparisonRun): boolean {
  return (
    notCompared.length > 0 ||
    compared.some(({ comparison: { opened, closed, undecided, ...rest } }) =>
      [opened, closed, undecided, rest.notCompared, rest.appeared, rest.resolved].some(
        (list) => list.length > 0,
      ),
    )
  );
}

/** Kinds of packets that change, with the style and the word of each. */
export const packetGroups = [
  ['opened', 'warning', 'opened'],
  ['closed', 'error', 'closed'],
  ['undecided', 'note', 'may change'],
] as const;

export function comparisonText(
  { compared, notCompared }: ComparisonRun,
  paint: (style: Paint, text: string) => string,
): string {
  return [
    ...compared.map(({ path, comparison }) =>
      [
        `${paint('strong', printable(path))}: ${verdictsOf(comparison)}; ${countsOf(comparison)}`,
        ...packetGroups.flatMap(([key, style, word]) =>
          comparison[key].flatMap((set) => [
            `  ${paint(style, word)}: ${printable(wordsOf(set))}`,
            `    ${printable(reasonOf(set, word))}`,
            ...needsOf(set).map((text) => `    ${printable(text)}`),
          ]),
        ),
        ...changedOwnFlows(comparison).map((flow) => {
          const style =
            flow.after === 'HOLDS' ? 'good' : flow.after === 'BROKEN' ? 'error' : 'warning';
          return `  ${paint(style, 'own flow')}: ${printable(ownFlowChange(flow))}`;
        }),
        ...findingLines(comparison).map(([style, word, finding]) => {
          return `  ${paint(style, word)}: ${printable(finding.title)} (${finding.checkId}): ${printable(finding.message)}`;
        }),
        ...comparison.notCompared.map(
          (text) => `  ${paint('warning', 'not compared')}: ${printable(text)}`,
        ),
        '',
      ].join('\n'),
    ),
    ...notCompared.map(
      ({ path, reason }) =>
        `${paint('warning', 'not compared')}: ${printable(path)}: ${printable(reason)}\n`,
    ),
  ].join('\n');
}

export function comparisonMarkdown({ compared, notCompared }: ComparisonRun): string {
  return [
    '## What this change does to the network of API Management\n',
    ...compared.map(({ path, comparison }) =>
      [
        `### ${code(path)}: ${plain(verdictsOf(comparison))}\n`,
        `${plain(countsOf(comparison))}\n`,
        ...packetTable(comparison),
        ...changedOwnFlows(comparison).map((flow) => `- own flow: ${plain(ownFlowChange(flow))}`),
        ...findingLines(comparison).map(
          ([, word, finding]) =>
            `- ${word}: **${plain(finding.title)}** (${code(finding.checkId)}): ${plain(finding.message)}`,
        ),
        ...comparison.notCompared.map((text) => `- not compared: ${plain(text)}`),
        '',
      ].join('\n'),
    ),
    ...notCompared.map(({ path, reason }) => `Not compared: ${code(path)}: ${plain(reason)}\n`),
  ].join('\n');
}

/** The shape `diff-v1`: fields may be added, none is taken away. */
export function comparisonJson({ compared, notCompared }: ComparisonRun) {
  return {
    format: 'diff-v1',
    deployments: compared.map(({ path, comparison }) => ({
      path,
      verdictBefore: comparison.before.verdict,
      verdictAfter: comparison.after.verdict,
      opened: comparison.opened.map(setJson),
      closed: comparison.closed.map(setJson),
      undecided: comparison.undecided.map(setJson),
      ownFlows: changedOwnFlows(comparison),
      appeared: comparison.appeared.map(findingJson),
      resolved: comparison.resolved.map(findingJson),
      notCompared: comparison.notCompared,
    })),
    notCompared,
  };
}

/** An own flow of which a change makes something else. */
export interface ChangedOwnFlow {
  readonly name: string;
  /** Null for an instance outside of a virtual network. */
  readonly region: string | null;
  readonly before: OwnFlowOutcome | null;
  readonly after: OwnFlowOutcome | null;
  /** What became of it after the change, as a sentence. */
  readonly message: string;
}

/** Own flows whose outcome changes, each location for itself; null where a side has no such location. */
export function changedOwnFlows({ before, after }: ConfigComparison): readonly ChangedOwnFlow[] {
  const keyOf = ({ name, region }: OwnFlowResult) => JSON.stringify([name, region]);
  const [old, now] = [before, after].map(
    ({ ownFlows }) => new Map(ownFlows.map((flow) => [keyOf(flow), flow])),
  );
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((key) => {
    const [first, second] = [old?.get(key), now?.get(key)];
    const flow = second ?? first;
    if (!flow || first?.outcome === second?.outcome) return [];
    return [
      {
        name: flow.name,
        region: flow.region,
        before: first?.outcome ?? null,
        after: second?.outcome ?? null,
        message: flow.message,
      },
    ];
  });
}

function ownFlowChange({ name, region, before, after, message }: ChangedOwnFlow): string {
  const word = (outcome: OwnFlowOutcome | null) => outcome?.toLowerCase() ?? 'not there';
  const where = region === null ? '' : ` (${region})`;
  return `${name}${where}: ${word(before)} before, ${word(after)} after: ${message}`;
}

const setJson = ({ portRules, ...set }: PacketSet) => ({
  ...set,
  portRules: portRules.map(({ id }) => id),
});
const findingJson = ({ checkId, severity, title, message, region }: Finding) => ({
  checkId,
  severity,
  title,
  message,
  region: region ?? null,
});

function packetTable(comparison: ConfigComparison): string[] {
  const rows = packetGroups.flatMap(([key, , word]) =>
    comparison[key].map(
      (set) =>
        `| ${word} | ${plain(wordsOf(set))} | ${plain([reasonOf(set, word), ...needsOf(set)].join('; '))} |`,
    ),
  );
  return rows.length === 0
    ? []
    : ['| | Packets | Rules before and after |', '| --- | --- | --- |', ...rows, ''];
}

/** Without those on own flows whose change has a line of its own. */
function findingLines(comparison: ConfigComparison) {
  const changed = changedOwnFlows(comparison).map(({ name }) => name);
  const isLeft = ({ ownFlow }: Finding) => ownFlow === undefined || !changed.includes(ownFlow);
  return [
    ...comparison.appeared
      .filter(isLeft)
      .map((finding) => ['error', 'new finding', finding] as const),
    ...comparison.resolved.filter(isLeft).map((finding) => ['good', 'resolved', finding] as const),
  ];
}

export const verdictsOf = ({ before, after }: ConfigComparison) =>
  before.verdict === after.verdict
    ? `${words(after.verdict)} before and after`
    : `${words(before.verdict)} before, ${words(after.verdict)} after`;

const words = (verdict: string) => verdict.replace('_', ' ');

export function countsOf({
  opened,
  closed,
  undecided,
  appeared,
  resolved,
}: ConfigComparison): string {
  const counts = [
    [opened.length, 'opened'],
    [closed.length, 'closed'],
    [undecided.length, 'undecided'],
    [appeared.length, appeared.length === 1 ? 'new finding' : 'new findings'],
    [resolved.length, 'resolved'],
  ] as const;
  const filled = counts.filter(([count]) => count > 0);
  if (filled.length === 0) return 'no packet and no finding changes';
  return filled.map(([count, word]) => `${count} ${word}`).join(', ');
}
