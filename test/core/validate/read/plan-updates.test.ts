/** What azapi_update_resource changes, and what associations join with a subnet that no plan has. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { check, type Json } from './sample-documents.ts';

const provider =
  '/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/net/providers/Microsoft.Network';
const subnetId = `${provider}/virtualNetworks/hub/subnets/gateway`;
const groupId = `${provider}/networkSecurityGroups/gateway-nsg`;
const tableId = `${provider}/routeTables/gateway-routes`;

const resource = (type: string, values: Json, name = 'main') => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values,
});
const service = resource('azurerm_api_management', {
  name: 'shop',
  location: 'eastus',
  sku_name: 'Premium_1',
  virtual_network_type: 'Internal',
  virtual_network_configuration: [{ subnet_id: subnetId }],
});
const subnet = resource('azurerm_subnet', {
  id: subnetId,
  name: 'gateway',
  address_prefixes: ['10.20.3.0/27'],
  service_endpoints: ['Microsoft.Storage'],
});
const group = resource('azurerm_network_security_group', { id: groupId, security_rule: [] });
const table = resource('azurerm_route_table', {
  id: tableId,
  route: [{ name: 'out', address_prefix: '0.0.0.0/0', next_hop_type: 'Internet' }],
});
const update = (values: Json) =>
  resource('azapi_update_resource', {
    type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01',
    resource_id: subnetId,
    ...values,
  });
const put = (properties: Json) => update({ body: { properties } });
const plan = (...resources: Json[]) => ({
  format_version: '1.2',
  planned_values: { root_module: { resources: [service, ...resources] } },
});
const locationIn = (document: Json) => readDocument(document).deployment.locations[0];

describe('azapi_update_resource', () => {
  const delegations = [{ name: 'd', properties: { serviceName: 'Microsoft.Web/serverFarms' } }];
  const delegated = { subnet: { delegations: ['Microsoft.Web/serverFarms'] } };

  it.each<[string, Json, Json]>([
    ['a delegation', put({ delegations }), delegated],
    [
      'a delegation in a body of JSON',
      update({ body: JSON.stringify({ properties: { delegations } }) }),
      delegated,
    ],
    [
      'by parent and name',
      update({
        resource_id: undefined,
        parent_id: `${provider}/virtualNetworks/hub`,
        name: 'gateway',
        body: { properties: { delegations } },
      }),
      delegated,
    ],
    [
      'service endpoints',
      put({ serviceEndpoints: [{ service: 'Microsoft.Sql' }] }),
      { subnet: { serviceEndpoints: ['Microsoft.Sql'] } },
    ],
    [
      'a security group',
      put({ networkSecurityGroup: { id: groupId } }),
      { networkSecurityGroup: { rules: [] } },
    ],
    ['a route table', put({ routeTable: { id: tableId } }), { routeTable: { routes: [{}] } }],
  ])('puts on a subnet: %s', (_, change, location) => {
    expect(locationIn(plan(subnet, group, table, change))).toMatchObject(location);
  });

  it('leaves what its body does not name', () => {
    expect(locationIn(plan(subnet, put({ delegations })))?.subnet).toMatchObject({
      addressPrefix: '10.20.3.0/27',
      serviceEndpoints: ['Microsoft.Storage'],
    });
  });

  it('says what it changes of a subnet that is elsewhere; the rest is unknown', () => {
    const { findings, verdict } = check(plan(group, put({ delegations })));
    expect(findings.map(({ checkId }) => checkId)).not.toContain('nsg-missing');
    expect(findings.map(({ checkId }) => checkId)).toContain('location-subnet-unknown');
    expect(verdict).not.toBe('PASS');
  });

  it('is a finding where the plan does not say what it changes', () => {
    const change = update({ resource_id: undefined, body: { properties: { delegations } } });
    const { findings } = check(plan(subnet, change));
    const open = findings.find(({ checkId }) => checkId === 'deployment-undecided');
    expect(open?.message).toContain('what azapi_update_resource.main changes');
  });

  it('changes nothing of other types', () => {
    const change = { ...update({ type: 'Microsoft.Storage/storageAccounts@2023-05-01' }) };
    expect(locationIn(plan(subnet, change))).toEqual(locationIn(plan(subnet)));
  });
});

describe('a subnet that is in no plan', () => {
  const joins = {
    group: resource('azurerm_subnet_network_security_group_association', {
      subnet_id: subnetId,
      network_security_group_id: groupId,
    }),
    table: resource('azurerm_subnet_route_table_association', {
      subnet_id: subnetId,
      route_table_id: tableId,
    }),
  };
  it.each<[string, Json[], Json]>([
    ['its group', [group, joins.group], { networkSecurityGroup: { rules: [] } }],
    ['its table', [table, joins.table], { routeTable: { routes: [{}] } }],
    ['a group elsewhere', [joins.group], { networkSecurityGroupElsewhere: groupId }],
  ])('has %s by an association', (_, resources, location) => {
    expect(locationIn(plan(...resources))).toMatchObject({
      subnetElsewhere: subnetId,
      ...location,
    });
  });

  it('does not have what is joined with another one', () => {
    const other = structuredClone(joins.group);
    other.values.subnet_id += '-2';
    expect(locationIn(plan(group, other))).not.toHaveProperty('networkSecurityGroup');
  });
});

describe('azapi_update_resource against what else puts the same', () => {
  const otherId = `${provider}/networkSecurityGroups/other-nsg`;
  const other = resource(
    'azurerm_network_security_group',
    { id: otherId, security_rule: [] },
    'other',
  );
  const association = resource('azurerm_subnet_network_security_group_association', {
    subnet_id: subnetId,
    network_security_group_id: groupId,
  });
  const change = put({ networkSecurityGroup: { id: otherId } });
  const associated = plan(subnet, group, other, association, change);
  const waiting = (later: Json, earlier: Json) => ({
    ...associated,
    configuration: {
      root_module: {
        resources: [
          { type: later.type, name: 'main', mode: 'managed', depends_on: [earlier.address] },
        ],
      },
    },
  });
  const groupIn = (document: Json) => {
    const { networkSecurityGroup: actual, networkSecurityGroupElsewhere: elsewhere } =
      locationIn(document) ?? {};
    return elsewhere ?? (actual && 'document' in actual ? (actual.document as Json).id : undefined);
  };

  it.each<[string, Json, unknown]>([
    ['neither waits', associated, `what ${change.address} or ${association.address} puts last`],
    ['the change waits', waiting(change, association), otherId],
    ['the association waits', waiting(association, change), groupId],
    [
      'both name one group',
      plan(subnet, group, association, put({ networkSecurityGroup: { id: groupId } })),
      groupId,
    ],
  ])('an association of the subnet: %s', (_, document, wanted) => {
    expect(groupIn(document)).toBe(wanted);
  });

  it('is no PASS where it is open which of two groups the subnet has', () => {
    expect(check(associated).verdict).toBe('NEEDS_REVIEW');
  });

  const networkId = `${provider}/virtualNetworks/hub`;
  const named = { virtual_network_name: 'hub', resource_group_name: 'net' };
  const network = resource('azurerm_virtual_network', {
    id: networkId,
    name: 'hub',
    resource_group_name: 'net',
    address_space: ['10.20.0.0/16'],
  });
  const own = resource('azurerm_subnet', { ...subnet.values, ...named });
  const putSubnets = (...subnets: Json[]) =>
    resource('azapi_update_resource', {
      type: 'Microsoft.Network/virtualNetworks@2024-05-01',
      resource_id: networkId,
      body: { properties: { subnets } },
    });
  const entry = (properties: Json, name = 'gateway') => ({ name, properties });

  it('puts subnets by their network', () => {
    const document = plan(
      network,
      own,
      other,
      putSubnets(entry({ addressPrefix: '10.20.4.0/27', networkSecurityGroup: { id: otherId } })),
    );
    expect(groupIn(document)).toBe(otherId);
    expect(locationIn(document)?.subnet?.addressPrefix).toBe('10.20.4.0/27');
    // The list does not say whether the endpoint remains.
    expect(locationIn(document)?.subnet?.serviceEndpoints).not.toContain('Microsoft.Storage');
    expect(check(document).verdict).not.toBe('PASS');
  });

  it('puts a subnet that only its network has', () => {
    const document = plan(network, putSubnets(entry({ addressPrefix: '10.20.4.0/27' })));
    expect(locationIn(document)?.subnet?.addressPrefix).toBe('10.20.4.0/27');
  });

  it('says that a subnet without an entry may be gone', () => {
    const document = plan(network, own, group, association, putSubnets(entry({}, 'web')));
    const { findings } = check(document);
    const open = findings.find(({ checkId }) => checkId === 'deployment-undecided');
    expect(open?.message).toContain('whether azurerm_subnet.main remains');
  });
});
