/**
 * The rules of an Azure Firewall for packets of which only addresses, ports and the protocol are known. Rules by host
 * names, FQDN tags, web categories and URLs may match such packets; an application rule for every host does.
 */

import type { FirewallCollection, FirewallNetworkRule, InputFirewall } from '../../firewall.ts';
import { type AddressTerm, isExpression } from '../address-term.ts';
import type { RuleProtocol, SecurityRule } from '../security-rule.ts';
import type { ServiceTagIndex } from '../service-tags/service-tags.ts';
import { subtract } from '../sets/interval-set.ts';
import { everyAddress } from '../sets/ipv4.ts';
import { everyPort } from '../sets/ports.ts';
import { matchesOf, ruleLabel } from './application-rules.ts';
import { firewallDefault, infrastructureRules, inProcessingOrder } from './evaluate-firewall.ts';
import { readNetworkRules, readSources } from './read-rules.ts';
import { outboundRule, webPorts } from './rule-base.ts';

/**
 * Equal texts mean one doubt, and rules in one doubt match together or not at all. Of unequal ones each counts as
 * independent, also where one host name includes another: that leaves more open than there is, and nothing less.
 */
const hostsIn = (text: string): AddressTerm => ({ kind: 'unresolved', text });
/** Without its DNS proxy the firewall may know other addresses than the instance. */
const addressesOf = (name: string, hasDnsProxy: boolean | undefined) =>
  hostsIn(`the addresses of ${name}${hasDnsProxy ? '' : ' as the firewall resolves it'}`);

/** In the order of processing; the last one takes every packet. */
export function rulesForAnyHost(
  { collections, hasDnsProxy }: InputFirewall,
  tags: ServiceTagIndex,
): readonly SecurityRule[] {
  const last = { ...outboundRule, path: '', priority: 65_500 };
  const denial = { ...last, name: firewallDefault, access: 'DENY', isDefault: true } as const;
  // The hosts of Azure's own infrastructure are in its data centers.
  const cloud = tags.find('AzureCloud')?.addresses;
  const elsewhere: AddressTerm[] = cloud
    ? [{ kind: 'addresses', addresses: subtract(everyAddress, cloud) }]
    : [];
  return [
    ...inProcessingOrder(collections).flatMap((collection) =>
      rulesOf(collection, hasDnsProxy, tags),
    ),
    ...(cloud ? [{ ...denial, destination: elsewhere }] : []),
    {
      ...last,
      name: infrastructureRules,
      access: 'ALLOW',
      protocol: 'TCP',
      destination: [hostsIn(`a host of ${infrastructureRules}`)],
      destinationPorts: webPorts,
    },
    denial,
  ];
}

function rulesOf(
  collection: FirewallCollection,
  hasDnsProxy: boolean | undefined,
  tags: ServiceTagIndex,
): SecurityRule[] {
  const base = {
    ...outboundRule,
    priority: collection.isPlaced ? 1 : undefined,
    access: collection.action,
  };
  if (collection.kind === 'NETWORK') {
    return readNetworkRules(collection, tags).flatMap(({ rule, source, destinations, ports }) => {
      const destination = [
        ...destinations,
        ...rule.hostNames.map((name) => addressesOf(name, hasDnsProxy)),
      ];
      return protocolsOf(rule).map((protocol) => ({
        ...base,
        name: ruleLabel(collection, rule),
        path: rule.path,
        protocol,
        source,
        destination,
        destinationPorts: ports,
      }));
    });
  }
  return readSources(collection, tags).flatMap(({ rule, source }) =>
    matchesOf(rule, undefined, everyPort).map(({ protocol, ports, isCertain }) => ({
      ...base,
      name: ruleLabel(collection, rule),
      path: rule.path,
      protocol: 'TCP' as const,
      source,
      ...(!isCertain && {
        destination: [
          hostsIn(
            `${[...rule.hostNames, ...rule.otherTargets].toSorted().join(' or ')} over ${protocol}`,
          ),
        ],
      }),
      destinationPorts: ports,
    })),
  );
}

/** Undefined for one that the input leaves open. */
function protocolsOf({ protocols }: FirewallNetworkRule): readonly (RuleProtocol | undefined)[] {
  if (protocols.includes('ANY')) return ['ANY'];
  const known = (['TCP', 'UDP', 'ICMP'] as const).filter((one) => protocols.includes(one));
  return [...known, ...(protocols.some(isExpression) ? [undefined] : [])];
}
