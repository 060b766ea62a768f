/**
 * Rules that differ from a documented row in one value, with the corrected rule. A port counts as mistyped if it is one
 * digit away from the row's port and no row has it.
 */

import { catalog } from '../../../data/index.ts';
import type { Direction } from '../../../data/model.ts';
import type { InputPorts, InputRule } from '../../deployment.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  union,
} from '../../network/sets/interval-set.ts';
import { ephemeralPorts, everyPort, parsePortRange, portSet } from '../../network/sets/ports.ts';
import { entriesOf } from '../read/rules/input-rule.ts';
import type { DocumentedRow } from './documented-row.ts';
import { localSideOf, type NearMissFacts, remoteSideOf, withAddress } from './near-miss-sides.ts';

export type NearMissKind =
  | 'port'
  | 'protocol'
  | 'remote'
  | 'refused-remote'
  | 'local'
  | 'swapped'
  | 'direction'
  | 'source-port'
  | 'port-missing';

export interface NearMiss {
  readonly kind: NearMissKind;
  /** The wrong value: port 1443 instead of 1433. */
  readonly what: string;
  /** The corrected rule, with the same name and priority. */
  readonly corrected: InputRule;
}

/** The one wrong value of a rule that otherwise fits the row; empty if two values differ, or none. */
export function nearMissesOf(
  rule: InputRule,
  row: DocumentedRow,
  facts: NearMissFacts,
): NearMiss[] {
  if (rule.access.toLowerCase() !== 'allow') return [];
  const ports = portsOf(rule, row);
  const own = {
    direction: rule.direction.toUpperCase() === row.direction,
    protocol: ['*', 'any', row.statement.protocol.toLowerCase()].includes(
      rule.protocol.toLowerCase(),
    ),
    sourcePorts: covers(setOf(rule.sourcePorts), ephemeralPorts),
    ports: ports.fit !== 'none' && ports.fit !== 'typo',
  };
  // Compare the ends last: most rules are ruled out by then.
  if (Object.values(own).filter((fit) => !fit).length > 1) return [];
  const remote = remoteSideOf(rule, row, facts);
  const local = localSideOf(rule, row, facts);
  const fits = { ...own, remote: remote.fit === 'tag', local: local.fit === 'whole' };
  const off = Object.entries(fits).flatMap(([name, fit]) => (fit ? [] : [name]));
  const miss = (kind: NearMissKind, what: string, change: Partial<InputRule>): NearMiss[] => [
    { kind, what, corrected: { ...rule, ...change } },
  ];
  const { remoteField, localField } = facts.fieldsOf(row.direction);
  const isOff = (...names: (keyof typeof fits)[]) => off.join() === names.join();

  if (off.length === 0 && ports.fit === 'some') {
    const added = row.ports.filter(
      (port) => !covers(setOf(rule.destinationPorts), portSet([port])),
    );
    return miss('port-missing', `port ${added.join(', ')} was missing`, {
      destinationPorts: listed([...entriesOf(rule.destinationPorts), ...added]),
    });
  }
  const isAnyRemote = remote.fit === 'any';
  if (ports.fit === 'typo' && (isOff('ports') || (isAnyRemote && isOff('ports', 'remote')))) {
    return miss('port', `port ${ports.wrong} instead of ${ports.right}`, {
      destinationPorts: listed(
        entriesOf(rule.destinationPorts).map((port) => (port === ports.wrong ? ports.right : port)),
      ),
    });
  }
  const isPlatformRemote = row.remote.some(({ name }) => name === 'VirtualNetwork');
  if (isOff('protocol') && ports.fit !== 'every') {
    const { protocol } = row.statement;
    const right = protocol === 'ANY' ? '*' : protocol.charAt(0) + protocol.slice(1).toLowerCase();
    return miss('protocol', `protocol ${rule.protocol} instead of ${right}`, { protocol: right });
  }
  if (isOff('sourcePorts')) {
    const wrong = entriesOf(rule.sourcePorts).join(', ');
    const isOnWrongSide =
      ports.fit === 'every' && covers(setOf(rule.sourcePorts), portSet(row.ports));
    return miss('source-port', `source port ${wrong} instead of *`, {
      sourcePorts: listed(['*']),
      ...(isOnWrongSide && { destinationPorts: rule.sourcePorts }),
    });
  }
  if (isOff('remote') && remote.corrected !== undefined && ports.fit !== 'every') {
    const kind = remote.fit === 'refused' ? 'refused-remote' : 'remote';
    return miss(kind, `${remote.text} instead of ${remote.corrected}`, {
      [remoteField]: withAddress([remote.corrected]),
    });
  }
  if (isOff('local') && local.corrected !== undefined) {
    return miss('local', `${local.text} instead of ${local.corrected.at(-1)}`, {
      [localField]: withAddress(local.corrected),
    });
  }
  if (isPlatformRemote || ports.fit === 'every') return [];
  if (isOff('remote', 'local') && isMirrored(rule, row, facts)) {
    return miss('swapped', 'source and destination were swapped', {
      source: rule.destination,
      destination: rule.source,
    });
  }
  if (isOff('direction')) {
    return miss(
      'direction',
      `direction ${azureWord(row.direction === 'INBOUND' ? 'OUTBOUND' : 'INBOUND')} instead of ${azureWord(row.direction)}`,
      {
        direction: azureWord(row.direction),
      },
    );
  }
  return [];
}

const azureWord = (direction: Direction) => (direction === 'INBOUND' ? 'Inbound' : 'Outbound');

/** True if the rule has the row's tag and the subnet on swapped sides. */
function isMirrored(rule: InputRule, row: DocumentedRow, facts: NearMissFacts): boolean {
  const mirrored = { ...rule, source: rule.destination, destination: rule.source };
  return (
    remoteSideOf(mirrored, row, facts).fit === 'tag' &&
    localSideOf(mirrored, row, facts).fit === 'whole'
  );
}

const listed = (plural: readonly string[]): InputPorts => ({ singular: undefined, plural });

const setOf = (ports: InputPorts): IntervalSet =>
  union(...entriesOf(ports).map((entry) => parsePortRange(entry) ?? []));

const documentedPorts = portSet(
  catalog.portRules.flatMap(({ statements }) =>
    statements
      .flatMap(({ destinationPorts, optionalDestinationPorts }) => [
        ...destinationPorts,
        ...optionalDestinationPorts,
      ])
      .filter((port) => port !== '*'),
  ),
);

type PortFit =
  | { readonly fit: 'whole' | 'every' | 'some' | 'none' }
  | { readonly fit: 'typo'; readonly wrong: string; readonly right: string };

/** Compares the rule's ports with the required ones and with the others of the row. */
function portsOf(rule: InputRule, { ports, statement }: DocumentedRow): PortFit {
  const set = setOf(rule.destinationPorts);
  if (covers(set, everyPort)) return { fit: 'every' };
  if (covers(set, portSet(ports))) return { fit: 'whole' };
  const missing = ports.filter((port) => !covers(set, portSet([port])));
  for (const wrong of entriesOf(rule.destinationPorts)) {
    const right = missing.find((port) => isMistyped(wrong, port));
    if (right !== undefined) return { fit: 'typo', wrong, right };
  }
  const own = [...statement.destinationPorts, ...statement.optionalDestinationPorts];
  const named = entriesOf(rule.destinationPorts).map((entry) => parsePortRange(entry) ?? []);
  const isOfRow = named.every((entry) => own.some((port) => covers(portSet([port]), entry)));
  return { fit: isOfRow && named.length > 0 && !isEmpty(set) ? 'some' : 'none' };
}

/**
 * True if one digit differs or two neighboring digits are swapped, and no row has the port. The check port-typo accepts
 * more kinds of typing errors, because it only warns; a change here must let the row pass.
 */
export function isMistyped(port: string, documented: string): boolean {
  if (port.length !== documented.length || !/^\d+$/.test(port)) return false;
  const set = parsePortRange(port);
  if (!set || !isEmpty(intersect(set, documentedPorts))) return false;
  const wrong = [...port].flatMap((digit, index) => (digit === documented[index] ? [] : [index]));
  const [first = 0, second] = wrong;
  return (
    wrong.length === 1 ||
    (wrong.length === 2 &&
      second === first + 1 &&
      port[first] === documented[second] &&
      port[second] === documented[first])
  );
}
