/** Resources on the way to a plan: their values, still with unknown ones that say what they are the id of. */

import type { AssumedDefault } from '../../../../deployment.ts';
import { actionReason, actionType, isReadType, mayAct } from '../../azapi.ts';
import type { BlockReader } from '../blocks.ts';
import { Instance } from '../instance.ts';
import { modulesOf, type OpenedModule } from '../module-calls.ts';
import { membersIn } from '../repeated.ts';
import type { Block } from '../syntax.ts';
import type { ValueOffsets } from '../value-offsets.ts';
import { itemsOf, openText, Unknown, unknownFrom, type Value } from '../values.ts';
import type { World } from '../world.ts';
import { decisiveDefaults } from './decisive-defaults.ts';

export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  readonly at: number;
  /** Set where it is not known whether the resource is there. */
  readonly isOpen: boolean;
  /** Set where nothing is known of it: not even the keys of those that there are, or a part cannot be read. */
  readonly isAny: boolean;
  readonly isData: boolean;
  readonly values: Map<string, Value>;
  /** The values as the source has them, which say where they stand. */
  readonly source: ReadonlyMap<string, Value>;
  /** Of variables, that decide what a service is. */
  readonly defaults: readonly AssumedDefault[];
}

/** Fields of the resources that the verdict depends on; those of a type that is not here are not read. */
export const fields: Readonly<Record<string, readonly string[]>> = {
  azurerm_api_management: [
    'sku_name',
    'location',
    'zones',
    'virtual_network_type',
    'virtual_network_configuration',
    'additional_location',
    'public_ip_address_id',
    'public_network_access_enabled',
  ],
  azurerm_subnet: [
    'address_prefixes',
    'delegation',
    'service_endpoints',
    'service_endpoint_policy_ids',
    'network_security_group_id',
    'route_table_id',
  ],
  azurerm_network_security_group: ['security_rule'],
  azurerm_network_security_rule: [
    'priority',
    'direction',
    'access',
    'protocol',
    'source_address_prefix',
    'source_address_prefixes',
    'source_port_range',
    'source_port_ranges',
    'destination_address_prefix',
    'destination_address_prefixes',
    'destination_port_range',
    'destination_port_ranges',
    'source_application_security_group_ids',
    'destination_application_security_group_ids',
  ],
  azurerm_route_table: ['route', 'bgp_route_propagation_enabled', 'disable_bgp_route_propagation'],
  azurerm_route: ['address_prefix', 'next_hop_type', 'next_hop_in_ip_address'],
  azurerm_virtual_network: ['location', 'address_space', 'dns_servers', 'subnet'],
  azurerm_virtual_network_peering: [
    'remote_virtual_network_id',
    'allow_virtual_network_access',
    'allow_forwarded_traffic',
    'use_remote_gateways',
    'peer_complete_virtual_networks_enabled',
    'only_ipv6_peering_enabled',
    'local_subnet_names',
    'remote_subnet_names',
  ],
  azurerm_virtual_network_gateway: [
    'type',
    'bgp_enabled',
    'enable_bgp',
    'default_local_network_gateway_id',
    'ip_configuration',
  ],
  azurerm_route_server: ['subnet_id'],
  azurerm_virtual_hub: [],
  azurerm_virtual_hub_connection: [
    'virtual_hub_id',
    'remote_virtual_network_id',
    'internet_security_enabled',
    'routing',
  ],
  azurerm_virtual_hub_routing_intent: ['virtual_hub_id', 'routing_policy'],
  azurerm_virtual_hub_route_table: ['virtual_hub_id', 'route'],
  azurerm_virtual_hub_route_table_route: ['route_table_id', 'destinations', 'next_hop'],
  azurerm_virtual_network_dns_servers: ['virtual_network_id', 'dns_servers'],
  azurerm_public_ip: ['location', 'sku', 'allocation_method', 'ip_version', 'zones'],
  azurerm_subnet_network_security_group_association: ['subnet_id', 'network_security_group_id'],
  azurerm_subnet_route_table_association: ['subnet_id', 'route_table_id'],
  azurerm_network_interface_security_group_association: [
    'network_interface_id',
    'network_security_group_id',
  ],
  azurerm_subnet_nat_gateway_association: ['subnet_id', 'nat_gateway_id'],
  azurerm_network_interface: ['ip_configuration'],
  azurerm_lb: ['frontend_ip_configuration'],
  azurerm_application_gateway: ['gateway_ip_configuration'],
  azurerm_private_endpoint: ['subnet_id', 'private_service_connection'],
  azurerm_private_dns_zone: [],
  azurerm_firewall: [
    'ip_configuration',
    'management_ip_configuration',
    'virtual_hub',
    'firewall_policy_id',
    'dns_proxy_enabled',
  ],
  azurerm_firewall_policy: ['base_policy_id', 'dns'],
  azurerm_firewall_policy_rule_collection_group: [
    'firewall_policy_id',
    'priority',
    'network_rule_collection',
    'application_rule_collection',
  ],
  azurerm_firewall_network_rule_collection: ['azure_firewall_name', 'priority', 'action', 'rule'],
  azurerm_firewall_application_rule_collection: [
    'azure_firewall_name',
    'priority',
    'action',
    'rule',
  ],
  azurerm_network_manager_network_group: ['network_manager_id'],
  azurerm_network_manager_static_member: ['network_group_id', 'target_virtual_network_id'],
  azurerm_network_manager_deployment: ['location', 'scope_access', 'configuration_ids'],
  azurerm_network_manager_admin_rule_collection: [
    'security_admin_configuration_id',
    'network_group_ids',
  ],
  azurerm_network_manager_admin_rule: [
    'admin_rule_collection_id',
    'action',
    'direction',
    'priority',
    'protocol',
    'source',
    'destination',
    'source_port_ranges',
    'destination_port_ranges',
  ],
  azurerm_network_manager_security_admin_configuration: [],
  azurerm_ip_group: ['cidrs'],
  azurerm_ip_group_cidr: ['ip_group_id', 'cidr'],
  azapi_resource: ['type', 'body', 'location'],
  azapi_update_resource: ['type', 'body', 'resource_id'],
};

/** Fields that say what a resource is called, and what it belongs to. */
const naming = [
  'name',
  'resource_group_name',
  'parent_id',
  'virtual_network_name',
  'network_security_group_name',
  'route_table_name',
  'description',
  'domain_name_label',
  'address_prefix',
];

/** Whatever else may bear on the network, and is not read. */
const unreadTypes: ReadonlyMap<string, string> = new Map([
  ['azurerm_resource_group_template_deployment', 'ARM templates in Terraform are not read'],
  ['azurerm_template_deployment', 'ARM templates in Terraform are not read'],
]);

/** Why an action is left out; undefined where there is none, or where it changes nothing of the network. */
function reasonOf(module: OpenedModule, block: Block): string | undefined {
  const isOfNetwork = membersIn(module.resource(block)).some(
    (one) =>
      one instanceof Instance &&
      !one.isData &&
      mayAct(one.member('type', block.at), one.member('method', block.at)),
  );
  return isOfNetwork ? actionReason : undefined;
}

/** All resources of the module and of those that it calls. */
export function resourcesOf(module: OpenedModule, isOpen = false): Resource[] {
  const { configuration, world } = module;
  const own = [...configuration.resources.values(), ...configuration.data.values()];
  const resources = own.flatMap((block) => {
    const type = block.labels[0]?.text ?? '';
    const reason = type === actionType ? reasonOf(module, block) : unreadTypes.get(type);
    if (reason !== undefined) {
      world.notes.leaveOut({
        name: `${type}.${block.labels[1]?.text}`,
        reason,
        mayHoldNetwork: true,
        at: block.at,
      });
    }
    if (!Object.hasOwn(fields, type)) return [];
    return membersIn(module.resource(block))
      .filter((one) => one instanceof Instance)
      .map((instance) => resourceOf(instance, isOpen, world))
      .filter((one) => type !== 'azapi_update_resource' || mayBeOfNetwork(one));
  });
  const called = [...configuration.modules].flatMap(([name, block]) =>
    modulesOf(module, name, block).flatMap((one) =>
      one.opened ? resourcesOf(one.opened, isOpen || one.isOpen) : [],
    ),
  );
  return [...resources, ...called];
}

function resourceOf(instance: Instance, isOpen: boolean, world: World): Resource {
  const { address, type, name, key, block, isData } = instance;
  const hasKey = block.body.attributes.has('for_each');
  return {
    address,
    type,
    name,
    key,
    at: block.at,
    isOpen: isOpen || instance.isOpen,
    // Of a rule that cannot be read to its end nothing is certain.
    isAny: (instance.isOpen && hasKey && key === undefined) || block.body.hasGaps,
    isData,
    values: isData ? dataValues(instance) : valuesOf(instance, world.blocks),
    source: isData ? new Map() : instance.values(),
    defaults: isData ? [] : decisiveDefaults(instance, world),
  };
}

/** Most updates are of backends, loggers and settings of other services. */
function mayBeOfNetwork({ values }: Resource): boolean {
  const type = values.get('type');
  return typeof type !== 'string' || isReadType(type);
}

function valuesOf(instance: Instance, reader: BlockReader): Map<string, Value> {
  const values = new Map(instance.values());
  // What is in a text of JSON keeps its open parts and its locations.
  const body = instance.block.body.attributes.get('body')?.value;
  const [encoded] = body?.kind === 'call' && body.name === 'jsonencode' ? body.args : [];
  if (encoded) values.set('body', reader.value(encoded, instance.scope));
  const wanted = [...(fields[instance.type] ?? []), ...naming];
  for (const name of values.keys()) if (!wanted.includes(name)) values.delete(name);
  if (instance.block.body.hasGaps) {
    // What is not there may be in the part that could not be read.
    const text = openText(`a part of ${instance.address} that cannot be read`);
    for (const name of fields[instance.type] ?? []) {
      if (!values.has(name)) values.set(name, new Unknown(text));
    }
  }
  return values;
}

/** A data source says what it looks for, and nothing of what is there. */
const dataValues = (instance: Instance): Map<string, Value> =>
  new Map(
    ['name', 'virtual_network_name', 'resource_group_name'].flatMap((name) => {
      const attribute = instance.block.body.attributes.get(name);
      return attribute ? [[name, instance.member(name, attribute.at)] as const] : [];
    }),
  );

/** Something unknown more in the list of a field. */
export function addOpen(
  { values }: Resource,
  field: string,
  because: Unknown,
  offsets: ValueOffsets,
): void {
  const list = values.get(field) ?? null;
  const longer = [...(itemsOf(list) ?? (list === null ? [] : [list])), because];
  offsets.inherit(longer, list);
  values.set(field, longer);
}

/** What is known of a resource that may not exist. */
export const openResource = ({ address, values }: Resource): Unknown =>
  unknownFrom(address, [...values.values()], address);
