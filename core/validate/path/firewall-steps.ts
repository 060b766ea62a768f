/** What the firewalls on the way do with the outbound flows of a location, and with the host names that documents add. */

import type { Endpoint } from '../../../data/model.ts';
import type { InputFirewall } from '../../firewall.ts';
import { memoizeOnObject } from '../../network/memoize.ts';
import { portSet } from '../../network/sets/ports.ts';
import type { EvaluatedFlow } from '../flows/evaluated-flow.ts';
import type { LocationContext } from '../location/location.ts';
import { hostNamesIn, hostsOf, isInfrastructure, requiredEndpoints } from './documented-hosts.ts';
import { isLedAround, isNear } from './near-flows.ts';
import { type AtStop, atStop, type Stop, stopsOf } from './stops.ts';

/** A flow, or a part of it, at one firewall, or at something that the input does not contain. */
export interface FirewallStep extends Stop, AtStop {
  readonly flow: EvaluatedFlow;
  /** The firewall that lets the flow pass, where its own routes may lead on; `firewall` is then undefined. */
  readonly behind?: InputFirewall;
}

/** The steps of each outbound flow that leaves the virtual network. */
export const firewallSteps = memoizeOnObject((location: LocationContext): readonly FirewallStep[] =>
  location.flows
    .filter(
      ({ direction, remote }) =>
        direction === 'OUTBOUND' && !isNear(remote) && !isLedAround(remote, location),
    )
    .flatMap((flow) =>
      stopsOf(location).flatMap((stop) => {
        const leaving = {
          remote: flow.remote,
          protocol: flow.statement.protocol,
          ports: flow.ports,
          hosts: hostsOf(flow, location.region),
          mayBeInfrastructure: isInfrastructure(flow.remote),
        };
        const there = atStop(leaving, stop, location);
        return there ? [{ ...stop, ...there, flow }, ...stepsBehind(stop, there, flow)] : [];
      }),
    ),
);

/** What the firewall allows goes on by the routes of its own subnet. */
const stepsBehind = (
  { firewall, routes }: Stop,
  { outcome, isWhole }: AtStop,
  flow: EvaluatedFlow,
): readonly FirewallStep[] =>
  firewall?.hasOwnRoutes && outcome === 'ALLOWED'
    ? [
        {
          firewall: undefined,
          behind: firewall,
          reason: "the routes of the firewall's own subnet may lead on",
          routes,
          outcome: 'UNKNOWN',
          isWhole,
          flow,
        },
      ]
    : [];

/** Host names of an endpoint on one port that a firewall of the input does not let pass for certain. */
export interface HostsAtFirewall extends Stop {
  readonly endpoint: Endpoint;
  readonly port: string;
  readonly hosts: readonly string[];
}

/** The required endpoints that no flow of the port table stands for. */
export const hostsInDoubt = memoizeOnObject(
  (location: LocationContext): readonly HostsAtFirewall[] => {
    const required = location.flows.filter(({ necessity }) => necessity === 'REQUIRED');
    const bases = new Set(required.map(({ remote }) => remote[0]?.base));
    return requiredEndpoints(location.region)
      .filter(({ serviceTag }) => serviceTag === undefined || !bases.has(serviceTag))
      .flatMap((endpoint) =>
        endpoint.ports.flatMap((port) =>
          stopsOf(location).flatMap((stop) => doubtAt(endpoint, port, stop, location)),
        ),
      );
  },
);

function doubtAt(
  endpoint: Endpoint,
  port: string,
  stop: Stop,
  location: LocationContext,
): HostsAtFirewall[] {
  const remote = location.tags.find(endpoint.serviceTag ?? 'Internet');
  if (!stop.firewall || !remote) return [];
  const { region } = location;
  const names = hostNamesIn(endpoint, region);
  const leaving = {
    remote: [remote],
    protocol: endpoint.protocol,
    ports: portSet([port]),
    hosts: names,
    mayBeInfrastructure: false,
  };
  const { evaluation } = atStop(leaving, stop, location) ?? {};
  // A host has some address of the far end, so it passes for certain only where every address does.
  const hosts = (evaluation?.hosts ?? []).flatMap(({ host, evaluation: { outcome } }) =>
    outcome === 'ALLOWED' || host === undefined ? [] : [host],
  );
  return hosts.length === 0 ? [] : [{ ...stop, endpoint, port, hosts }];
}
