/**
 * Application rules of Azure Firewall as rules for one flow. They see host names, not addresses, so for a flow to
 * documented host names a rule matches all packets to a host or none of them. Of a flow without documented host names only
 * a rule for every host is certain to match.
 */

import type { FirewallApplicationRule } from '../../firewall.ts';
import { isExpression } from '../address-term.ts';
import { type IntervalSet, interval, overlaps } from '../sets/interval-set.ts';
import { coversHost } from './host-names.ts';

/** Packets to a host that an application rule matches, by the port of one of its protocols. */
export interface HostMatch {
  /** As written, for example "HTTPS:443". */
  readonly protocol: string;
  readonly ports: IntervalSet;
  /** False where the rule may match them. */
  readonly isCertain: boolean;
}

/** Ports on which a protocol is what the firewall takes it for. */
const usualPorts: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443 };

/** Empty where the rule matches no packet to the host. `host` is undefined where documents name none. */
export function matchesOf(
  rule: FirewallApplicationRule,
  host: string | undefined,
  ports: IntervalSet,
): readonly HostMatch[] {
  const coverage = targetCoverage(rule, host);
  if (coverage === 'none') return [];
  return rule.protocols.flatMap((text) => {
    const [protocol = '', port = ''] = text.split(':');
    const isKnown = /^\d+$/.test(port);
    const own = isKnown ? interval(Number(port), Number(port)) : ports;
    if (!overlaps(own, ports)) return [];
    // MSSQL is filtered in the proxy mode of Azure SQL alone, and no document says in which mode the instance connects.
    const isCertain = isKnown && coverage === 'all' && usualPorts[protocol] === Number(port);
    return [{ protocol: text, ports: own, isCertain }];
  });
}

function targetCoverage(
  { hostNames, otherTargets }: FirewallApplicationRule,
  host: string | undefined,
): 'all' | 'some' | 'none' {
  const known = hostNames.map((target) => {
    if (target === '*') return 'all';
    if (isExpression(target) || host === undefined) return 'some';
    return coversHost(target, host);
  });
  if (known.includes('all')) return 'all';
  return known.includes('some') || otherTargets.length > 0 ? 'some' : 'none';
}

/** "Azure/AllowMonitor": the collection and the rule. */
export const ruleLabel = (collection: { readonly name: string }, rule: { readonly name: string }) =>
  `${collection.name}/${rule.name}`;
