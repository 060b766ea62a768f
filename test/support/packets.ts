/**
 * The packets of a documented flow, and what the naive evaluator does with all of them. Values that no rule can tell
 * apart are asked about once and counted as often as they occur, so that shares are exact.
 */

import type { FlowResult } from '../../core/validate/report.ts';
import {
  addressOf,
  decide,
  hasPrefix,
  matchesAddress,
  type NaiveNetwork,
  type NaiveRule,
  type Packet,
} from './naive.ts';

export interface Scene {
  readonly rules: readonly NaiveRule[];
  readonly network: NaiveNetwork;
  readonly subnet: string;
}

/** A value and how many neighbors share its fate, itself included. */
interface Cell {
  readonly value: number;
  readonly count: number;
}

export interface Measure {
  readonly outcome: 'ALLOWED' | 'PARTIAL' | 'DENIED';
  /** Share of the flow's packets that is allowed. */
  readonly allowed: number;
  /** Share of the packets that each rule decides, by name. */
  readonly decided: ReadonlyMap<string, number>;
  /** Far addresses from or to which a packet is denied. */
  readonly deniedRemotes: ReadonlySet<number>;
  /** Packets that were put to the naive evaluator. */
  readonly asked: number;
}

/** So few values are asked about one by one all the same. */
const few = 64;

function cells(cuts: Iterable<number>, end: number, isMember: (value: number) => boolean): Cell[] {
  const sorted = [...new Set(cuts).add(end)].sort((a, b) => a - b);
  const runs = sorted.flatMap((value, index) =>
    value < end && isMember(value) ? [{ value, count: (sorted[index + 1] as number) - value }] : [],
  );
  if (runs.reduce((total, { count }) => total + count, 0) > few) return runs;
  return runs.flatMap(({ value, count }) =>
    Array.from({ length: count }, (_, offset) => ({ value: value + offset, count: 1 })),
  );
}

function edgesOf(entry: string): number[] {
  if (/^[\d.]+-[\d.]+$/.test(entry)) {
    const [first = '', last = ''] = entry.split('-');
    return [addressOf(first), addressOf(last) + 1];
  }
  if (!/^[\d./]+$/.test(entry)) return [];
  const [base = '', length = '32'] = entry.split('/');
  return [addressOf(base), addressOf(base) + 2 ** (32 - Number(length))];
}

/** The first port of a range and the one after it; none for all ports. */
export const portEdges = (range: string): number[] => {
  if (range === '*') return [];
  const [first, last = first] = range.split('-');
  return [Number(first), Number(last) + 1];
};

const special = [
  '168.63.129.16',
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];

/** Where one address can fare otherwise than the one before: the edges of all prefixes that rules and network name. */
export function addressEdges({ rules, network, subnet }: Scene): number[] {
  const named = [
    ...new Set(
      rules.flatMap((rule) => [...rule.sourceAddressPrefixes, ...rule.destinationAddressPrefixes]),
    ),
  ];
  return [
    ...named,
    ...named.flatMap((entry) => network.tags[entry.toLowerCase()] ?? []),
    ...network.virtualNetwork,
    subnet,
    ...special,
  ].flatMap(edgesOf);
}

/** The host's address is part of VirtualNetwork in a rule; as a far end it is AzureLoadBalancer. */
function isRemote(tags: readonly string[], address: number, network: NaiveNetwork): boolean {
  return tags[0] === 'VirtualNetwork'
    ? network.virtualNetwork.some((prefix) => hasPrefix(address, prefix))
    : tags.some((tag) => matchesAddress(tag, address, network));
}

export class PacketCounter {
  readonly scene: Scene;
  readonly #cuts: number[];
  readonly #local: Cell[];
  readonly #sourcePorts: Cell[];
  readonly #remote = new Map<string, Cell[]>();

  constructor(scene: Scene) {
    this.scene = scene;
    this.#cuts = addressEdges(scene);
    this.#local = cells(this.#cuts, 2 ** 32, (address) => hasPrefix(address, scene.subnet));
    const edges = scene.rules.flatMap((rule) => rule.sourcePortRanges).flatMap(portEdges);
    this.#sourcePorts = cells(
      [...edges, 1024, 40_000, 65_535],
      65_536,
      (port) => port >= 1024 && port <= 65_535,
    );
  }

  remoteCells(tags: readonly string[]): Cell[] {
    const key = tags.join();
    const { network } = this.scene;
    const own = tags.flatMap((tag) => network.tags[tag.toLowerCase()] ?? []).flatMap(edgesOf);
    const known =
      this.#remote.get(key) ??
      cells([0, ...this.#cuts, ...own], 2 ** 32, (address) => isRemote(tags, address, network));
    this.#remote.set(key, known);
    return known;
  }

  get sourcePorts(): number[] {
    return this.#sourcePorts.map(({ value }) => value);
  }

  /** Addresses of the flow's far end that the text names. */
  remoteAddresses(flow: FlowResult, text: string): number[] {
    const isAddress = /^[\d.]+$/.test(text);
    const tag = text.replace(/ \(.*\)$/, '');
    const { network } = this.scene;
    return isAddress
      ? [addressOf(text)].filter((address) => isRemote(flow.remoteTags, address, network))
      : this.remoteCells(flow.remoteTags)
          .map(({ value }) => value)
          .filter((address) => matchesAddress(tag, address, network));
  }

  localAddresses(text: string): number[] {
    return text === 'the subnet'
      ? this.#local.map(({ value }) => value)
      : [addressOf(text)].filter((address) => hasPrefix(address, this.scene.subnet));
  }

  *packets(flow: FlowResult): Generator<{ packet: Packet; count: number }> {
    const edges = this.scene.rules.flatMap((rule) => rule.destinationPortRanges);
    const [first = 0, last = first] =
      flow.destinationPort === '*' ? [0, 65_535] : flow.destinationPort.split('-').map(Number);
    const ports = cells(
      [first, ...edges.flatMap(portEdges)],
      last + 1,
      (port) => first <= port && port <= last,
    );
    const { direction } = flow;
    const protocol = flow.statement.protocol as 'TCP' | 'UDP';
    for (const remote of this.remoteCells(flow.remoteTags)) {
      for (const local of this.#local) {
        const [from, to] = direction === 'INBOUND' ? [remote, local] : [local, remote];
        for (const port of ports) {
          for (const sourcePort of this.#sourcePorts) {
            yield {
              packet: {
                direction,
                protocol,
                source: from.value,
                sourcePort: sourcePort.value,
                destination: to.value,
                destinationPort: port.value,
              },
              count: remote.count * local.count * port.count * sourcePort.count,
            };
          }
        }
      }
    }
  }

  measure(flow: FlowResult): Measure {
    const counts = new Map<string, number>();
    const accesses = new Set<'ALLOW' | 'DENY'>();
    const deniedRemotes = new Set<number>();
    let allowed = 0;
    let total = 0;
    let asked = 0;
    for (const { packet, count } of this.packets(flow)) {
      const rule = decide(this.scene.rules, packet, this.scene.network);
      counts.set(rule.name, (counts.get(rule.name) ?? 0) + count);
      accesses.add(rule.access);
      if (rule.access === 'ALLOW') allowed += count;
      else deniedRemotes.add(flow.direction === 'INBOUND' ? packet.source : packet.destination);
      total += count;
      asked += 1;
    }
    const decided = new Map([...counts].map(([name, count]) => [name, count / total]));
    const outcome = accesses.size > 1 ? 'PARTIAL' : accesses.has('ALLOW') ? 'ALLOWED' : 'DENIED';
    return { outcome, allowed: allowed / total, decided, deniedRemotes, asked };
  }
}

/**
 * The packets that a printed counterexample means, whatever their source port; empty where it names none of the
 * flow. A tag, or "Storage (elsewhere)", stands for all addresses of the tag.
 */
export function packetsOfCounterexample(counter: PacketCounter, flow: FlowResult): Packet[] {
  const match = /^(.+) -> (.+) (tcp|udp)\/(\d+)$/.exec(flow.counterexample ?? '');
  if (!match) return [];
  const [, source = '', destination = '', protocol, port] = match;
  const [far, near] = flow.direction === 'INBOUND' ? [source, destination] : [destination, source];
  const remote = counter.remoteAddresses(flow, far);
  const local = counter.localAddresses(near);
  return remote.flatMap((there) =>
    local.flatMap((here) =>
      counter.sourcePorts.map((sourcePort) => ({
        direction: flow.direction,
        protocol: protocol === 'udp' ? ('UDP' as const) : ('TCP' as const),
        source: flow.direction === 'INBOUND' ? there : here,
        sourcePort,
        destination: flow.direction === 'INBOUND' ? here : there,
        destinationPort: Number(port),
      })),
    ),
  );
}

/** Examples of what a flow loses of which the naive evaluator denies less: a part of a prefix, nothing of a tag. */
export function falseExamples(counter: PacketCounter, flow: FlowResult, naive: Measure): string[] {
  const { network } = counter.scene;
  const starts = counter.remoteCells(flow.remoteTags).map(({ value }) => value);
  const isDenied = (address: number) =>
    naive.deniedRemotes.has(starts.findLast((start) => start <= address) ?? -1);
  return flow.deniedExamples.filter((example) => {
    if (/^[\d./]+$/.test(example)) {
      const [first = 0] = edgesOf(example);
      const within = starts.filter((start) => hasPrefix(start, example));
      return ![first, ...within].every(isDenied);
    }
    if (flow.remoteTags.includes(example)) return naive.deniedRemotes.size === 0;
    const prefixes = network.tags[example.replace(/ \(.*\)$/, '').toLowerCase()] ?? [];
    return !prefixes.some((prefix) => isDenied(edgesOf(prefix)[0] ?? 0));
  });
}
