/** What a report was made of: the instance, its locations, their rules, and which way the documented traffic leaves. */

import { isEmptyPart, subtractParts } from '../network/address-part.ts';
import { isNowhere, isTunnel, type UserRoute } from '../network/route.ts';
import { inPriorityOrder, type SecurityRule } from '../network/security-rule.ts';
import type { Tag } from '../network/service-tags/service-tags.ts';
import { shadowedRules } from './checks/kit/shadowed-rules.ts';
import type { EvaluatedFlow } from './flows/evaluated-flow.ts';
import { hasGroupElsewhere, type LocationContext } from './location/location.ts';
import { targetOf } from './path/next-hop.ts';
import { isPrivateAddressText, nameInAddressText } from './read/firewall/private-address.ts';
import { groupNames } from './remediation/group-names.ts';
import type { Course, JudgedLocation, JudgedRule } from './report.ts';

export function judgedLocation(context: LocationContext): JudgedLocation {
  const { location, region, flows, routes, inputRules } = context;
  const { name } = groupNames(context);
  return {
    region: region.name,
    subnet: location.subnet?.addressPrefix ?? null,
    virtualNetwork: location.virtualNetworkAddressPrefixes,
    dnsServers: location.dnsServers,
    group: location.networkSecurityGroup
      ? { state: 'READ', name: name ?? null, written: inputRules.length }
      : { state: hasGroupElsewhere(location) ? 'ELSEWHERE' : 'NONE', name: null, written: 0 },
    rules: rulesOf(context),
    hasRouteTable: location.routeTable !== undefined,
    firewalls: hopNames(
      (routes?.tunnel ?? []).map(({ route }) => route),
      context,
    ),
    courses: Object.fromEntries(flows.map((flow) => [flow.id, courseOf(flow, context)])),
  };
}

const hopNames = (
  routes: readonly UserRoute[],
  context: Pick<LocationContext, 'deployment' | 'location'>,
): readonly string[] => [
  ...new Set(
    routes.map((route) =>
      [route.nextHop === 'VirtualNetworkGateway' ? 'Gateway' : 'Firewall', hopName(route, context)]
        .filter(Boolean)
        .join(' '),
    ),
  ),
];

/** The name of a firewall of the input; else its address, or what the text that stands for the address names. */
function hopName(
  route: UserRoute,
  { deployment, location }: Pick<LocationContext, 'deployment' | 'location'>,
): string | undefined {
  const { nextHopIpAddress: address } = route;
  const name = targetOf(route, deployment, location)?.firewall?.name;
  if (name !== undefined) return name;
  return address !== undefined && isPrivateAddressText(address)
    ? nameInAddressText(address)
    : address;
}

/** The routes for the service tag itself, which is narrower than any default route; else all of them. */
function nearest(routes: readonly UserRoute[], remote: readonly Tag[]): readonly UserRoute[] {
  const own = routes.filter(
    ({ destination }) =>
      destination.kind === 'tag' &&
      remote.every(
        ({ base, part }) =>
          base === destination.tag.base && [undefined, part].includes(destination.tag.part),
      ),
  );
  return own.length > 0 ? own : routes;
}

const direct: Course = { way: 'DIRECT', through: '' };

/** Of inbound traffic the course of its replies. Probes of the load balancer are answered within the network. */
function courseOf({ remote }: EvaluatedFlow, context: LocationContext): Course {
  const { routes } = context;
  const base = remote[0]?.base;
  if (!routes || base === 'VirtualNetwork' || base === 'AzureLoadBalancer') return direct;
  for (const [way, isWanted] of [
    ['NOWHERE', isNowhere],
    ['TUNNEL', isTunnel],
  ] as const) {
    const { sure, maybe, whole, takers } = routes.course(remote, isWanted);
    if (isEmptyPart(maybe)) continue;
    return {
      way: isEmptyPart(subtractParts(whole, sure)) ? way : `PARTLY_${way}`,
      through: way === 'TUNNEL' ? hopNames(nearest(takers(), remote), context).join(', ') : '',
    };
  }
  return direct;
}

/** The rules of more than this many are compared with no flow beyond those they decide. */
const mostCompared = 200;

function rulesOf(context: LocationContext): readonly JudgedRule[] {
  const { rules = [], flows, inputRules } = context;
  const inputs = new Map(inputRules.map((rule) => [rule.path, rule]));
  const taken = takenBy(flows);
  const hiders = new Map(shadowedRules(context).map(({ rule, by }) => [rule, by]));
  const defaults = [...taken.keys()].filter(({ isDefault }) => isDefault);
  return [...rules, ...inPriorityOrder(defaults)].map((rule) => {
    const input = inputs.get(rule.path);
    const own = taken.get(rule) ?? [];
    const evaluate = input && rules.length <= mostCompared ? context.evaluator([input]) : undefined;
    const met = flows.filter(
      (flow) =>
        flow.direction === rule.direction &&
        evaluate?.(flow).evaluation.deciders.some(({ rule: one }) => one.path === rule.path),
    );
    return {
      name: rule.name,
      priority: rule.priority ?? null,
      direction: rule.direction ?? null,
      access: rule.access ?? null,
      isDefault: rule.isDefault,
      takes: own,
      matches: [...new Set([...own, ...met.map(({ id }) => id)])],
      hiddenBy: (hiders.get(rule) ?? []).map(({ name }) => name),
    };
  });
}

/** Keys of the flows of which a rule decides a part. */
function takenBy(flows: readonly EvaluatedFlow[]): ReadonlyMap<SecurityRule, string[]> {
  const taken = new Map<SecurityRule, string[]>();
  for (const { id, evaluation } of flows) {
    for (const { rule, fraction } of evaluation.deciders) {
      if (fraction === 0) continue;
      const keys = taken.get(rule) ?? [];
      keys.push(id);
      taken.set(rule, keys);
    }
  }
  return taken;
}
