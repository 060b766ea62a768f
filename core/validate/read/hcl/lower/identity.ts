/** Which resource a value is the id or the name of. */

import { subnetAddress } from '../instance.ts';
import { isMap, itemsOf, openText, Unknown, type Value } from '../values.ts';
import type { Resource } from './resource.ts';

const idSegments: Readonly<Record<string, string>> = {
  azurerm_virtual_network: 'virtualNetworks',
  azurerm_network_security_group: 'networkSecurityGroups',
  azurerm_route_table: 'routeTables',
  azurerm_public_ip: 'publicIPAddresses',
  azurerm_api_management: 'service',
};

/** The kind of an azapi resource whose id ends with the kind and the name: one that is not within another. */
function azapiKind(values: Resource['values']): string | undefined {
  const type = values.get('type');
  const [name] = typeof type === 'string' ? type.split('@') : [];
  return /^[^/]+\/([^/]+)$/.exec(name ?? '')?.[1];
}

export const textOf = (value: Value | undefined): string | undefined =>
  value instanceof Unknown ? value.text : typeof value === 'string' ? value : undefined;

const isSame = (one: Value | undefined, other: Value | undefined): boolean => {
  const [left, right] = [textOf(one), textOf(other)];
  return left !== undefined && left.toLowerCase() === right?.toLowerCase();
};

/** Two names are those of one thing for all that is known. */
const isCompatible = (one: Value | undefined, other: Value | undefined): boolean =>
  typeof one !== 'string' || typeof other !== 'string' || one.toLowerCase() === other.toLowerCase();

function isNetworkId(text: string, { values }: Resource): boolean {
  const name = textOf(values.get('name'))?.toLowerCase();
  return name !== undefined && text.toLowerCase().endsWith(`/virtualnetworks/${name}`);
}

/** The subnets that a network itself declares. */
function subnetsIn({ type, values }: Resource): readonly Value[] {
  if (type === 'azurerm_virtual_network') return itemsOf(values.get('subnet') ?? null) ?? [];
  const body = values.get('body') ?? null;
  const properties = isMap(body) ? (body.get('properties') ?? null) : null;
  return itemsOf(isMap(properties) ? (properties.get('subnets') ?? null) : null) ?? [];
}

export class Identities {
  readonly #all: readonly Resource[];
  readonly #byAddress = new Map<string, Resource>();

  constructor(resources: readonly Resource[]) {
    this.#all = resources;
    for (const one of resources) this.#byAddress.set(one.address, one);
  }

  /** Address of what a value is the id of, as far as that is in the files. */
  addressOf(value: Value | undefined): string | undefined {
    if (value instanceof Unknown && value.target) {
      const resource = this.#byAddress.get(value.target.address);
      if (!resource)
        return value.target.address.includes('.subnet[') ? value.target.address : undefined;
      return resource.isData ? this.#managed(resource)?.address : resource.address;
    }
    const text = textOf(value);
    return text === undefined ? undefined : this.#byId(text);
  }

  resourceOf(value: Value | undefined): Resource | undefined {
    const address = this.addressOf(value);
    return address === undefined ? undefined : this.#byAddress.get(address);
  }

  /** What is made here and looked up by a data source. */
  #managed(data: Resource): Resource | undefined {
    const managed = this.#all.filter(
      (one) =>
        !one.isData &&
        one.type === data.type &&
        isSame(one.values.get('name'), data.values.get('name')) &&
        (data.type !== 'azurerm_subnet' ||
          isSame(one.values.get('virtual_network_name'), data.values.get('virtual_network_name'))),
    );
    return managed.length === 1 ? managed[0] : undefined;
  }

  /** An id that is put together from names. */
  #byId(text: string): string | undefined {
    if (!/^(\/subscriptions\/|\[)/i.test(text) || !text.includes('/')) return undefined;
    const named = this.#all.filter((one) => !one.isData && this.#isId(text, one));
    if (named.length === 0) return this.#subnetWithin(text);
    return named.length === 1 ? named[0]?.address : undefined;
  }

  /** A subnet that is a block or a part of its network, by the id of the network with its name behind it. */
  #subnetWithin(text: string): string | undefined {
    const [, owner = '', name = ''] = /^(.+)\/subnets\/([^/]+)$/i.exec(text) ?? [];
    const networks = this.#all.filter(
      (one) =>
        !one.isData &&
        (owner === openText(`${one.address}.id`) || isNetworkId(owner, one)) &&
        subnetsIn(one).some((subnet) => isMap(subnet) && isSame(subnet.get('name'), name)),
    );
    const [network] = networks;
    return network && networks.length === 1 ? subnetAddress(network.address, name) : undefined;
  }

  #isId(text: string, { type, values }: Resource): boolean {
    const name = textOf(values.get('name'))?.toLowerCase();
    const lower = text.toLowerCase();
    if (name === undefined) return false;
    if (type !== 'azurerm_subnet') {
      const segment = Object.hasOwn(idSegments, type) ? idSegments[type] : azapiKind(values);
      return segment !== undefined && lower.endsWith(`/${segment.toLowerCase()}/${name}`);
    }
    const network = textOf(values.get('virtual_network_name'))?.toLowerCase();
    if (network === undefined || !lower.endsWith(`/subnets/${name}`)) return false;
    const owner = lower.slice(0, -`/subnets/${name}`.length);
    if (owner.endsWith(`/virtualnetworks/${network}`)) return true;
    const group = values.get('resource_group_name');
    return this.named('azurerm_virtual_network', values.get('virtual_network_name'), group).some(
      (one) => owner === openText(`${one.address}.id`).toLowerCase(),
    );
  }

  /** Resources of the type that have the name, in the same group as far as that is known. */
  named(type: string, name: Value | undefined, group: Value | undefined): Resource[] {
    return this.ofType(type).filter(
      (one) =>
        isSame(one.values.get('name'), name) &&
        isCompatible(one.values.get('resource_group_name'), group),
    );
  }

  /** True where a data source looks for what has the name. */
  isLookedUp(type: string, name: Value | undefined): boolean {
    return this.#all.some(
      (one) => one.isData && one.type === type && isSame(one.values.get('name'), name),
    );
  }

  ofType(type: string): Resource[] {
    return this.#all.filter((one) => !one.isData && one.type === type);
  }
}
