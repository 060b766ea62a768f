/** Plans for what is already deployed: what Terraform found in Azure, and what the plan makes of it. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { check, type Json } from './sample-documents.ts';

const provider = '/subscriptions/s/resourceGroups/net/providers/Microsoft.Network';
const networkId = `${provider}/virtualNetworks/hub`;
const subnetId = `${networkId}/subnets/gateway`;
const groupId = `${provider}/networkSecurityGroups/gateway-nsg`;
const tableId = `${provider}/routeTables/gateway-routes`;
const inGroup = { resource_group_name: 'net' };

const resource = (type: string, values: Json, name = 'main') => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values,
});
type Resource = ReturnType<typeof resource>;

const service = resource('azurerm_api_management', {
  name: 'shop',
  location: 'eastus',
  sku_name: 'Premium_1',
  virtual_network_type: 'Internal',
  virtual_network_configuration: [{ subnet_id: subnetId }],
});
const network = (subnets: Json[] = []) =>
  resource('azurerm_virtual_network', {
    ...inGroup,
    id: networkId,
    name: 'hub',
    location: 'eastus',
    address_space: ['10.20.0.0/16'],
    subnet: subnets,
  });
const subnet = resource('azurerm_subnet', {
  ...inGroup,
  id: subnetId,
  name: 'gateway',
  virtual_network_name: 'hub',
  address_prefixes: ['10.20.3.0/27'],
});
const fields = {
  direction: 'Inbound',
  protocol: 'Tcp',
  source_port_range: '*',
  source_address_prefix: 'ApiManagement',
  destination_address_prefix: 'VirtualNetwork',
  destination_port_range: '3443',
};
const blockOf = (name: string, priority: number, access: string) => ({
  ...fields,
  name,
  priority,
  access,
});
const ruleOf = (name: string, priority: number, access: string) =>
  resource(
    'azurerm_network_security_rule',
    {
      ...blockOf(name, priority, access),
      ...inGroup,
      network_security_group_name: 'gateway-nsg',
    },
    name,
  );
const group = (rules: Json[]) =>
  resource('azurerm_network_security_group', {
    ...inGroup,
    id: groupId,
    name: 'gateway-nsg',
    security_rule: rules,
  });
const table = (routes: Json[]) =>
  resource('azurerm_route_table', { ...inGroup, id: tableId, name: 'routes', route: routes });
const route = (name: string, hop: string) => ({
  name,
  address_prefix: '0.0.0.0/0',
  next_hop_type: hop,
});
const joins = [
  resource('azurerm_subnet_network_security_group_association', {
    subnet_id: subnetId,
    network_security_group_id: groupId,
  }),
  resource('azurerm_subnet_route_table_association', {
    subnet_id: subnetId,
    route_table_id: tableId,
  }),
];

const same = ({ values }: Resource) => ({ actions: ['no-op'], before: values, after: values });
const changeOf = ({ address, mode, type, name }: Resource, change: Json) => ({
  address,
  mode,
  type,
  name,
  change,
});
const removed = (one: Resource) =>
  changeOf(one, { actions: ['delete'], before: one.values, after: null });

/** What is planned, with changes for those that are not planned as they were. */
const plan = (resources: Resource[], changes: Json[] = [], configured?: Json[]) => ({
  format_version: '1.2',
  planned_values: { root_module: { resources: [service, subnet, ...joins, ...resources] } },
  resource_changes: [
    ...resources
      .filter(({ address }) => changes.every((change) => change.address !== address))
      .map((one) => changeOf(one, same(one))),
    ...changes,
  ],
  ...(configured && { configuration: { root_module: { resources: configured } } }),
});

const rulesIn = (document: Json) => {
  const actual = readDocument(document).deployment.locations[0]?.networkSecurityGroup;
  return (actual && 'rules' in actual ? (actual.rules ?? []) : []).map(
    ({ name, priority, access }) => `${name} ${priority} ${access}`,
  );
};
const outcomeIn = (document: Json, key: string) =>
  check(document).flows.find((flow) => flow.key === key)?.outcome;

const allow = blockOf('mgmt', 100, 'Allow');
const old = blockOf('lb', 90, 'Allow');

describe('rules that Terraform found in the group', () => {
  it.each<[string, Json, string[]]>([
    [
      'a rule that the plan removes',
      plan([group([allow])], [removed(ruleOf('mgmt', 100, 'Allow'))]),
      [],
    ],
    [
      'a rule that the plan changes',
      plan([group([allow]), ruleOf('mgmt', 100, 'Deny')]),
      ['mgmt 100 Deny'],
    ],
    [
      'a rule that no resource has',
      plan([group([old, allow]), ruleOf('mgmt', 200, 'Allow')]),
      ['mgmt 200 Allow', 'lb 90 Allow'],
    ],
    [
      'a rule that the plan moves into the group',
      plan(
        [group([allow])],
        [
          changeOf(group([allow]), {
            actions: ['update'],
            before: { ...group([]).values },
            after: group([allow]).values,
          }),
          removed(ruleOf('mgmt', 100, 'Allow')),
        ],
      ),
      ['mgmt 100 Allow'],
    ],
    [
      'a rule that Terraform only forgets',
      plan(
        [group([allow])],
        [
          changeOf(ruleOf('mgmt', 100, 'Allow'), {
            actions: ['forget'],
            before: ruleOf('mgmt', 100, 'Allow').values,
            after: null,
          }),
        ],
      ),
      ['mgmt 100 Allow'],
    ],
    [
      'a rule of another group',
      plan(
        [group([allow])],
        [
          removed({
            ...ruleOf('mgmt', 100, 'Allow'),
            values: { ...ruleOf('mgmt', 100, 'Allow').values, network_security_group_name: 'web' },
          }),
        ],
      ),
      ['mgmt 100 Allow'],
    ],
    [
      'a changed rule, by a configuration without blocks',
      {
        ...plan([group([allow]), ruleOf('mgmt', 100, 'Deny')], [], [{ expressions: {} }]),
        resource_changes: [],
      },
      ['mgmt 100 Deny'],
    ],
    [
      'a changed rule, in a state',
      {
        format_version: '1.0',
        values: {
          root_module: {
            resources: [service, subnet, ...joins, group([allow]), ruleOf('mgmt', 100, 'Deny')],
          },
        },
      },
      ['mgmt 100 Deny'],
    ],
  ])('%s', (_, document, wanted) => {
    expect(rulesIn(document)).toEqual(wanted);
  });

  it('is no PASS where the plan removes the rule that let traffic in', () => {
    const kept = plan([group([allow]), ruleOf('mgmt', 100, 'Allow')]);
    const gone = plan([group([allow])], [removed(ruleOf('mgmt', 100, 'Allow'))]);
    expect(outcomeIn(kept, 'inbound-3443-ApiManagement')).toBe('ALLOWED');
    expect(outcomeIn(gone, 'inbound-3443-ApiManagement')).toBe('DENIED');
    expect(check(gone).verdict).toBe('FAIL');
  });
});

describe('what else Terraform found', () => {
  const routesIn = (document: Json) => {
    const actual = readDocument(document).deployment.locations[0]?.routeTable;
    return (actual?.routes ?? []).map(({ name, nextHopType }) => `${name} ${nextHopType}`);
  };
  const ownRoute = (hop: string) =>
    resource('azurerm_route', { ...inGroup, route_table_name: 'routes', ...route('out', hop) });

  it('takes a route from its own resource', () => {
    const document = plan([table([route('out', 'Internet')]), ownRoute('None')]);
    expect(routesIn(document)).toEqual(['out None']);
    const gone = plan([table([route('out', 'Internet')])], [removed(ownRoute('Internet'))]);
    expect(routesIn(gone)).toEqual([]);
  });

  it('takes a subnet from its own resource', () => {
    const actual = { id: subnetId, name: 'gateway', address_prefixes: ['10.20.3.0/27'] };
    const location = readDocument(plan([network([actual])])).deployment.locations[0];
    expect(location?.subnet?.addressPrefix).toBe('10.20.3.0/27');
    expect(location?.virtualNetworkAddressPrefixes).toEqual(['10.20.0.0/16']);
  });

  it('takes DNS servers from the resource that sets them', () => {
    const servers = resource('azurerm_virtual_network_dns_servers', {
      virtual_network_id: networkId,
      dns_servers: ['10.20.0.4'],
    });
    const { deployment } = readDocument(plan([network(), servers]));
    expect(deployment.locations[0]?.dnsServers).toEqual(['10.20.0.4']);
  });

  it('takes no DNS servers from a resource that the plan removes', () => {
    const servers = { dns_servers: ['10.20.0.4'] };
    const own = resource('azurerm_virtual_network_dns_servers', {
      virtual_network_id: networkId,
      ...servers,
    });
    const actual = network();
    const refreshed = { ...actual, values: { ...actual.values, ...servers } };
    const serversIn = (changes: Json[]) =>
      readDocument(plan([refreshed], changes)).deployment.locations[0]?.dnsServers;
    const change = { actions: ['update'], before: actual.values, after: refreshed.values };
    expect(serversIn([])).toEqual(servers.dns_servers);
    expect(serversIn([removed(own)])).toEqual([]);
    expect(serversIn([removed(own), changeOf(refreshed, change)])).toEqual(servers.dns_servers);
  });

  it('leaves out the group of a data source whose association the plan removes', () => {
    const join = joins[0] as Resource;
    const document = plan([group([allow])], [removed(join)]);
    const planned = document.planned_values.root_module;
    planned.resources = planned.resources
      .filter(({ address }) => address !== join.address)
      .map((one) =>
        one === subnet
          ? { ...one, values: { ...one.values, network_security_group_id: groupId } }
          : one,
      );
    expect(readDocument(document).deployment.locations[0]?.networkSecurityGroup).toBeUndefined();
  });
});
