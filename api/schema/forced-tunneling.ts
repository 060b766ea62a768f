/** What an instance needs when a default route takes its traffic to a firewall. */

import {
  type ForcedTunneling as ForcedTunnelingData,
  forcedTunneling,
  type ReachableEndpoint as ReachableEndpointData,
} from '../../core/answers/forced-tunneling.ts';
import { renderRoutes } from '../../core/render/index.ts';
import type { Route as RouteData } from '../../core/render/routes/route-table.ts';
import { catalog } from '../../data/index.ts';
import type { ServiceEndpoint as ServiceEndpointData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Endpoint } from './endpoints.ts';
import { ComputePlatform, RuleFormat, Tier, VirtualNetworkType } from './enums.ts';
import { Note } from './notes.ts';
import { Region } from './regions.ts';
import { spent } from './response-budget.ts';
import { answer } from './user-input.ts';

const Route = builder.objectRef<RouteData>('Route');

Route.implement({
  description: 'A user-defined route; names and values follow Azure Resource Manager.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the route, unique in its table.' }),
    addressPrefix: t.exposeString('addressPrefix', {
      description: 'Service tag or IPv4 prefix of the destination.',
    }),
    nextHopType: t.exposeString('nextHopType', {
      description: 'Where the traffic goes: Internet, around the firewall.',
    }),
    reason: t.exposeString('reason', {
      description: 'Which traffic the route keeps from the firewall, and why.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where the need for the route is documented.',
    }),
  }),
});

const ServiceEndpoint = builder.objectRef<ServiceEndpointData>('ServiceEndpoint');

ServiceEndpoint.implement({
  description: 'A service endpoint that the subnet of a force-tunneled instance carries.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Permanent id, kebab-case.' }),
    service: t.exposeString('service', {
      description: 'Name in Azure Resource Manager, for example Microsoft.Sql.',
    }),
    description: t.exposeString('statement', {
      description: 'What the documents say about the service endpoint, as a sentence.',
    }),
    isPrimaryRegionOnly: t.exposeBoolean('isPrimaryRegionOnly', {
      description: 'True where further locations of a multi-region instance do without it.',
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

const ReachableEndpoint = builder.objectRef<ReachableEndpointData>('ReachableEndpoint');

ReachableEndpoint.implement({
  description: 'An endpoint the instance must reach, with host names for the region.',
  fields: (t) => ({
    endpoint: t.expose('endpoint', {
      type: Endpoint,
      description: 'The endpoint with its purpose, ports and necessity.',
    }),
    hostNames: t.exposeStringList('hostNames', {
      description: 'Host names; * for any label. Empty where documents name only a port.',
    }),
  }),
});

function summaryOf({ routes, serviceEndpoints, endpoints }: ForcedTunnelingData): string {
  const count = (list: readonly unknown[], noun: string) =>
    `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
  if (endpoints.length === 0) return 'The instance needs neither routes nor service endpoints.';
  return `The instance needs ${count(routes, 'route')} around the firewall, ${count(serviceEndpoints, 'service endpoint')}, and ${count(endpoints, 'endpoint')} in reach.`;
}

const ForcedTunneling = builder.objectRef<ForcedTunnelingData>('ForcedTunneling');

ForcedTunneling.implement({
  description: 'What one location of an instance needs under forced tunneling.',
  fields: (t) => ({
    summary: t.string({
      description:
        'How many routes, service endpoints and endpoints the instance needs, as a sentence.',
      resolve: summaryOf,
    }),
    region: t.expose('region', {
      type: Region,
      description: 'Region of the location that routes and host names are for.',
    }),
    routes: t.expose('routes', {
      type: [Route],
      complexity: { multiplier: 20 },
      description:
        'Routes around the firewall: by service tag, or by prefix in a cloud whose routes cannot name the tag.',
    }),
    serviceEndpoints: t.expose('serviceEndpoints', {
      type: [ServiceEndpoint],
      description: 'Service endpoints that the subnet carries.',
    }),
    needsClientRoutes: t.exposeBoolean('needsClientRoutes', {
      description:
        'Whether each range of internet clients needs a route back to the internet, as in external mode.',
    }),
    endpoints: t.expose('endpoints', {
      type: [ReachableEndpoint],
      complexity: { multiplier: catalog.endpoints.length },
      description: 'Endpoints that the firewall must allow.',
    }),
    hostNames: t.stringList({
      description: 'The host names of all these endpoints, each once.',
      resolve: ({ endpoints }) => [...new Set(endpoints.flatMap(({ hostNames }) => hostNames))],
    }),
    notes: t.expose('notes', {
      type: [Note],
      complexity: { multiplier: 10 },
      description: 'What a tunnel breaks, and what further regions and internet clients need.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      complexity: { multiplier: 40 },
      description: 'The documents behind routes, service endpoints, endpoints and notes.',
    }),
    render: t.string({
      complexity: 1000,
      description:
        'The routes as a route table that deploys as it is, the route to the firewall as an optional parameter; empty text where no routes are needed.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
      },
      resolve: (location, { format }, { budget }) => spent(renderRoutes(format, location), budget),
    }),
  }),
});

builder.queryField('forcedTunneling', (t) =>
  t.field({
    complexity: 1000,
    type: ForcedTunneling,
    nullable: true,
    description:
      'What a force-tunneled deployment needs: routes, service endpoints, host names. Error BAD_USER_INPUT for an unknown region, and for a tier or mode in which no instance is injected.',
    args: {
      region: t.arg.string({
        required: true,
        description: 'Programmatic name, display name or documented alias.',
      }),
      tier: t.arg({
        type: Tier,
        required: true,
        description: 'Tier of the instance; one that cannot be injected is refused.',
      }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        required: true,
        description: 'Network mode; one in which the tier is not injected is refused.',
      }),
      platform: t.arg({
        type: ComputePlatform,
        required: true,
        defaultValue: 'STV2',
        description: 'Compute platform; without effect for the v2 tiers.',
      }),
      isPrimary: t.arg.boolean({
        required: true,
        defaultValue: true,
        description: 'False for a further location of a multi-region instance.',
      }),
    },
    resolve: (_, args) => answer(() => forcedTunneling(args)),
  }),
);
