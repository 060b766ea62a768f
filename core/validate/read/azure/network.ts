/** An API Management service and its network among the resources of a template or an export. */

import { adminRulesOf } from '../admin-rules/azure.ts';
import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { connectionsOf } from '../peering/azure.ts';
import { unconnected } from '../peering/peering.ts';
import {
  type DescribedLocation,
  type DescribedService,
  type DescribedSubnet,
  member,
  type SubnetElsewhere,
} from '../service-description.ts';
import {
  field,
  fieldPath,
  get,
  isObject,
  listOf,
  type Path,
  textOf,
  Unresolved,
} from '../unresolved.ts';
import { readPublicIpAddress, readRouteTable, tableTiedTo } from './attachments.ts';
import { noteDefaults } from './decisive-defaults.ts';
import { findSubnet, type SubnetBody } from './find-subnet.ts';
import { groupTiedTo, readGroup } from './group.ts';
import { azureNeighbors } from './neighbors.ts';
import { nameOf, noteCondition } from './targets.ts';

export const serviceType = 'Microsoft.ApiManagement/service';

const idOf = (reference: unknown) => get(reference, 'id') ?? reference;

/** A reference such as { id }, or null; an open one that may be either cannot be followed. */
function referenceOf(owner: unknown, key: string): unknown {
  const reference = field(owner, key);
  return reference === null || reference === '' ? undefined : reference;
}

/** A reference that is open as a whole may be null; one without an id is none. */
function natGatewayOf(body: unknown, path: Path): DescribedSubnet['natGateway'] {
  const reference = referenceOf(body, 'natGateway');
  return {
    value: (isObject(reference) ? get(reference, 'id') : reference) ?? undefined,
    isOpen: reference instanceof Unresolved,
    path: [...path, ...fieldPath(body, 'natGateway')],
  };
}

export function readAzureService(service: Resource, all: TemplateResources): DescribedService {
  // Without what contains it there would be nothing to judge; its own condition is said.
  all.assume(service.within);
  noteCondition(service, all);
  all.assume(service);
  const { path } = service;
  const body = service.resolved();
  const find = (key: string) => ({
    value: field(body, key),
    path: [...path, ...fieldPath(body, key)],
  });
  const sku = member(body, path, 'sku');
  noteDefaults(service, all);
  const additional = find('additionalLocations');
  const further = listOf(additional.value);
  const open = further.find((one) => one instanceof Unresolved);
  if (open) all.notes.leaveOpen('the list of further locations', open, additional.path);
  // An item is one location, whatever its value is.
  const whole = additional.value instanceof Unresolved ? 'OPEN' : 'SOME';
  return {
    name: nameOf(service),
    path,
    id: service.literalId,
    sku: sku.value instanceof Unresolved ? sku : member(sku.value, sku.path, 'name'),
    virtualNetworkType: find('virtualNetworkType'),
    platformVersion: find('platformVersion'),
    locations: [
      readLocation(service, body, path, all),
      ...further.flatMap((location, index) =>
        location instanceof Unresolved
          ? []
          : readLocation(service, location, [...additional.path, index], all),
      ),
    ],
    furtherLocations: open && whole,
  };
}

/** True where the service names a subnet, even one that cannot be followed. */
export function isInNetwork(service: Resource): boolean {
  return Boolean(field(service.resolved(), 'virtualNetworkConfiguration'));
}

function readLocation(
  service: Resource,
  body: unknown,
  path: Path,
  all: TemplateResources,
): DescribedLocation {
  const sku = member(body, path, 'sku');
  const network = field(body, 'virtualNetworkConfiguration');
  const networkPath = [...path, ...fieldPath(body, 'virtualNetworkConfiguration')];
  const reference =
    network instanceof Unresolved ? network : get(network, 'subnetResourceId') || undefined;
  const subnetPath = [...networkPath, 'subnetResourceId'];
  const publicIpAddress = readPublicIpAddress(field(body, 'publicIpAddressId'), all);
  return {
    path,
    region: member(body, path, 'location'),
    units: sku.value instanceof Unresolved ? sku : member(sku.value, sku.path, 'capacity'),
    zones: member(body, path, 'zones'),
    subnet: () => {
      const subnet = reference === undefined ? undefined : readSubnet(reference, all);
      return subnet && !('elsewhere' in subnet)
        ? { ...subnet, neighbors: azureNeighbors(reference, service, all) }
        : subnet;
    },
    subnetPath,
    ...(publicIpAddress && { publicIpAddress }),
    publicIpAddressPath: [...path, ...fieldPath(body, 'publicIpAddressId')],
  };
}

type SubnetAlone = Omit<DescribedSubnet, 'neighbors'>;

function readSubnet(reference: unknown, all: TemplateResources): SubnetAlone | SubnetElsewhere {
  const { network, subnet } = findSubnet(reference, all);
  if (subnet) return readSubnetAt(subnet, reference, network, all);
  const group = groupTiedTo(reference, all);
  const routeTable = tableTiedTo(reference, all);
  return {
    elsewhere: textOf(reference),
    ...(group && { networkSecurityGroup: group }),
    ...(routeTable && { routeTable }),
  };
}

function readSubnetAt(
  { body, path }: SubnetBody,
  reference: unknown,
  network: Resource | undefined,
  all: TemplateResources,
): SubnetAlone {
  const find = (key: string) => ({
    value: field(body, key),
    path: [...path, ...fieldPath(body, key)],
  });
  const group = referenceOf(body, 'networkSecurityGroup');
  const table = referenceOf(body, 'routeTable');
  const prefix = find('addressPrefix');
  const delegations = find('delegations');
  const endpoints = find('serviceEndpoints');
  const policies = find('serviceEndpointPolicies');
  const networkBody = network?.resolved();
  const networkPath = network?.path ?? path;
  const space = field(networkBody, 'addressSpace');
  const networkSecurityGroup =
    group === undefined
      ? groupTiedTo(reference, all)
      : readGroup(idOf(group), [...path, ...fieldPath(body, 'networkSecurityGroup')], all);
  const routeTable =
    table === undefined
      ? tableTiedTo(reference, all)
      : readRouteTable(idOf(table), [...path, ...fieldPath(body, 'routeTable')], all);
  return {
    path,
    id: textOf(reference),
    addressPrefixes: prefix.value ? prefix : find('addressPrefixes'),
    delegations: {
      ...delegations,
      value: eachOf(delegations.value, (one) => field(one, 'serviceName')),
    },
    serviceEndpoints: {
      ...endpoints,
      value: eachOf(endpoints.value, (one) => get(one, 'service')),
    },
    natGateway: natGatewayOf(body, path),
    serviceEndpointPolicies: {
      ...policies,
      value: eachOf(policies.value, idOf),
    },
    adminRules: network ? adminRulesOf(network, all) : [],
    ...(network ? connectionsOf(network, all) : unconnected),
    ...(networkSecurityGroup && { networkSecurityGroup }),
    ...(routeTable && { routeTable }),
    dnsServers: {
      value: get(field(networkBody, 'dhcpOptions'), 'dnsServers'),
      path: [...networkPath, ...fieldPath(networkBody, 'dhcpOptions'), 'dnsServers'],
    },
    virtualNetworkRegion: member(networkBody, networkPath, 'location'),
    virtualNetworkAddressPrefixes: {
      value: space instanceof Unresolved ? space : get(space, 'addressPrefixes'),
      path: [...networkPath, ...fieldPath(networkBody, 'addressSpace'), 'addressPrefixes'],
    },
  };
}

function eachOf(list: unknown, read: (item: unknown) => unknown): unknown {
  return Array.isArray(list)
    ? list.map((item: unknown) => (item instanceof Unresolved ? item : read(item)))
    : list;
}
