/** What a change means and what it asks of a reader, in sentences made from the statements themselves. */

import type { IsoDate, PortRuleStatement } from '../../../data/model.ts';
import type { StatedRule } from '../port-table.ts';
import { type Difference, hasOtherNecessity, hasOtherTags } from './compare-statements.ts';

export interface Wording {
  readonly summary: string;
  readonly action: string;
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const portNames = (ports: readonly string[]) =>
  ports.includes('*')
    ? 'every port'
    : `${ports.length > 1 || ports[0]?.includes('-') ? 'ports' : 'port'} ${listOf(ports)}`;

function portsOf({ destinationPorts, optionalDestinationPorts }: PortRuleStatement): string {
  if (optionalDestinationPorts.length === 0) return portNames(destinationPorts);
  return `${portNames(destinationPorts)} (and ${listOf(optionalDestinationPorts)} where wanted)`;
}

const directionsOf = ({ directions }: PortRuleStatement) =>
  listOf(directions.map((direction) => direction.toLowerCase()));

const modesOf = ({ virtualNetworkTypes }: PortRuleStatement) =>
  `${listOf(virtualNetworkTypes.map((type) => type.toLowerCase()))} mode`;

function peersOf({ source, destination }: PortRuleStatement): string {
  if (source === destination) return `within ${source}`;
  return source === 'VirtualNetwork' ? `to ${destination}` : `from ${source}`;
}

/** outbound TCP to Storage, port 443 */
function trafficOf(statement: PortRuleStatement): string {
  const protocol = statement.protocol === 'ANY' ? 'traffic' : statement.protocol;
  return `${directionsOf(statement)} ${protocol} ${peersOf(statement)}, ${portsOf(statement)}`;
}

function necessityOf({ necessity, requiredWhen }: PortRuleStatement): string {
  return requiredWhen === undefined
    ? necessity.toLowerCase()
    : `required when ${requiredWhen.text}`;
}

/** What the statement asks for, as an instruction. */
function demandOf(statement: PortRuleStatement): string {
  const { necessity, requiredWhen } = statement;
  const traffic = trafficOf(statement);
  const mode = statement.virtualNetworkTypes.length === 1 ? ` In ${modesOf(statement)} only.` : '';
  const demand = {
    REQUIRED: `Allow ${traffic}.`,
    CONDITIONAL: `Allow ${traffic}, when ${requiredWhen?.text}.`,
    RECOMMENDED: `Allow ${traffic}; where it is blocked, the service works less well.`,
    OPTIONAL: `Allow ${traffic}, where the instance uses it.`,
  }[necessity];
  return `${demand}${mode}`;
}

function modeChange(before: PortRuleStatement, after: PortRuleStatement): readonly string[] {
  if (modesOf(before) === modesOf(after)) return [];
  const isLess = after.virtualNetworkTypes.every((type) =>
    before.virtualNetworkTypes.includes(type),
  );
  return [`${isLess ? 'only ' : ''}${modesOf(after)} instead of ${modesOf(before)}`];
}

function differencesOf(before: PortRuleStatement, after: PortRuleStatement): readonly string[] {
  const changeOf = (textOf: (statement: PortRuleStatement) => string) =>
    textOf(before) === textOf(after) ? [] : [`${textOf(after)} instead of ${textOf(before)}`];
  return [
    ...(hasOtherTags(before, after) ? changeOf(peersOf) : []),
    ...changeOf(portsOf),
    ...changeOf(({ protocol }) => protocol),
    ...changeOf(directionsOf),
    ...modeChange(before, after),
    ...(hasOtherNecessity(before, after) ? changeOf(necessityOf) : []),
  ];
}

const restCanGo = 'Remove what earlier rules allow beyond that once nothing uses it.';

/** Of a row that both editions have. */
export function wordDifference(
  difference: Difference,
  { rule, statement: before }: StatedRule,
  after: PortRuleStatement,
): Wording {
  const demand = demandOf(after);
  const isNoMoreNeeded = difference === 'NECESSITY_CHANGED' && after.necessity === 'OPTIONAL';
  const isReplacing = ['NARROWED', 'RENAMED', 'CHANGED'].includes(difference);
  return {
    summary: `${rule.title}: now ${listOf(differencesOf(before, after))}.`,
    action: [
      demand,
      ...(isNoMoreNeeded ? ['Otherwise you can remove the rule.'] : []),
      ...(isReplacing ? [restCanGo] : []),
    ].join(' '),
  };
}

function namesOf(rules: readonly StatedRule[]): string {
  return `the ${rules.length === 1 ? 'rule' : 'rules'} ${listOf(rules.map(({ rule }) => rule.id))}`;
}

/** Of a row that only the later edition has; `stated` are the rows of the earlier one with all its traffic. */
export function wordAdded({ rule, statement }: StatedRule, stated: readonly StatedRule[]): Wording {
  return {
    summary: `${rule.title}: new and ${necessityOf(statement)} (${trafficOf(statement)}).`,
    action:
      stated.length === 0
        ? demandOf(statement)
        : `Nothing, where the traffic is allowed already: the earlier edition has it in ${namesOf(stated)}.`,
  };
}

/** Of a row that only the earlier edition has; `stated` are the rows of the later one with all its traffic. */
export function wordRemoved(
  { rule, statement }: StatedRule,
  stated: readonly StatedRule[],
): Wording {
  return {
    summary: `${rule.title}: no longer listed (${trafficOf(statement)}).`,
    action:
      stated.length === 0
        ? 'Remove the rule, unless something else needs it.'
        : `Keep the traffic allowed: the later edition has it in ${namesOf(stated)}.`,
  };
}

const countOf = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export function wordPlatformAdded(platform: string, rows: number): Wording {
  return {
    summary: `From this edition on the port table applies to ${platform}, with ${countOf(rows, 'row')}.`,
    action: `For instances on ${platform}, read its rows.`,
  };
}

export function wordPlatformRemoved(platform: string, rows: number, since: IsoDate): Wording {
  return {
    summary: `The edition no longer has a port table for ${platform}; the one before has ${countOf(rows, 'row')}.`,
    action: `For an instance on ${platform}, the edition of ${since} is the last that applies.`,
  };
}

const tagSuffices = 'If you use the service tag ApiManagement instead, nothing changes.';

const addressesOf = (count: number) =>
  `${count} control-plane ${count === 1 ? 'address' : 'addresses'}`;

export function wordAddressesAdded(added: number, kept: number): Wording {
  return {
    summary: `The document adds ${addressesOf(added)} and keeps ${kept}.`,
    action: `Add them to rules and routes that name addresses. ${tagSuffices}`,
  };
}

export function wordAddressesRemoved(removed: number, kept: number): Wording {
  return kept === 0
    ? {
        summary: `The document no longer prints control-plane addresses; the edition before has ${removed}.`,
        action:
          'Name the service tag ApiManagement in rules and routes: the addresses printed last are no longer updated.',
      }
    : {
        summary: `The document drops ${addressesOf(removed)} and keeps ${kept}.`,
        action: `Take them out of rules and routes that name addresses. ${tagSuffices}`,
      };
}
