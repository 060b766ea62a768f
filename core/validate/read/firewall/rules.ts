/**
 * Rules of Azure Firewall under the names of a policy, of a firewall with rules of its own (classic), and of azurerm. Values
 * that a document leaves open become texts in brackets.
 */

import type { FirewallApplicationRule, FirewallNetworkRule } from '../../../firewall.ts';
import { pointer } from '../../../json-pointer.ts';
import { isExpression } from '../../../network/address-term.ts';
import { get, listOf, type Path, textOf, Unresolved } from '../unresolved.ts';

/** A rule as a document has it. */
export interface RawRule {
  readonly value: unknown;
  readonly path: Path;
  /** Addresses with those of the IP groups that the field names; a text in brackets for a group that is not known. */
  readonly withGroups: (own: readonly string[], field: IpGroupField) => readonly string[];
}

export type IpGroupField = 'sourceIpGroups' | 'destinationIpGroups';

export const openText = (text: string): string => (isExpression(text) ? text : `[${text}]`);

/** The entries of the first field that is there; an open list is one open entry. */
function textsAt(value: unknown, ...names: readonly string[]): readonly string[] {
  const texts = names
    .map((name) => get(value, name))
    .find((one) => one !== undefined && one !== null);
  return listOf(texts).map((one) => (one instanceof Unresolved ? openText(one.text) : textOf(one)));
}

const nameOf = (value: unknown): string => textOf(get(value, 'name') ?? 'without a name');

const sourcesOf = ({ value, withGroups }: RawRule): readonly string[] =>
  withGroups(textsAt(value, 'sourceAddresses', 'source_addresses'), 'sourceIpGroups');

export function readNetworkRule(rule: RawRule): FirewallNetworkRule {
  const { value, path, withGroups } = rule;
  if (value instanceof Unresolved) return openNetworkRule(value.text, path);
  return {
    name: nameOf(value),
    path: pointer(...path),
    protocols: textsAt(value, 'ipProtocols', 'protocols').map((one) =>
      isExpression(one) ? one : one.toUpperCase(),
    ),
    sources: sourcesOf(rule),
    destinations: withGroups(
      textsAt(value, 'destinationAddresses', 'destination_addresses'),
      'destinationIpGroups',
    ),
    hostNames: textsAt(value, 'destinationFqdns', 'destination_fqdns'),
    ports: textsAt(value, 'destinationPorts', 'destination_ports'),
  };
}

export function readApplicationRule(rule: RawRule): FirewallApplicationRule {
  const { value, path } = rule;
  if (value instanceof Unresolved) return openApplicationRule(value.text, path);
  return {
    name: nameOf(value),
    path: pointer(...path),
    protocols: listOf(get(value, 'protocols') ?? get(value, 'protocol')).map(protocolOf),
    sources: sourcesOf(rule),
    hostNames: textsAt(value, 'targetFqdns', 'target_fqdns', 'destination_fqdns'),
    otherTargets: [
      ...textsAt(value, 'fqdnTags', 'fqdn_tags', 'destination_fqdn_tags'),
      ...textsAt(value, 'targetUrls', 'destination_urls'),
      ...textsAt(value, 'webCategories', 'web_categories'),
    ],
  };
}

/** "HTTPS:443"; a port that is left out is the usual one. */
function protocolOf(value: unknown): string {
  if (value instanceof Unresolved) return openText(value.text);
  const type = get(value, 'protocolType') ?? get(value, 'type');
  const port = get(value, 'port') ?? usualPorts[textOf(type).toUpperCase()];
  if (type instanceof Unresolved || port instanceof Unresolved) return '[protocol]';
  return `${textOf(type).toUpperCase()}:${textOf(port)}`;
}

const usualPorts: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443, MSSQL: 1433 };

/** A rule about which nothing is known. */
export function openNetworkRule(text: string, path: Path): FirewallNetworkRule {
  const open = [openText(text)];
  return {
    name: text,
    path: pointer(...path),
    protocols: ['ANY'],
    sources: open,
    destinations: open,
    hostNames: [],
    ports: ['*'],
  };
}

function openApplicationRule(text: string, path: Path): FirewallApplicationRule {
  const open = [openText(text)];
  return {
    name: text,
    path: pointer(...path),
    protocols: open,
    sources: open,
    hostNames: open,
    otherTargets: [],
  };
}
