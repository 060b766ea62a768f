/** What to look at, in order, when a dependency is down though the rules allow it, or up though they deny it. */

import { catalog } from '../../../data/index.ts';
import { isEmptyPart } from '../../network/address-part.ts';
import { isTunnel } from '../../network/route.ts';
import { hostAddress, parseAddress } from '../../network/sets/ipv4.ts';
import { describeRoutes } from '../checks/kit/tunnel.ts';
import type { EvaluatedFlow } from '../flows/evaluated-flow.ts';
import type { LocationContext } from '../location/location.ts';
import { serviceOf } from '../location/location-routes.ts';
import type { ReportedDependency, ReportedLocation } from './status.ts';
import { hostOf } from './traffic.ts';

/** The fact network-status-refresh. */
export const afterChange =
  'read the network status again: it shows a change after up to 15 minutes';

const adminRules =
  'look for security admin rules of Azure Virtual Network Manager on the network: they apply before the security group';

const health = 'look at Azure Service Health for the region: the dependency itself may be down';

const resolution = /resolv|no such host|name or service|dns|unknown host/i;

/** The likeliest cause first: what the input shows before what it cannot show. */
export function stepsOf(
  dependency: ReportedDependency,
  status: ReportedLocation,
  location: LocationContext,
  flows: readonly EvaluatedFlow[],
): readonly string[] {
  const host = hostOf(dependency) ?? dependency.name;
  const names = customServers(status, location);
  const lookUp = `look ${host} up on the DNS servers ${names.join(' and ')}: they must resolve the names of Azure`;
  const isName = resolution.test(dependency.error ?? '');
  const outbound = flows.find(({ direction }) => direction === 'OUTBOUND');
  const inbound = flows.find(({ direction }) => direction === 'INBOUND');
  const isInside = flows.some(({ remote }) => remote[0]?.name === 'VirtualNetwork');
  return [
    ...(names.length > 0 && isName ? [lookUp] : []),
    ...(isInside ? [] : routeSteps(location, outbound ?? inbound, host)),
    ...(names.length > 0 && !isName && !isInside && !inbound ? [lookUp] : []),
    ...(outbound ? endpointStep(location, outbound) : []),
    adminRules,
    ...(isInside ? [] : [health]),
    `apply the network configuration of the instance again, then ${afterChange}`,
  ];
}

/** DNS servers other than that of Azure: those that the instance sees, or else those of the virtual network. */
function customServers(
  { dnsServers }: ReportedLocation,
  { location }: LocationContext,
): readonly string[] {
  const all = dnsServers.length > 0 ? dnsServers : location.dnsServers;
  return all.filter((text) => parseAddress(text.trim()) !== hostAddress).slice(0, 3);
}

function routeSteps(
  { routes }: LocationContext,
  flow: EvaluatedFlow | undefined,
  host: string,
): readonly string[] {
  const bgp =
    !routes || routes.isDefaultOpen
      ? [
          'look whether the network learns a default route over BGP, from ExpressRoute or a VPN: it sends the traffic there',
        ]
      : [];
  const course = routes && flow ? routes.course(flow.remote, isTunnel) : undefined;
  if (!flow || !course || isEmptyPart(course.maybe)) return bgp;
  const taken = describeRoutes(course.takers());
  const { statement, destinationPort, direction } = flow;
  return [
    direction === 'OUTBOUND'
      ? `look for ${host} in the log of the firewall that ${taken} leads to, and allow ${statement.protocol} ${destinationPort} there`
      : `the replies leave by ${taken}: add a route to the Internet for ${flow.remote[0]?.name}, so that they leave the way the requests came`,
    ...bgp,
  ];
}

function endpointStep({ location }: LocationContext, { remote }: EvaluatedFlow): readonly string[] {
  const services = catalog.serviceEndpoints
    .filter(({ serviceTag }) => serviceTag === remote[0]?.base)
    .map(({ service }) => service.toLowerCase());
  const enabled = location.subnet?.serviceEndpoints.find((one) =>
    services.includes(serviceOf(one)),
  );
  return enabled === undefined
    ? []
    : [
        `the subnet has the service endpoint ${enabled}: look whether a service endpoint policy leaves the resource out`,
      ];
}

/** Up though denied: which of the two is older, and how to see what Azure applies. */
export function contradictionSteps({ lastUpdated }: ReportedDependency): readonly string[] {
  return [
    `compare the time of the probe${lastUpdated === undefined ? '' : `, ${lastUpdated},`} with that of the input: a rule that is newer shows after up to 15 minutes, and connections that were open before it stay open`,
    'check that the input has the current security group of the subnet, with all its rules',
    'look for security admin rules of Azure Virtual Network Manager that always allow the traffic: they apply before the security group',
    'if all of that fits, the verdict here is wrong: report it with the rule and the dependency',
  ];
}

/** The first step, for a finding; the network status of the report has all. */
export function remediationOf(steps: readonly string[]): { readonly remediation?: string } {
  const [first, ...others] = steps;
  if (first === undefined) return {};
  return {
    remediation:
      others.length > 0 ? `${first}; then follow the next steps of the network status` : first,
  };
}
