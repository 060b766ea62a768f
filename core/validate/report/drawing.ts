/** A report as drawings: the flows of each location, and the ladders of its security group. */

import { findRegion, tierProfileByTier } from '../../../data/index.ts';
import type { DrawnFlow, FlowDrawing } from '../../render/drawing/flow-drawing.ts';
import type { Ladder } from '../../render/drawing/rule-ladder.ts';
import type { ConfigReport, FlowResult, JudgedInstance, JudgedLocation } from '../report.ts';
import { drawnFlow, keyOfRequest, lostReply } from './drawn-flow.ts';

export interface LocationDrawing {
  /** Programmatic name. */
  readonly region: string;
  readonly flows: FlowDrawing;
  readonly ladders: readonly LocationLadder[];
}

/** The rules of a security group in one direction. */
export interface LocationLadder extends Ladder {
  readonly direction: FlowResult['direction'];
}

/** One for each location whose flows were judged. */
export function drawingsOf(report: Pick<ConfigReport, 'flows' | 'instance'>): LocationDrawing[] {
  const instance = report.instance();
  return instance.locations.flatMap((location) => {
    const flows = report.flows.filter(({ region }) => region === location.region);
    if (flows.length === 0) return [];
    return [
      {
        region: location.region,
        flows: flowDrawing(instance, location, flows),
        ladders: laddersOf(location, flows),
      },
    ];
  });
}

const isRequired = ({ necessity }: FlowResult) => necessity === 'REQUIRED';
const isDrawn = ({ necessity }: FlowResult) => necessity !== 'OPTIONAL';

function flowDrawing(
  { kinds }: JudgedInstance,
  location: JudgedLocation,
  flows: readonly FlowResult[],
): FlowDrawing {
  const { subnet, virtualNetwork, group, hasRouteTable, firewalls, courses } = location;
  const [kind, ...others] = kinds;
  const name = kind && tierProfileByTier.get(kind.tier)?.displayName;
  const region = findRegion(location.region)?.displayName;
  const firewall = firewalls.length === 0 ? undefined : firewalls.join(', ');
  const drawn = flows.filter(isDrawn).flatMap((flow) => {
    const course = courses[flow.key] ?? { way: 'DIRECT', through: '' };
    return [drawnFlow(flow, course, firewall), ...lostReply(flow, course, firewall)];
  });
  return {
    headline: headlineOf(drawn, new Set(flows.filter(isRequired).map(({ key }) => key))),
    virtualNetwork: [
      'Virtual network',
      virtualNetwork.slice(0, 2).join(', '),
      region && `in ${region}`,
    ]
      .filter(Boolean)
      .join(' '),
    subnet: subnet === null ? 'Subnet of the instance' : `Subnet ${subnet}`,
    instance:
      kind && name && others.length === 0
        ? `API Management ${name}, ${kind.virtualNetworkType.toLowerCase()}`
        : 'API Management',
    group:
      group.state === 'NONE'
        ? undefined
        : (group.name ?? (group.state === 'READ' ? 'security group' : 'unknown security group')),
    routeTable: hasRouteTable ? 'route table' : undefined,
    firewall,
    flows: drawn,
    note: noteOn(flows.filter((flow) => !isDrawn(flow))),
  };
}

/** Each required flow once, however many arrows it has. */
function headlineOf(drawn: readonly DrawnFlow[], required: ReadonlySet<string>): string {
  const total = required.size;
  const worst = (['STOPPED', 'PARTLY', 'UNDECIDED'] as const).flatMap((state) => {
    const keys = new Set(
      drawn
        .filter((flow) => flow.state === state)
        .map(({ key }) => keyOfRequest(key))
        .filter((key) => required.has(key)),
    );
    return keys.size === 0 ? [] : [{ state, count: keys.size }];
  })[0];
  const flows = `required ${total === 1 ? 'flow' : 'flows'}`;
  if (!worst) return total === 1 ? 'The required flow passes' : `All ${total} ${flows} pass`;
  const verb = worst.count === 1 ? 'is' : 'are';
  const fate = { STOPPED: 'stopped', PARTLY: 'stopped in part', UNDECIDED: 'undecided' }[
    worst.state
  ];
  return `${worst.count} of ${total} ${flows} ${verb} ${fate}`;
}

function noteOn(optional: readonly FlowResult[]): string {
  if (optional.length === 0) return '';
  const counted = (['DENIED', 'ALLOWED', 'PARTIAL', 'UNKNOWN'] as const).flatMap((outcome) => {
    const count = optional.filter((flow) => flow.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcomeNames[outcome]}`];
  });
  const flows = optional.length === 1 ? 'optional flow is' : 'optional flows are';
  return `${optional.length} ${flows} not drawn: ${counted.join(', ')}`;
}

const outcomeNames = {
  DENIED: 'closed',
  ALLOWED: 'open',
  PARTIAL: 'open in part',
  UNKNOWN: 'undecided',
} as const satisfies Record<FlowResult['outcome'], string>;

/** Those of each direction that has rules. */
function laddersOf(
  { rules }: JudgedLocation,
  flows: readonly FlowResult[],
): readonly LocationLadder[] {
  return (['OUTBOUND', 'INBOUND'] as const).flatMap((direction) => {
    const own = rules.filter((rule) => rule.direction === direction);
    if (!own.some(({ isDefault }) => !isDefault)) return [];
    const columns = flows
      .filter((flow) => flow.direction === direction)
      .toSorted((a, b) => Number(isDrawn(b)) - Number(isDrawn(a)));
    const indexes = (keys: readonly string[]) => {
      const wanted = new Set(keys);
      return columns.flatMap(({ key }, index) => (wanted.has(key) ? [index] : []));
    };
    return [
      {
        direction,
        title: `${direction === 'OUTBOUND' ? 'Outbound' : 'Inbound'} rules by priority`,
        columns: columns.map(
          ({ destinationPort, remoteTags }) =>
            `${destinationPort} ${remoteTags[0]?.split('.')[0] ?? ''}`,
        ),
        neededColumns: columns.filter(isDrawn).length,
        rules: own.map(({ name, priority, access, takes, matches, hiddenBy }) => ({
          name,
          priority: `${priority ?? '?'}`,
          access: access ?? 'UNKNOWN',
          takes: indexes(takes),
          matches: indexes(matches),
          hiddenBy,
        })),
      },
    ];
  });
}
