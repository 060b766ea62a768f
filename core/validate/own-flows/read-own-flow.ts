/** Reads flows of an owner: their packets as sides of rules, or what is wrong with them and what is accepted. */

import type { Direction } from '../../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../../input-error.ts';
import { isSameName, nearestOf } from '../../nearest.ts';
import type { RuleProtocol } from '../../network/security-rule.ts';
import { type IntervalSet, union } from '../../network/sets/interval-set.ts';
import { everyPort, parsePortRange } from '../../network/sets/ports.ts';
import type { OwnFlowInput, OwnFlowKind, PacketSetInput } from './own-flow.ts';
import { requireFiltered } from './platform-addresses.ts';

export const ownFlowLimits = {
  flows: 100,
  /** Packet sets in a list. */
  sets: 20,
  /** Addresses, or ports, of a packet set. */
  entries: 100,
  nameLength: 100,
  reasonLength: 500,
} as const;

export const flowProtocols = ['TCP', 'UDP', 'ICMP', 'ESP', 'AH', 'ANY'] as const;

/** A packet set whose far end is still text. */
export interface ReadPacketSet {
  readonly far: readonly string[];
  readonly ports: IntervalSet;
  readonly hasPorts: boolean;
  readonly protocol: RuleProtocol;
  readonly path: readonly (string | number)[];
}

export interface ReadOwnFlow {
  readonly input: OwnFlowInput;
  readonly kind: OwnFlowKind;
  readonly direction: Direction;
  readonly sets: readonly ReadPacketSet[];
  /** With ONLY the packets it is about; empty for every packet of the direction. */
  readonly of: readonly ReadPacketSet[];
}

type Path = readonly (string | number)[];

const kinds = ['allow', 'deny', 'only'] as const;

/** Throws InputError, or InputErrors, with paths that begin with `flows`. Service tags are read with each location. */
export function readOwnFlows(inputs: readonly OwnFlowInput[]): readonly ReadOwnFlow[] {
  if (inputs.length > ownFlowLimits.flows) {
    throw new InputError('too many flows', {
      path: ['flows'],
      given: inputs.length,
      expected: [`at most ${ownFlowLimits.flows} flows`],
    });
  }
  const flows: ReadOwnFlow[] = [];
  throwAll(
    mistakesOf(
      inputs.map((input, index) => () => {
        requireOwnName(inputs, index);
        flows.push(readOwnFlow(input, ['flows', index]));
      }),
    ),
  );
  return flows;
}

function requireOwnName(inputs: readonly OwnFlowInput[], index: number): void {
  const name = inputs[index]?.name;
  if (inputs.findIndex((one) => one.name === name) === index) return;
  throw new InputError('two flows have one name', {
    path: ['flows', index, 'name'],
    given: name,
    expected: ['a name that no other flow has'],
  });
}

function readOwnFlow(input: OwnFlowInput, path: Path): ReadOwnFlow {
  requireText(input.name, ownFlowLimits.nameLength, [...path, 'name']);
  requireText(input.reason, ownFlowLimits.reasonLength, [...path, 'reason']);
  if (input.owner !== undefined) {
    requireText(input.owner, ownFlowLimits.nameLength, [...path, 'owner']);
  }
  const [key, other] = kinds.filter((one) => input[one] !== undefined);
  if (key === undefined || other !== undefined) {
    throw new InputError('a flow says one thing', {
      path,
      given: key === undefined ? 'none of them' : `${key} and ${other}`,
      expected: [`exactly one of ${kinds.join(', ')}`],
    });
  }
  if (input.of !== undefined && key !== 'only') {
    throw new InputError('of belongs to only', {
      path: [...path, 'of'],
      given: `of with ${key}`,
      expected: ['of with only, or no of'],
    });
  }
  const sets = readSets(input[key] ?? [], [...path, key]);
  const of = input.of === undefined ? [] : readSets(input.of, [...path, 'of']);
  const [first] = sets as [Directed, ...Directed[]];
  const stray = [...sets, ...of].find(({ direction }) => direction !== first.direction);
  if (stray) {
    throw new InputError('the packets of a flow have one direction', {
      path: stray.set.path,
      given: 'from and to',
      expected: ['only from, for inbound packets', 'only to, for outbound packets'],
    });
  }
  return {
    input,
    kind: key.toUpperCase() as OwnFlowKind,
    direction: first.direction,
    sets: sets.map(({ set }) => set),
    of: of.map(({ set }) => set),
  };
}

function requireText(text: string, longest: number, path: Path): void {
  if (text.trim() !== '' && text.length <= longest) return;
  throw new InputError(text.trim() === '' ? 'the text is empty' : 'the text is too long', {
    path,
    given: text,
    expected: [`1 to ${longest} characters`],
  });
}

interface Directed {
  readonly direction: Direction;
  readonly set: ReadPacketSet;
}

function readSets(inputs: readonly PacketSetInput[], path: Path): readonly Directed[] {
  requireSome(inputs, ownFlowLimits.sets, 'packet sets', path);
  return inputs.map((input, index) => readSet(input, [...path, index]));
}

function requireSome(list: readonly unknown[], most: number, what: string, path: Path): void {
  if (list.length > 0 && list.length <= most) return;
  throw new InputError(`a list has 1 to ${most} ${what}`, {
    path,
    given: list.length,
    expected: [`1 to ${most} ${what}`],
  });
}

function readSet({ from, to, ports, protocol = 'ANY' }: PacketSetInput, path: Path): Directed {
  const far = from ?? to;
  if (far === undefined || (from !== undefined && to !== undefined)) {
    throw new InputError('a packet set has one far end', {
      path,
      given: far === undefined ? 'neither from nor to' : 'from and to',
      expected: ['from, for packets into the subnet', 'to, for packets out of it'],
    });
  }
  const direction = from === undefined ? 'OUTBOUND' : 'INBOUND';
  const farPath = [...path, from === undefined ? 'to' : 'from'];
  requireSome(far, ownFlowLimits.entries, 'addresses or service tags', farPath);
  if (direction === 'OUTBOUND') for (const text of far) requireFiltered(text.trim(), farPath);
  const known = flowProtocols.find((one) => isSameName(one, protocol));
  if (known === undefined) {
    throw new InputError('there is no such protocol', {
      path: [...path, 'protocol'],
      given: protocol,
      accepted: flowProtocols,
      nearest: nearestOf(protocol, flowProtocols),
    });
  }
  if (ports !== undefined && !['TCP', 'UDP', 'ANY'].includes(known)) {
    throw new InputError(`${known} has no ports`, {
      path: [...path, 'ports'],
      given: ports.join(', '),
      expected: ['no ports', 'the protocol TCP, UDP or ANY'],
    });
  }
  return {
    direction,
    set: {
      far,
      ports: readPorts(ports, [...path, 'ports']),
      hasPorts: ports !== undefined,
      protocol: known,
      path: farPath,
    },
  };
}

function readPorts(ports: readonly string[] | undefined, path: Path): IntervalSet {
  if (ports === undefined) return everyPort;
  requireSome(ports, ownFlowLimits.entries, 'ports or ranges', path);
  return union(
    ...ports.map((text) => {
      const set = parsePortRange(text.trim());
      if (set) return set;
      throw new InputError('not a port', {
        path,
        given: text,
        expected: ['a port from 0 to 65535', 'a range such as 6381-6383', '*'],
      });
    }),
  );
}
