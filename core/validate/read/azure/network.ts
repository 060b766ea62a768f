/** An API Management service and its network among the resources of a template or an export. */

import { InputError } from '../../../input-error.ts';
import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { isSame } from '../arm/values.ts';
import { parseResourceId } from '../resource-id.ts';
import {
  type DescribedLocation,
  type DescribedService,
  type DescribedSubnet,
  member,
  refuseOpen,
  type SubnetElsewhere,
} from '../service-description.ts';
import {
  field,
  fieldPath,
  get,
  keyOf,
  listOf,
  type Path,
  textOf,
  Unresolved,
} from '../unresolved.ts';
import { readPublicIpAddress, readRouteTable } from './attachments.ts';
import { readGroup } from './group.ts';
import { azureNeighbors } from './neighbors.ts';
import { follow, nameOf, namesOf, requireCertain } from './targets.ts';

export const serviceType = 'Microsoft.ApiManagement/service';
const networkType = 'microsoft.network/virtualnetworks';
const subnetType = `${networkType}/subnets`;

const idOf = (reference: unknown) => get(reference, 'id') ?? reference;

/** A reference such as { id }, or null; an open one that may be either cannot be followed. */
function referenceOf(owner: unknown, key: string): unknown {
  const reference = field(owner, key);
  return reference === null || reference === '' ? undefined : reference;
}

export function readAzureService(service: Resource, all: TemplateResources): DescribedService {
  requireCertain(service);
  const { path } = service;
  const body = service.resolved();
  const find = (key: string) => ({
    value: field(body, key),
    path: [...path, ...fieldPath(body, key)],
  });
  const sku = member(body, path, 'sku');
  const additional = find('additionalLocations');
  if (additional.value instanceof Unresolved) {
    throw refuseOpen('the list of locations', additional.value, additional.path);
  }
  return {
    name: nameOf(service),
    path,
    sku: sku.value instanceof Unresolved ? sku : member(sku.value, sku.path, 'name'),
    virtualNetworkType: find('virtualNetworkType'),
    platformVersion: find('platformVersion'),
    locations: [
      readLocation(service, body, path, all),
      ...listOf(additional.value).map((location, index) =>
        readLocation(service, location, [...additional.path, index], all),
      ),
    ],
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
      const subnet = reference === undefined ? undefined : readSubnet(reference, subnetPath, all);
      return subnet && !('elsewhere' in subnet)
        ? { ...subnet, neighbors: azureNeighbors(reference, service, all) }
        : subnet;
    },
    subnetPath,
    ...(publicIpAddress && { publicIpAddress }),
    publicIpAddressPath: [...path, ...fieldPath(body, 'publicIpAddressId')],
  };
}

interface SubnetPlace {
  readonly body: unknown;
  readonly path: Path;
}

type SubnetAlone = Omit<DescribedSubnet, 'neighbors'>;

function readSubnet(
  reference: unknown,
  at: Path,
  all: TemplateResources,
): SubnetAlone | SubnetElsewhere {
  const { network, places } = findSubnet(reference, at, all);
  const [place, ...others] = places;
  if (!place) {
    const refusal = new InputError('the subnet that is named here cannot be followed', {
      path: at,
      given: textOf(reference),
      accepted: [...namesOf(networkType, all), ...namesOf(subnetType, all)],
    });
    return { elsewhere: textOf(reference), refusal };
  }
  const id = textOf(reference);
  const subnet = readSubnetAt(place, id, network, all);
  const content = ({ networkSecurityGroup: group, ...rest }: SubnetAlone) => ({
    group: group && pathsOf(group.path),
    prefixes: [rest.addressPrefixes.value].flat().map(textOf),
    delegations: namesIn(rest.delegations.value),
    endpoints: namesIn(rest.serviceEndpoints.value),
    routeTable: rest.routeTable,
  });
  for (const other of others) {
    if (!isSame(content(subnet), content(readSubnetAt(other, id, network, all)))) {
      throw new InputError('the document describes the subnet twice, and differently', {
        path: other.path,
        given: id,
        accepted: ['one description of the subnet'],
      });
    }
  }
  return subnet;
}

const pathsOf = (path: Path) => path.join('/');
const namesIn = (value: unknown) => listOf(value).map(textOf).sort();

/** The places that describe a subnet: in its virtual network, or as a resource of its own. */
function findSubnet(reference: unknown, at: Path, all: TemplateResources) {
  const key = keyOf(reference) ?? '';
  const id = parseResourceId(key);
  if (id?.type !== subnetType) return { network: undefined, places: [] };
  const networks = all.named(key.slice(0, key.lastIndexOf('/subnets/')));
  const network =
    networks.length > 0
      ? follow(
          new Unresolved(key.slice(0, key.lastIndexOf('/subnets/')), textOf(reference)),
          networkType,
          at,
          all,
        )
      : undefined;
  const body = network?.resolved();
  const listPath = network ? [...network.path, ...fieldPath(body, 'subnets')] : [];
  const inline = listOf(field(body, 'subnets'))
    .map((subnet, index): SubnetPlace => ({ body: subnet, path: [...listPath, index] }))
    .filter(({ body: subnet }) => keyOf(get(subnet, 'name')) === id.names[1]);
  const own = all.named(key).map((resource): SubnetPlace => {
    requireCertain(resource);
    return { body: resource.resolved(), path: resource.path };
  });
  return { network, places: [...inline, ...own] };
}

function readSubnetAt(
  { body, path }: SubnetPlace,
  id: string,
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
  const networkBody = network?.resolved();
  const networkPath = network?.path ?? path;
  const space = field(networkBody, 'addressSpace');
  return {
    path,
    id,
    addressPrefixes: prefix.value ? prefix : find('addressPrefixes'),
    delegations: {
      ...delegations,
      value: eachOf(delegations.value, (one) => field(one, 'serviceName')),
    },
    serviceEndpoints: {
      ...endpoints,
      value: eachOf(endpoints.value, (one) => get(one, 'service')),
    },
    ...(group !== undefined && {
      networkSecurityGroup: readGroup(
        idOf(group),
        [...path, ...fieldPath(body, 'networkSecurityGroup')],
        all,
      ),
    }),
    ...(table !== undefined && {
      routeTable: readRouteTable(idOf(table), [...path, ...fieldPath(body, 'routeTable')], all),
    }),
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
