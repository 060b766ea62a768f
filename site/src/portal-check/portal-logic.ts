/**
 * What the portal's check says of a network's rules and routes: its published logic, restated. It walks the rules by
 * priority, and compares addresses as texts. Its other two steps are not here: they need a running instance.
 */

import type { PortalDocument } from './document.ts';
import { type PortalRequirement, portalRequirements, type Way } from './portal-requirements.ts';

export interface PortalFinding {
  readonly level: 'FAIL' | 'WARNING';
  readonly label: string;
  readonly portRule: string | undefined;
}

interface ReadRule {
  readonly priority: number;
  readonly direction: Way;
  readonly isDeny: boolean;
  readonly protocol: string;
  /** Undefined where the rule has a list, which the logic does not read. */
  readonly source: string | undefined;
  readonly destination: string | undefined;
  readonly ports: readonly string[];
}

function defaultRule(
  direction: Way,
  priority: number,
  isDeny: boolean,
  source: string,
  destination: string,
): ReadRule {
  return { direction, priority, isDeny, protocol: '*', source, destination, ports: ['*'] };
}

const network = 'VirtualNetwork';
const defaultRules: readonly ReadRule[] = [
  defaultRule('Inbound', 65_000, false, network, network),
  defaultRule('Inbound', 65_001, false, 'AzureLoadBalancer', '*'),
  defaultRule('Inbound', 65_500, true, '*', '*'),
  defaultRule('Outbound', 65_000, false, network, network),
  defaultRule('Outbound', 65_001, false, '*', 'Internet'),
  defaultRule('Outbound', 65_500, true, '*', '*'),
];

/** Any tag, any prefix and any list but Internet passes for a part of the virtual network, and the other way round. */
function isSameAddress(required: string, written: string | undefined): boolean {
  if (written === '*' || written === 'Any' || required === written) return true;
  return (
    (required === network && written !== 'Internet') ||
    (written === network && required !== 'Internet')
  );
}

function hasPort(ranges: readonly string[], port: number): boolean {
  return ranges.some((range) => {
    if (range === '*') return true;
    const [first = 0, last = first] = range.split('-').map(Number);
    return first <= port && port <= last;
  });
}

const concerns = (rule: ReadRule, required: PortalRequirement): boolean =>
  required.directions.includes(rule.direction) &&
  ['*', required.protocol].includes(rule.protocol) &&
  isSameAddress(required.source, rule.source) &&
  isSameAddress(required.destination, rule.destination);

/** For each port the first rule decides, whatever its direction; a port that no rule decides is open. */
function isBlocked(required: PortalRequirement, rules: readonly ReadRule[]): boolean {
  const concerned = rules.filter((rule) => concerns(rule, required));
  return required.ports.some(
    (port) => concerned.find(({ ports }) => hasPort(ports, port))?.isDeny === true,
  );
}

interface Properties {
  readonly virtualNetworkType?: string;
  readonly securityRules?: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  readonly routes?: readonly { readonly properties: { readonly addressPrefix: string } }[];
}

function readRule({ properties }: { readonly properties: Readonly<Record<string, unknown>> }) {
  const one = (name: string) => properties[name] as string | undefined;
  return {
    priority: Number(properties.priority),
    direction: properties.direction as Way,
    isDeny: properties.access === 'Deny',
    protocol: String(properties.protocol),
    source: one('sourceAddressPrefix'),
    destination: one('destinationAddressPrefix'),
    ports: [one('destinationPortRange') ?? (properties.destinationPortRanges as string[])].flat(),
  };
}

/** What it finds in a document: required services first that it takes for blocked, then others, then a default route. */
export function portalFindings(document: PortalDocument): readonly PortalFinding[] {
  const all = document.map(({ properties }) => properties as Properties);
  const isExternal = all.some(({ virtualNetworkType }) => virtualNetworkType === 'External');
  const rules = [
    ...all.flatMap(({ securityRules = [] }) => securityRules).map(readRule),
    ...defaultRules,
  ].sort((a, b) => a.priority - b.priority);
  const blocked = portalRequirements
    .filter(({ isExternalOnly }) => isExternal || !isExternalOnly)
    .filter((required) => isBlocked(required, rules));
  const hasDefaultRoute = all
    .flatMap(({ routes = [] }) => routes)
    .some(({ properties }) => properties.addressPrefix.includes('0.0.0.0/0'));
  const findings: readonly PortalFinding[] = blocked.map(({ label, portRule, isRequired }) => ({
    level: isRequired ? 'FAIL' : 'WARNING',
    label,
    portRule,
  }));
  return [
    ...findings.filter(({ level }) => level === 'FAIL'),
    ...findings.filter(({ level }) => level === 'WARNING'),
    ...(hasDefaultRoute
      ? [{ level: 'WARNING', label: 'default route', portRule: undefined } as const]
      : []),
  ];
}
