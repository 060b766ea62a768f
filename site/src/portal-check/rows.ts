/** The comparison row by row: what the portal's published logic finds in a network, the verdict, and a packet that is lost. */

import { type ConfigReport, validateInput } from '../../../core/index.ts';
import { documentOf, type PortalDocument } from './document.ts';
import type { Group, Theme } from './group.ts';
import { themes } from './groups/index.ts';
import { type PortalFinding, portalFindings } from './portal-logic.ts';

/** What the portal's logic says, compared with what becomes of required traffic. */
export type Comparison =
  | 'AGREES'
  | 'FINDS_IT'
  | 'WARNS'
  | 'FINDS_ANOTHER'
  | 'WARNS_OF_OTHERS'
  | 'FINDS_NOTHING'
  | 'FALSE_ALARM';

export interface LostPacket {
  /** Id of the port rule. */
  readonly portRule: string;
  /** 10.10.1.4 -> 13.69.104.0 tcp/1433 */
  readonly packet: string;
  /** Name of the security rule that denies it, or of the route that drops it. */
  readonly by: string;
}

export interface Row {
  readonly group: Group;
  readonly document: PortalDocument;
  readonly portal: readonly PortalFinding[];
  readonly verdict: ConfigReport['verdict'];
  /** One for each required service that loses packets. */
  readonly lost: readonly LostPacket[];
  readonly comparison: Comparison;
}

export interface ThemeRows extends Omit<Theme, 'groups'> {
  readonly rows: readonly Row[];
}

/** The route tables drop packets to this service, or nothing. */
const routedService = { portRule: 'storage', tag: 'Storage.WestEurope', port: '443' } as const;

const storageFlow = {
  name: routedService.portRule,
  reason: 'the documents require it',
  allow: [{ to: [routedService.tag], ports: [routedService.port], protocol: 'TCP' }],
};

/** What security rules deny; the first packet of each service. */
function deniedIn({ flows }: ConfigReport): readonly LostPacket[] {
  const lost = flows
    .filter(({ necessity, outcome }) => necessity === 'REQUIRED' && outcome !== 'ALLOWED')
    .map(({ rule, counterexample, trace }) => ({
      portRule: rule.id,
      packet: counterexample ?? '',
      by: trace().find(({ access, fraction }) => access === 'DENY' && fraction !== 0)?.rule ?? '',
    }));
  return [...new Map(lost.toReversed().map((one) => [one.portRule, one])).values()].toReversed();
}

/** What routes drop of the traffic that the security rules allow. */
function droppedIn({ ownFlows }: ConfigReport): readonly LostPacket[] {
  return ownFlows.flatMap(({ broken }) =>
    broken.slice(0, 1).map(({ example, decidedBefore }) => ({
      portRule: routedService.portRule,
      packet: example.replace(/^(.*?):\d+ -> (.*?):(\d+) (\w+)$/, '$1 -> $2 $4/$3'),
      by: decidedBefore.join(' and '),
    })),
  );
}

function compare(portal: readonly PortalFinding[], lost: readonly LostPacket[]): Comparison {
  const services = lost.map(({ portRule }) => portRule);
  const isOfLost = ({ portRule = routedService.portRule }: PortalFinding) =>
    services.includes(portRule);
  const failed = portal.filter(({ level }) => level === 'FAIL');
  if (lost.length === 0) {
    if (failed.length > 0) return 'FALSE_ALARM';
    return portal.length > 0 ? 'WARNS_OF_OTHERS' : 'AGREES';
  }
  if (failed.some(isOfLost)) return 'FINDS_IT';
  if (failed.length > 0) return 'FINDS_ANOTHER';
  if (portal.some(isOfLost)) return 'WARNS';
  return portal.length > 0 ? 'WARNS_OF_OTHERS' : 'FINDS_NOTHING';
}

function rowOf(group: Group): Row {
  const document = documentOf(group);
  const report = validateInput({ document });
  const portal = portalFindings(document);
  const dropped =
    group.routes.length > 0 ? droppedIn(validateInput({ document }, { flows: [storageFlow] })) : [];
  const lost = [...deniedIn(report), ...dropped];
  return {
    group,
    document,
    portal,
    verdict: report.verdict,
    lost,
    comparison: compare(portal, lost),
  };
}

/** Computed once: some seventy validations. */
export const portalCheckRows: readonly ThemeRows[] = themes.map(({ groups, ...theme }) => ({
  ...theme,
  rows: groups.map(rowOf),
}));
