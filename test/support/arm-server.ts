/**
 * A Resource Manager of our own on the loopback, with a service in two regions as Azure answers for it, and an `az` that
 * gives the token that it takes.
 */

import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { command, folderWith, type Ran } from './command.ts';

export const armToken = 'header.secret-of-the-caller.signature';
export const subscription = '11111111-2222-3333-4444-555555555555';
const group = `/subscriptions/${subscription}/resourceGroups/my-group`;
const network = (type: string, name: string) =>
  `${group}/providers/Microsoft.Network/${type}/${name}`;

export const ids = {
  service: `${group}/providers/Microsoft.ApiManagement/service/contoso`,
  status: `${group}/providers/Microsoft.ApiManagement/service/contoso/networkstatus`,
  west: network('virtualNetworks', 'vnet-west'),
  north: network('virtualNetworks', 'vnet-north'),
  westSubnet: `${network('virtualNetworks', 'vnet-west')}/subnets/apim`,
  westGroup: network('networkSecurityGroups', 'nsg-west'),
  westRules: `${network('networkSecurityGroups', 'nsg-west')}/securityRules`,
  northGroup: network('networkSecurityGroups', 'nsg-north'),
  table: network('routeTables', 'rt-west'),
  address: network('publicIPAddresses', 'ip-west'),
} as const;

const rule = (owner: string, name: string, priority: number, fields: object) => ({
  id: `${owner}/securityRules/${name}`,
  name,
  etag: 'W/"1"',
  type: 'Microsoft.Network/networkSecurityGroups/securityRules',
  properties: {
    provisioningState: 'Succeeded',
    description: '[as asked]',
    priority,
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    sourceAddressPrefix: 'VirtualNetwork',
    sourcePortRange: '*',
    destinationAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '443',
    sourceAddressPrefixes: [],
    destinationPortRanges: [],
    ...fields,
  },
});

const groupWith = (id: string, location: string, subnet: string, ...more: readonly object[]) => ({
  id,
  name: id.split('/').at(-1),
  type: 'Microsoft.Network/networkSecurityGroups',
  location,
  tags: { owner: 'a tag that nobody needs' },
  properties: {
    securityRules: [
      rule(id, 'AllowManagement', 100, {
        sourceAddressPrefix: 'ApiManagement',
        destinationPortRange: '3443',
      }),
      rule(id, 'AllowProbe', 110, {
        sourceAddressPrefix: 'AzureLoadBalancer',
        destinationPortRange: '6390',
      }),
      ...more,
    ],
    defaultSecurityRules: [],
    subnets: [{ id: subnet }],
  },
});

const networkWith = (id: string, location: string, prefix: string, subnet: object) => ({
  id,
  name: id.split('/').at(-1),
  type: 'Microsoft.Network/virtualNetworks',
  location,
  properties: {
    addressSpace: { addressPrefixes: [`${prefix}.0.0/16`] },
    dhcpOptions: { dnsServers: [] },
    subnets: [
      {
        id: `${id}/subnets/apim`,
        name: 'apim',
        properties: { addressPrefix: `${prefix}.1.0/27`, delegations: [], ...subnet },
      },
      {
        id: `${id}/subnets/other`,
        name: 'other',
        properties: { addressPrefix: `${prefix}.2.0/27`, serviceEndpoints: [] },
      },
    ],
  },
});

const dependency = (name: string, resourceType: string, status: string) => ({
  name,
  status,
  error: '',
  lastUpdated: '2026-11-20T10:00:00Z',
  lastStatusChange: '2026-11-19T10:00:00Z',
  resourceType,
  isOptional: false,
});

const sql = dependency('contoso.database.windows.net', 'SQLDatabase', 'failure');

/** What Azure answers, by path. SQL is denied in West Europe and down there; everything else is as it should be. */
export const recording = (): Record<string, unknown> => ({
  [ids.service]: {
    id: ids.service,
    name: 'contoso',
    type: 'Microsoft.ApiManagement/service',
    location: 'West Europe',
    sku: { name: 'Premium', capacity: 1 },
    tags: { owner: 'a tag that nobody needs' },
    properties: {
      publisherEmail: 'somebody@contoso.example',
      virtualNetworkType: 'Internal',
      platformVersion: 'stv2',
      publicIpAddressId: ids.address,
      virtualNetworkConfiguration: {
        subnetResourceId: ids.westSubnet,
        vnetid: 'x',
        subnetname: null,
      },
      hostnameConfigurations: [{ hostName: 'api.contoso.example', certificatePassword: 'hunter2' }],
      additionalLocations: [
        {
          location: 'North Europe',
          sku: { name: 'Premium', capacity: 1 },
          virtualNetworkConfiguration: { subnetResourceId: `${ids.north}/subnets/apim` },
        },
      ],
    },
  },
  [ids.status]: [
    {
      location: 'West Europe',
      networkStatus: { dnsServers: ['168.63.129.16'], connectivityStatus: [sql] },
    },
    {
      location: 'North Europe',
      networkStatus: {
        dnsServers: ['168.63.129.16'],
        connectivityStatus: [{ ...sql, status: 'success' }],
      },
    },
  ],
  [ids.west]: networkWith(ids.west, 'westeurope', '10.1', {
    networkSecurityGroup: { id: ids.westGroup },
    routeTable: { id: ids.table },
    ipConfigurations: [
      { id: `${network('networkInterfaces', 'nic-test')}/ipConfigurations/one` },
      {
        id: '/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/platform/providers/Microsoft.Network/networkInterfaces/nic-platform/ipConfigurations/one',
      },
    ],
  }),
  [ids.north]: networkWith(ids.north, 'northeurope', '10.2', {
    networkSecurityGroup: { id: ids.northGroup },
  }),
  [ids.westGroup]: groupWith(
    ids.westGroup,
    'westeurope',
    ids.westSubnet,
    rule(ids.westGroup, 'DenySql', 200, {
      direction: 'Outbound',
      access: 'Deny',
      sourceAddressPrefix: '*',
      destinationAddressPrefix: 'Sql',
      destinationPortRange: '1433',
    }),
  ),
  [ids.northGroup]: groupWith(ids.northGroup, 'northeurope', `${ids.north}/subnets/apim`),
  [ids.table]: {
    id: ids.table,
    name: 'rt-west',
    type: 'Microsoft.Network/routeTables',
    properties: {
      routes: [
        {
          id: `${ids.table}/routes/internet`,
          name: 'internet',
          properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' },
        },
      ],
    },
  },
  [ids.address]: {
    id: ids.address,
    name: 'ip-west',
    type: 'Microsoft.Network/publicIPAddresses',
    location: 'westeurope',
    sku: { name: 'Standard', tier: 'Regional' },
    properties: {
      ipAddress: '203.0.113.7',
      publicIPAllocationMethod: 'Static',
      publicIPAddressVersion: 'IPv4',
      dnsSettings: { domainNameLabel: 'contoso' },
    },
  },
});

/** A response in place of the recorded one: by its own hand, or as the function writes it. */
export type Fault = (response: ServerResponse, count: number, url: URL) => void;

export interface ArmServer {
  readonly url: string;
  /** "GET /subscriptions/...?api-version=..." in their order. */
  readonly requests: readonly string[];
  /** Environment in which the command meets the server and our `az`. */
  readonly env: Readonly<Record<string, string>>;
}

const errorBody = (code: string, message = '') => JSON.stringify({ error: { code, message } });

/** An error as Resource Manager writes it; its message repeats the token, which nobody may see. */
export const armFault =
  (code: number, error: string, headers = {}): Fault =>
  (response) =>
    response.writeHead(code, headers).end(errorBody(error, `Bearer ${armToken} was refused`));

/** Answers from the recording, or by the fault for a path; requests without the token get 401. */
export async function armServer(
  faults: Readonly<Record<string, Fault>> = {},
  recorded: Readonly<Record<string, unknown>> = recording(),
): Promise<ArmServer> {
  const requests: string[] = [];
  const counts = new Map<string, number>();
  const find = <T>(entries: Readonly<Record<string, T>>, path: string) =>
    Object.entries(entries).find(([key]) => key.toLowerCase() === path.toLowerCase())?.[1];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${request.method} ${request.url}`);
    const path = decodeURIComponent(url.pathname);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    response.setHeader('content-type', 'application/json');
    if (request.headers.authorization !== `Bearer ${armToken}`) {
      response.writeHead(401).end(errorBody('InvalidAuthenticationToken'));
      return;
    }
    const fault = find(faults, path);
    const body = find(recorded, path);
    if (fault) fault(response, count, url);
    else if (body === undefined) response.writeHead(404).end(errorBody('ResourceNotFound'));
    else response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = JSON.stringify({ accessToken: armToken, subscription, tokenType: 'Bearer' });
  return { url, requests, env: { APIM_ATLAS_ARM_ENDPOINT: url, ...azThat(`echo '${token}'`) } };
}

/** A PATH with an `az` that runs these lines of sh and no other program. */
export function azThat(lines: string): Readonly<Record<string, string>> {
  const folder = folderWith({});
  const file = join(folder, 'az');
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return { PATH: folder };
}

/** Runs the command in an empty folder against the server; whatever it prints is without the token. */
export async function live(
  args: readonly string[],
  faults: Readonly<Record<string, Fault>> = {},
  recorded = recording(),
): Promise<Ran & { readonly folder: string; readonly requests: readonly string[] }> {
  const server = await armServer(faults, recorded);
  const folder = folderWith({});
  const ran = await command(folder, args, { env: server.env });
  expect(`${ran.out}${ran.err}`).not.toContain(armToken);
  return { ...ran, folder, requests: server.requests };
}
