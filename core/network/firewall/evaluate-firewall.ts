/**
 * What an Azure Firewall does with a flow: network rules first, then application rules for HTTP, HTTPS and MSSQL, then
 * the built-in rules for infrastructure, and at last a denial (data/routing/firewall.ts). DNAT rules come before them all,
 * and match traffic to the firewall's own addresses alone, which no flow of the instance goes to. Threat intelligence and
 * intrusion prevention are not part of it.
 *
 * For each host name the rules become one list of security rules, which the evaluation of groups walks.
 */

import type { FirewallCollection, FirewallNetworkRule, InputFirewall } from '../../firewall.ts';
import { type AddressTerm, isExpression } from '../address-term.ts';
import { type Evaluation, evaluate, type FlowOutcome } from '../evaluate.ts';
import type { Flow } from '../flow.ts';
import type { SecurityRule } from '../security-rule.ts';
import type { ServiceTagIndex } from '../service-tags/service-tags.ts';
import { matchesOf, ruleLabel } from './application-rules.ts';
import { readNetworkRules, readSources } from './read-rules.ts';
import { anywhere, outboundRule, webPorts } from './rule-base.ts';

export interface FirewallFlow extends Flow {
  /** Documented host names of the far end; empty where documents name none. */
  readonly hosts: readonly string[];
  /** True where the built-in rules of the firewall may allow hosts of the far end. */
  readonly mayBeInfrastructure: boolean;
}

export interface FirewallEvaluation {
  readonly outcome: FlowOutcome;
  /** Of each host name; one entry without a host where documents name none. */
  readonly hosts: readonly HostEvaluation[];
}

export interface HostEvaluation {
  readonly host: string | undefined;
  readonly evaluation: Evaluation;
}

export function evaluateFirewall(
  flow: FirewallFlow,
  firewall: InputFirewall,
  tags: ServiceTagIndex,
): FirewallEvaluation {
  const names = flow.hosts.length > 0 ? flow.hosts : [undefined];
  const hosts = names.map((host) => ({
    host,
    evaluation: evaluate(flow, rulesFor(flow, host, firewall, tags)),
  }));
  return { outcome: combined(hosts.map(({ evaluation }) => evaluation.outcome)), hosts };
}

/** The worst that is certain; a flow of which one host is denied passes in part. */
function combined(outcomes: readonly FlowOutcome[]): FlowOutcome {
  const [first = 'UNKNOWN'] = outcomes;
  if (outcomes.every((one) => one === first)) return first;
  return outcomes.some((one) => one === 'DENIED' || one === 'PARTIAL') ? 'PARTIAL' : 'UNKNOWN';
}

const somewhere = (text: string): AddressTerm => ({ kind: 'unresolved', text });

export const infrastructureRules = 'the built-in infrastructure rules';
export const firewallDefault = 'the default of Azure Firewall';

/** The rules of the firewall that may match a packet to the host, in the order of processing. */
function rulesFor(
  flow: FirewallFlow,
  host: string | undefined,
  firewall: InputFirewall,
  tags: ServiceTagIndex,
): SecurityRule[] {
  const priority = (collection: FirewallCollection) => (collection.isPlaced ? 1 : undefined);
  const rules = inProcessingOrder(firewall.collections).flatMap((collection) =>
    rulesOf(collection, flow, host, firewall, tags).map((rule) => ({
      ...rule,
      priority: priority(collection),
      access: collection.action,
    })),
  );
  const last = { ...outboundRule, path: '', priority: 65_500 };
  return [
    ...rules,
    ...(flow.mayBeInfrastructure
      ? [{ ...last, name: infrastructureRules, access: undefined, destinationPorts: webPorts }]
      : []),
    { ...last, name: firewallDefault, access: 'DENY', isDefault: true },
  ];
}

/** Network collections first. Those whose place is not known may come before any other of their kind. */
export const inProcessingOrder = (
  collections: readonly FirewallCollection[],
): readonly FirewallCollection[] =>
  (['NETWORK', 'APPLICATION'] as const).flatMap((kind) => {
    const own = collections.filter((one) => one.kind === kind);
    return [...own.filter((one) => !one.isPlaced), ...own.filter((one) => one.isPlaced)];
  });

type Matching = Omit<SecurityRule, 'priority' | 'access'>;

function rulesOf(
  collection: FirewallCollection,
  flow: FirewallFlow,
  host: string | undefined,
  firewall: InputFirewall,
  tags: ServiceTagIndex,
): Matching[] {
  if (collection.kind === 'NETWORK') {
    return readNetworkRules(collection, tags).flatMap(({ rule, source, destinations, ports }) => {
      const destination = [...destinations, ...namedEnds(rule, host, firewall)];
      const protocol = protocolOf(rule, flow);
      if (destination.length === 0 || protocol === 'other') return [];
      return {
        ...outboundRule,
        name: ruleLabel(collection, rule),
        path: rule.path,
        protocol,
        source,
        destination,
        destinationPorts: ports,
      };
    });
  }
  if (flow.protocol === 'UDP') return [];
  return readSources(collection, tags).flatMap(({ rule, source }) =>
    matchesOf(rule, host, flow.ports).map(({ ports, isCertain }) => ({
      ...outboundRule,
      name: ruleLabel(collection, rule),
      path: rule.path,
      source,
      ...(!isCertain && { destination: [somewhere(rule.name)] }),
      destinationPorts: ports,
    })),
  );
}

/** The protocol of the flow, if the rule is for it; undefined where the rule leaves it open. */
function protocolOf(
  { protocols }: FirewallNetworkRule,
  flow: Flow,
): SecurityRule['protocol'] | 'other' {
  if (protocols.some((one) => one === 'ANY' || one === flow.protocol)) return 'ANY';
  return protocols.some(isExpression) ? undefined : 'other';
}

/** A rule by host names matches the packets to the host that it names; it may match those to hosts that no document names. */
const namedEnds = (
  { hostNames }: FirewallNetworkRule,
  host: string | undefined,
  { hasDnsProxy }: InputFirewall,
): AddressTerm[] =>
  hostNames.flatMap((name): AddressTerm[] => {
    if (host === undefined || isExpression(name)) return [somewhere(name)];
    if (name.toLowerCase() !== host.toLowerCase()) return [];
    return [hasDnsProxy === true ? anywhere : somewhere(name)];
  });
