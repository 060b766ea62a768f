/** Spellings of the providers over the years, brought to the one that plans are read in. */

import type { Configuration } from '../configuration.ts';
import type { Evaluator } from '../evaluator.ts';
import { subnetAddress } from '../instance.ts';
import { isMap, itemsOf, missingIn, openText, Unknown, type Value } from '../values.ts';
import { type Identities, textOf } from './identity.ts';
import { openResource, type Resource } from './resource.ts';

/** Blocks that may be written as attributes, where one of them need not be in a list. */
const blocks = new Set([
  'virtual_network_configuration',
  'additional_location',
  'security_rule',
  'route',
  'subnet',
  'delegation',
  'service_delegation',
  'ip_configuration',
  'frontend_ip_configuration',
  'gateway_ip_configuration',
  'private_service_connection',
]);

export function respell(resource: Resource, azurermMajor: number | undefined): void {
  const { type, values, address } = resource;
  for (const [name, value] of values) {
    if (blocks.has(name) && isMap(value)) values.set(name, [value]);
  }
  if (type === 'azurerm_network_security_rule') withoutOpenGroups(values);
  const rules = itemsOf(values.get('security_rule') ?? null) ?? [];
  for (const rule of rules) if (isMap(rule)) withoutOpenGroups(rule as Map<string, Value>);
  const prefix = values.get('address_prefix') ?? null;
  if (type === 'azurerm_subnet' && prefix !== null && !values.has('address_prefixes')) {
    values.set('address_prefixes', [prefix]);
  }
  if (type === 'azurerm_public_ip' && (values.get('sku') ?? null) === null && azurermMajor) {
    values.set('sku', azurermMajor < 4 ? 'Basic' : 'Standard');
  }
  const subnets =
    type === 'azurerm_virtual_network' ? itemsOf(values.get('subnet') ?? null) : undefined;
  if (subnets)
    values.set(
      'subnet',
      subnets.map((subnet) => withId(subnet, address)),
    );
}

const groupFields = [
  'source_application_security_group_ids',
  'destination_application_security_group_ids',
];

/** A rule for groups of machines does not apply to the service; if it may or may not be for groups, it may apply. */
function withoutOpenGroups(rule: Map<string, Value>): void {
  for (const field of groupFields) {
    const groups = rule.get(field);
    if (!(groups instanceof Unknown)) continue;
    rule.delete(field);
    rule.set('access', groups);
  }
}

function withId(subnet: Value, network: string): Value {
  if (!isMap(subnet)) return subnet;
  const target = { address: subnetAddress(network, subnet.get('name') ?? null) };
  return new Map([...subnet, ['id', new Unknown(openText(`${target.address}.id`), { target })]]);
}

/** The major version of azurerm that the configuration asks for, where it asks for one alone. */
export function azurermMajor(
  { settings }: Configuration,
  evaluator: Evaluator,
): number | undefined {
  for (const block of settings.flatMap(({ body }) => body.blocks)) {
    const provider =
      block.type === 'required_providers' ? block.body.attributes.get('azurerm') : undefined;
    if (!provider || provider.value.kind === 'unreadable') continue;
    const scope = { lookup: () => undefined, text: '', folder: '' };
    const value =
      provider.value.kind === 'object' || provider.value.kind === 'literal'
        ? evaluator.evaluate(provider.value, scope)
        : null;
    const version = isMap(value) ? value.get('version') : value;
    const [, operator, major] =
      /^\s*(~>|=)?\s*v?(\d+)/.exec(typeof version === 'string' ? version : '') ?? [];
    if (major !== undefined && (operator !== undefined || /^\s*v?\d/.test(String(version))))
      return Number(major);
  }
  return undefined;
}

const parents: Readonly<Record<string, string>> = {
  azurerm_virtual_network: 'virtualNetworks',
  azurerm_network_security_group: 'networkSecurityGroups',
  azurerm_route_table: 'routeTables',
};

/** The id of what an azapi resource belongs to, put together from names: it says the owner and the group. */
export function respellParent(resource: Resource, identities: Identities): void {
  const parent = resource.values.get('parent_id');
  if (!(parent instanceof Unknown) || !parent.target) return;
  const owner = identities.resourceOf(parent);
  const start = '/subscriptions/[subscription]/resourceGroups/';
  if (!owner) return;
  const text = (key: string) => {
    const value = owner.values.get(key);
    return value instanceof Unknown ? value.text : typeof value === 'string' ? value : '[unknown]';
  };
  const own = owner.values.get('type');
  const azapiType = typeof own === 'string' ? own.split('@')[0]?.split('/').at(-1) : undefined;
  const kind = Object.hasOwn(parents, owner.type) ? parents[owner.type] : azapiType;
  if (kind === undefined) return;
  const group = owner.type === 'azapi_resource' ? groupOf(owner) : text('resource_group_name');
  resource.values.set(
    'parent_id',
    `${start}${group}/providers/Microsoft.Network/${kind}/${text('name')}`,
  );
}

/** The id of what azapi_update_resource changes, where it names the owner and the name. */
export function respellTarget({ values }: Resource): void {
  const [parent, name, type] = ['parent_id', 'name', 'type'].map((key) => values.get(key) ?? null);
  const [known, own] = [textOf(parent), textOf(name)];
  if (values.has('resource_id') || typeof type !== 'string' || !known || !own) return;
  const [provider = '', ...kinds] = type.split('@')[0]?.split('/') ?? [];
  const segment = kinds.length === 1 ? `providers/${provider}/${kinds[0]}` : kinds.at(-1);
  const id = `${known}/${segment}/${own}`;
  const isKnown = typeof parent === 'string' && typeof name === 'string';
  const missing = missingIn([parent ?? null, name ?? null]);
  values.set('resource_id', isKnown ? id : new Unknown(id, { missing }));
}

/**
 * Of an azapi resource that may not be there nothing is certain; of a rule, whether it allows or denies; of an update, the
 * fields that it has.
 */
export function openBody(resource: Resource): void {
  const { values } = resource;
  const body = values.get('body') ?? null;
  const properties = isMap(body) ? (body.get('properties') ?? null) : null;
  const open = openResource(resource);
  if (resource.type === 'azapi_update_resource' && isMap(body) && isMap(properties)) {
    const parts = [...properties.keys()].map((key) => [key, open] as const);
    values.set(
      'body',
      new Map([...body.keys()].map((key) => [key, key === 'properties' ? new Map(parts) : open])),
    );
    return;
  }
  const isRule = isMap(properties) && properties.has('access') && !resource.isAny;
  values.set(
    'body',
    isMap(body) && isRule
      ? new Map([...body, ['properties', new Map([...properties, ['access', open]])]])
      : open,
  );
}

function groupOf({ values }: Resource): string {
  const parent = values.get('parent_id');
  const text = parent instanceof Unknown ? parent.text : typeof parent === 'string' ? parent : '';
  return /\/resourcegroups\/([^/]+)/i.exec(text)?.[1] ?? '[group]';
}
