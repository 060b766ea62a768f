/** The peerings of a virtual network in a Terraform plan, and its gateways. */

import { pointer } from '../../../json-pointer.ts';
import type { InputPeering } from '../../../peering.ts';
import { isAzapi } from '../azapi.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import { named, targetsOf } from '../terraform/targets.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { keyOf, listOf, textOf, Unresolved } from '../unresolved.ts';
import { routesOfHubs } from './hubs.ts';
import {
  type Connections,
  connectionOf,
  flagOf,
  isWholePeering,
  mayLearnRoutes,
  ofGateway,
  ofPeering,
  perhapsOwn,
  prefixesIn,
  requireFewPeerings,
  shortName,
} from './peering.ts';
import { plannedHubConnectionsOf } from './terraform-hubs.ts';

const networkType = 'azurerm_virtual_network';
const subnetType = 'azurerm_subnet';

interface PlannedPeering {
  readonly peering: TerraformResource;
  readonly from: TerraformResource | undefined;
  readonly to: TerraformResource | undefined;
}

export function plannedConnectionsOf(network: TerraformResource, plan: TerraformPlan): Connections {
  const all = plan.managed('azurerm_virtual_network_peering').map(
    (peering): PlannedPeering => ({
      peering,
      from: only(ownersOf(peering, plan)),
      to: only(targetsOf(peering, ['remote_virtual_network_id'], networkType, plan)),
    }),
  );
  const own = all.filter(({ from }) => from === network);
  // Where the plan does not say whose they are, they may be of this one; a name is that of another one unless this has none.
  const isOfOther = (name: unknown) =>
    typeof name === 'string' &&
    (typeof network.values.name === 'string' ||
      plan.managed(networkType).some(({ values }) => keyOf(values.name) === keyOf(name)));
  const unowned = all.filter(
    ({ peering, from, to }) =>
      from === undefined && to !== network && !isOfOther(peering.values.virtual_network_name),
  );
  requireFewPeerings(own.length + unowned.length, network.path);
  const back = new Set(
    all.flatMap(({ peering, from, to }) =>
      to === network && from && !isOpen(peering) ? [from] : [],
    ),
  );
  const gateways = gatewaysByNetwork(plan);
  const mayHaveRoutes = (other: TerraformResource | undefined) => {
    const ofOther = (other && gateways.get(other)) ?? [];
    return ofOther.length === 0 || ofOther.some(({ mayLearn }) => mayLearn);
  };
  const read = [
    ...own.map(({ peering, to }) => ({
      ...readPeering(peering, to, to !== undefined && back.has(to)),
      to,
    })),
    ...unowned.map(({ peering: planned, to }) => {
      const { peering, usesGateway } = readPeering(planned, to, false);
      return { peering: perhapsOwn(peering), usesGateway, to };
    }),
  ];
  const ofHubs = routesOfHubs(plannedHubConnectionsOf(network, plan));
  return {
    hubRoutes: ofHubs.hubRoutes,
    peerings: read.map(({ peering }) => peering),
    routeSources: [
      ...ofHubs.routeSources,
      ...read.flatMap(({ peering, usesGateway, to }) =>
        usesGateway !== false && mayHaveRoutes(to)
          ? [ofPeering(peering.name, peering.remote, peering.path)]
          : [],
      ),
      ...(gateways.get(network) ?? [])
        .filter(({ mayLearn }) => mayLearn)
        .map(({ gateway, label }) => ofGateway(label, pointer(...gateway.path))),
    ],
  };
}

/** True where a condition may decide whether it is there. */
const isOpen = ({ values }: TerraformResource): boolean =>
  values.allow_virtual_network_access instanceof Unresolved;

function readPeering(
  planned: TerraformResource,
  to: TerraformResource | undefined,
  hasPeeringBack: boolean,
) {
  const { address, values, path, prefix } = planned;
  const isWhole = isWholePeering(
    values.peer_complete_virtual_networks_enabled,
    values.only_ipv6_peering_enabled,
    [values.local_subnet_names, values.remote_subnet_names],
  );
  const isConnected = connectionOf(values.peering_state, hasPeeringBack, isWhole);
  const access = flagOf(
    values.allow_virtual_network_access,
    isAzapi({ prefix }) ? undefined : true,
  );
  const peering: InputPeering = {
    name: address,
    remote: to?.address ?? shortName(values.remote_virtual_network_id),
    path: pointer(...path),
    addressPrefixes: prefixesIn(to?.values.address_space ?? values.remote_address_prefixes),
    ...(!isWhole && { isPart: true as const }),
    allowsAccess: isWhole ? access : undefined,
    allowsForwarded: flagOf(values.allow_forwarded_traffic, false),
    state: undefined,
    isConnected: isOpen(planned) ? undefined : isConnected,
  };
  return { peering, usesGateway: flagOf(values.use_remote_gateways, false) };
}

const only = (resources: readonly TerraformResource[]) =>
  resources.length === 1 ? resources[0] : undefined;

function ownersOf(peering: TerraformResource, plan: TerraformPlan): TerraformResource[] {
  const key = 'virtual_network_name';
  const referred = plan.referred(plan.expressionOf(peering, [key]), peering, networkType);
  return referred.length > 0 ? referred : named(networkType, peering.values[key], peering, plan);
}

interface RouteGateway {
  readonly gateway: TerraformResource;
  /** What it is, and its address. */
  readonly label: string;
  /** Whether it may have a default route. */
  readonly mayLearn: boolean;
}

/** Gateways, and Route Servers, which always may have learned a default route, by their networks. */
function gatewaysByNetwork(
  plan: TerraformPlan,
): ReadonlyMap<TerraformResource, readonly RouteGateway[]> {
  const gateways = plan.managed('azurerm_virtual_network_gateway').map((gateway) => ({
    one: { gateway, label: `the gateway ${gateway.address}`, mayLearn: mayLearn(gateway) },
    subnets: listOf(gateway.values.ip_configuration).flatMap((_, index) =>
      targetsOf(gateway, ['ip_configuration', index, 'subnet_id'], subnetType, plan),
    ),
  }));
  const servers = plan.managed('azurerm_route_server').map((gateway) => ({
    one: { gateway, label: `the Route Server ${gateway.address}`, mayLearn: true },
    subnets: targetsOf(gateway, ['subnet_id'], subnetType, plan),
  }));
  const pairs = [...gateways, ...servers].flatMap(({ one, subnets }) =>
    networksOf(subnets, plan).map((network) => ({ network, one })),
  );
  const groups = Map.groupBy(pairs, ({ network }) => network);
  return new Map([...groups].map(([network, some]) => [network, some.map(({ one }) => one)]));
}

const networksOf = (
  subnets: readonly TerraformResource[],
  plan: TerraformPlan,
): TerraformResource[] => [
  ...new Set(
    subnets.flatMap((subnet) => {
      if (subnet.within) return [subnet.within];
      const key = 'virtual_network_name';
      const referred = plan.referred(plan.expressionOf(subnet, [key]), subnet, networkType);
      return referred.length > 0 ? referred : named(networkType, subnet.values[key], subnet, plan);
    }),
  ),
];

const mayLearn = ({ values }: TerraformResource): boolean =>
  mayLearnRoutes(
    textOf(values.type ?? 'Vpn'),
    values.bgp_enabled ?? values.enable_bgp,
    values.default_local_network_gateway_id,
  );
