/** Texts for findings: a flow at a firewall, and what lets it pass. */

import { catalog } from '../../../../data/index.ts';
import type { FirewallStep } from '../../path/firewall-steps.ts';
import { culprits } from '../../path/firewall-words.ts';
import { describeFlow } from './flow-labels.ts';
import { listing } from './rule-labels.ts';

/** outbound TCP 443 to AzureMonitor (Azure Monitor) for a.example and b.example */
export function describeStep(step: FirewallStep): string {
  const hosts = culprits(step).flatMap(({ host }) => host ?? []);
  const isAll = hosts.length === (step.evaluation?.hosts.length ?? 0);
  const part = step.isWhole ? '' : ' (the part that routes lead there)';
  return `${describeFlow(step.flow)}${part}${hosts.length > 0 && !isAll ? ` for ${listing(hosts, 3)}` : ''}`;
}

/** Allow it there, or lead it around the firewall. */
export function remedyAt({ flow, firewall }: FirewallStep): string {
  const { statement, destinationPort, remote } = flow;
  const tags = remote.map(({ name }) => name).join(' and ');
  const endpoint = catalog.serviceEndpoints.find(
    ({ serviceTag, until }) => serviceTag === remote[0]?.base && until === undefined,
  );
  const around = endpoint
    ? `, or enable the service endpoint ${endpoint.service} on the subnet, which leads it around the firewall`
    : '';
  return `allow ${statement.protocol} ${destinationPort} to ${tags} from the subnet in a network rule of ${firewall?.name ?? 'the firewall'}${around}`;
}
