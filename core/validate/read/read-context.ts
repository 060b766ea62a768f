/** Reads what a template or a plan holds besides the instance and its network: DNS zones, private endpoints, other subnets. */

import { pointer } from '../../json-pointer.ts';
import type { Resource } from './arm/resource.ts';
import type { TemplateResources } from './arm/template.ts';
import type { DocumentContext, NamedResource } from './document-context.ts';
import type { TerraformPlan } from './terraform/plan.ts';
import { targetsOf } from './terraform/targets.ts';
import { mayBeMissing, type TerraformResource } from './terraform/values.ts';
import { field, fieldPath, get, keyOf, listOf, type Path, textOf } from './unresolved.ts';

export function readAzureContext(service: Resource, all: TemplateResources): DocumentContext {
  const body = service.resolved();
  const access = 'publicNetworkAccess';
  return {
    privateDnsZones: all.ofType('Microsoft.Network/privateDnsZones').map(named),
    privateEndpoints: [...endpointsTo(service, all), ...connectionsOf(service, body)],
    subnets: subnetsOf(all),
    ...accessOf(field(body, access), [...service.path, ...fieldPath(body, access)]),
  };
}

const named = ({ path, condition, resolved }: Resource): NamedResource => ({
  name: textOf(resolved().name),
  path: pointer(...path),
  isConditional: condition !== undefined,
});

/** The endpoints that are resources of their own. */
function endpointsTo(service: Resource, all: TemplateResources): readonly NamedResource[] {
  const isToService = (endpoint: Resource) =>
    ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections']
      .flatMap((key) => listOf(field(endpoint.resolved(), key)))
      .map((connection) => keyOf(field(connection, 'privateLinkServiceId')))
      .some((key) => key !== undefined && all.named(key).includes(service));
  return all.ofType('Microsoft.Network/privateEndpoints').filter(isToService).map(named);
}

/** The endpoints that the service itself lists, as an export has them. */
function connectionsOf(service: Resource, body: unknown): readonly NamedResource[] {
  const key = 'privateEndpointConnections';
  return listOf(field(body, key)).map((connection, index) => ({
    name: textOf(get(connection, 'name') ?? get(connection, 'id')),
    path: pointer(...service.path, ...fieldPath(body, key), index),
    isConditional: false,
  }));
}

/** The subnets that are written in their networks, and those that are resources of their own. */
function subnetsOf(all: TemplateResources): DocumentContext['subnets'] {
  const inNetworks = all.ofType('Microsoft.Network/virtualNetworks').flatMap((network) => {
    const value = network.resolved();
    return listOf(field(value, 'subnets')).map((subnet, index) =>
      toSubnet(subnet, [...network.path, ...fieldPath(value, 'subnets'), index]),
    );
  });
  const ofTheirOwn = all
    .ofType('Microsoft.Network/virtualNetworks/subnets')
    .map(({ path, resolved }) => toSubnet(resolved(), path));
  return [...inNetworks, ...ofTheirOwn];
}

const toSubnet = (subnet: unknown, path: Path) => ({
  name: textOf(get(subnet, 'name')),
  serviceEndpoints: listOf(field(subnet, 'serviceEndpoints')).map((one) =>
    textOf(get(one, 'service')),
  ),
  path: pointer(...path, ...fieldPath(subnet, 'serviceEndpoints')),
});

function accessOf(value: unknown, path: Path): Pick<DocumentContext, 'publicNetworkAccess'> {
  return typeof value === 'string'
    ? { publicNetworkAccess: { isDisabled: keyOf(value) === 'disabled', path: pointer(...path) } }
    : {};
}

export function readPlanContext(service: TerraformResource, plan: TerraformPlan): DocumentContext {
  const key = 'private_service_connection';
  const isToService = (endpoint: TerraformResource) =>
    listOf(endpoint.values[key]).some((_, index) => {
      const keys = [key, index, 'private_connection_resource_id'];
      return targetsOf(endpoint, keys, service.type, plan).includes(service);
    });
  const toNamed = (one: TerraformResource) => ({
    name: textOf(one.values.name),
    path: pointer(...one.path),
    isConditional: mayBeMissing(one),
  });
  const access = service.values.public_network_access_enabled;
  return {
    privateDnsZones: plan.ofType('azurerm_private_dns_zone').map(toNamed),
    privateEndpoints: plan.ofType('azurerm_private_endpoint').filter(isToService).map(toNamed),
    subnets: plan.ofType('azurerm_subnet').map(({ values, path }) => ({
      name: textOf(values.name),
      serviceEndpoints: listOf(values.service_endpoints).map(textOf),
      path: pointer(...path, 'service_endpoints'),
    })),
    ...accessOf(access === false ? 'Disabled' : undefined, [
      ...service.path,
      'public_network_access_enabled',
    ]),
  };
}
