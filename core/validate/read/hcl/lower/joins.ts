/**
 * What belongs to what: rules to groups, groups to subnets, routes to tables. Whatever may belong to something without
 * it being known is something unknown there, so that nothing is decided by what was not read.
 */

import { openCount } from '../../terraform/values.ts';
import type { ValueOffsets } from '../value-offsets.ts';
import { openText, Unknown, type Value } from '../values.ts';
import { Identities, textOf } from './identity.ts';
import { groupType, type Owner, owners } from './owners.ts';
import { addOpen, openResource, openTogether, type Resource } from './resource.ts';
import { type UnreadCall, whatCallsName } from './unread-calls.ts';

export class Joins {
  readonly resources: Resource[];
  identities: Identities;
  readonly #offsets: ValueOffsets;

  constructor(resources: readonly Resource[], offsets: ValueOffsets) {
    this.resources = [...resources];
    this.identities = new Identities(this.resources);
    this.#offsets = offsets;
    for (const owner of owners) {
      this.#associate(owner);
      this.#share(owner);
    }
    this.#passNatGateways();
    this.#openParts();
    this.#nameServers();
  }

  #add(...added: readonly Resource[]): void {
    this.resources.push(...added);
    this.identities = new Identities(this.resources);
  }

  #drop(dropped: Resource): void {
    this.resources.splice(this.resources.indexOf(dropped), 1);
  }

  /** Each association to one subnet and one group; where either is not known, to something unknown. */
  #associate(owner: Owner): void {
    const all = this.identities.ofType(owner.association);
    const joined = new Set(
      all.flatMap(({ values }) => this.identities.addressOf(values.get('subnet_id')) ?? []),
    );
    for (const association of all) {
      const { values } = association;
      const held = this.#held(owner, values.get(owner.id), association);
      if (this.identities.addressOf(values.get('subnet_id')) !== undefined && !association.isAny) {
        values.set(owner.id, idOf(held));
        if (association.isOpen) {
          addOpen(held, owner.list, openResource(association), this.#offsets);
        }
        continue;
      }
      // It may be that of any subnet that has none.
      this.#drop(association);
      const subnets = this.identities
        .ofType('azurerm_subnet')
        .filter(({ address }) => !joined.has(address));
      for (const subnet of subnets) {
        joined.add(subnet.address);
        this.#joinOpen(owner, subnet, association.address, openResource(association));
      }
    }
    for (const subnet of this.identities.ofType('azurerm_subnet')) {
      const value = subnet.values.get(owner.id);
      if (value instanceof Unknown) this.#held(owner, value, subnet);
    }
  }

  /** Gives the subnet a group about which nothing is known. */
  #joinOpen(owner: Owner, subnet: Resource, by: string, because: Unknown): void {
    const unknown = this.#placeholder(owner, `${by}.${owner.id}`, because, subnet.at);
    const values = new Map<string, Value>([
      ['subnet_id', idOf(subnet)],
      [owner.id, idOf(unknown)],
    ]);
    const address = `${unknown.address} ${subnet.address}`;
    this.#add({ ...unknown, address, type: owner.association, values, source: values });
  }

  /** The group that a value names; an unknown one if it is not in the files. */
  #held(owner: Owner, value: Value | undefined, by: Resource): Resource {
    const known = this.identities.resourceOf(value);
    if (known && known.type === owner.type) return known;
    const text = textOf(value) ?? openText(`${by.address}.${owner.id}`);
    const open = value instanceof Unknown ? value : new Unknown(text);
    return this.#placeholder(owner, text, open, by.at);
  }

  #placeholder(owner: Owner, text: string, because: Unknown, at: number): Resource {
    const address = text.replace(/^\[(.*)\]$/, '$1');
    const known = this.resources.find((one) => one.address === address && one.type === owner.type);
    if (known) return known;
    const values = new Map<string, Value>([[owner.list, [because]]]);
    const made: Resource = {
      address,
      type: owner.type,
      name: address,
      key: undefined,
      at,
      isOpen: false,
      isAny: false,
      isData: false,
      values,
      source: values,
      defaults: [],
    };
    this.#add(made);
    return made;
  }

  /** Rules and routes that are resources of their own. */
  #share(owner: Owner): void {
    const all = this.identities.ofType(owner.type);
    /** Parts that may belong to each of the same several owners. */
    const shared = new Map<string, { owners: readonly Resource[]; parts: Resource[] }>();
    for (const part of this.identities.ofType(owner.part)) {
      const { values } = part;
      const name = values.get(owner.name);
      const group = values.get('resource_group_name');
      const owners = this.identities.named(owner.type, name, group);
      const [only] = owners;
      if (only && owners.length === 1 && !part.isAny) {
        if (part.isOpen) values.set('access', openResource(part));
        // A route has nothing that could say that it may not be there.
        if (!part.isOpen || owner.type === groupType) continue;
      }
      this.#drop(part);
      if (only && owners.length === 1) {
        addOpen(only, owner.list, openResource(part), this.#offsets);
        continue;
      }
      const isElsewhere =
        !only && (typeof name === 'string' || this.identities.isLookedUp(owner.type, name));
      if (isElsewhere) continue;
      const key = only ? `${textOf(name)} ${typeof group === 'string' ? group : ''}` : '';
      const sharers = shared.get(key) ?? { owners: only ? owners : all, parts: [] };
      sharers.parts.push(part);
      shared.set(key, sharers);
    }
    for (const { owners, parts } of shared.values()) {
      const because = openTogether(parts.map(openResource));
      for (const one of owners) addOpen(one, owner.list, because, this.#offsets);
    }
  }

  /** Modules that were not read may add to what their arguments name, and join what these identify. */
  mayAdd(calls: readonly UnreadCall[]): void {
    const named = whatCallsName(calls);
    for (const owner of owners) {
      for (const one of this.identities.ofType(owner.type)) {
        const because = named.byName(textOf(one.values.get('name')));
        if (because) addOpen(one, owner.list, because, this.#offsets);
      }
      const joined = new Set(
        this.identities
          .ofType(owner.association)
          .map(({ values }) => this.identities.resourceOf(values.get('subnet_id'))),
      );
      for (const subnet of this.identities.ofType('azurerm_subnet')) {
        const by = named.byTarget(subnet.address);
        if (!by || subnet.values.has(owner.id) || joined.has(subnet)) continue;
        this.#joinOpen(owner, subnet, by.address, by.because);
      }
    }
  }

  /** There may be more of everything where a declaration could not be read. */
  mayHaveMore(): void {
    const because = new Unknown(openText('a declaration that cannot be read'));
    for (const owner of owners) {
      for (const one of this.identities.ofType(owner.type)) {
        addOpen(one, owner.list, because, this.#offsets);
      }
    }
  }

  /** An association that may not be there leaves open what the subnet has. */
  #passNatGateways(): void {
    for (const association of this.identities.ofType('azurerm_subnet_nat_gateway_association')) {
      if (!association.isOpen && !association.isAny) continue;
      const subnet = this.identities.resourceOf(association.values.get('subnet_id'));
      if (!subnet) continue;
      this.#drop(association);
      subnet.values.set('nat_gateway_id', openResource(association));
    }
  }

  /** Of what may not be there a value is open: the place of collections of a firewall, what joins others, or the count. */
  #openParts(): void {
    for (const [type, key] of openParts) {
      for (const part of this.identities.ofType(type)) {
        if (part.isOpen || part.isAny) part.values.set(key, openResource(part));
      }
    }
  }

  /** DNS servers of a network that are a resource of their own. */
  #nameServers(): void {
    for (const { values } of this.identities.ofType('azurerm_virtual_network_dns_servers')) {
      const network = this.identities.resourceOf(values.get('virtual_network_id'));
      const servers = values.get('dns_servers');
      if (network && servers !== undefined) network.values.set('dns_servers', servers);
    }
  }
}

const openParts = [
  ['azurerm_firewall_policy_rule_collection_group', 'priority'],
  ['azurerm_firewall_network_rule_collection', 'priority'],
  ['azurerm_firewall_application_rule_collection', 'priority'],
  ['azurerm_ip_group_cidr', 'cidr'],
  ['azurerm_virtual_network_peering', 'allow_virtual_network_access'],
  ['azurerm_virtual_hub_connection', 'internet_security_enabled'],
  ['azurerm_virtual_hub_routing_intent', 'routing_policy'],
  ['azurerm_virtual_hub_route_table', 'route'],
  ['azurerm_virtual_hub_route_table_route', 'destinations'],
  ['azurerm_virtual_network_dns_servers', 'dns_servers'],
  ['azurerm_network_interface_security_group_association', 'network_security_group_id'],
  ['azurerm_network_manager_static_member', 'target_virtual_network_id'],
  ['azurerm_network_manager_deployment', 'configuration_ids'],
  ...[
    'azurerm_network_manager_admin_rule',
    'azurerm_private_endpoint',
    'azurerm_private_dns_zone',
    'azurerm_network_interface',
    'azurerm_lb',
    'azurerm_application_gateway',
    'azurerm_api_management',
  ].map((type) => [type, openCount] as const),
] as const;

const idOf = (target: Resource) => new Unknown(openText(`${target.address}.id`), { target });
