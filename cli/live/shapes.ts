/** What is taken over of each resource: what the verdict needs, and nothing else that a response may hold. */

import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();
const texts = z.array(z.string()).nullish();
const reference = z.object({ id: z.string() }).nullish();
const references = z.array(z.object({ id: z.string() })).nullish();
/** A template would take a text that begins with a bracket for an expression; two stand for one. */
const freeText = z
  .string()
  .transform((text) => (text.startsWith('[') ? `[${text}` : text))
  .nullish();

const resource = { id: z.string(), name: z.string(), type: z.string().nullish() };
const part = { id: z.string().nullish(), name: z.string() };

const location = {
  location: z.string(),
  sku: z.object({ name: scalar, capacity: scalar }).nullish(),
  zones: texts,
};
const place = {
  virtualNetworkConfiguration: z.object({ subnetResourceId: z.string().nullish() }).nullish(),
  publicIpAddressId: z.string().nullish(),
};

export const serviceShape = z.object({
  ...resource,
  ...location,
  properties: z.object({
    virtualNetworkType: z.string(),
    platformVersion: scalar,
    publicNetworkAccess: scalar,
    ...place,
    additionalLocations: z.array(z.object({ ...location, ...place })).nullish(),
    privateEndpointConnections: z.array(z.object(part)).nullish(),
  }),
});
export type ServiceResource = z.infer<typeof serviceShape>;

const endpoints = z.array(z.object({ service: z.string() })).nullish();

export const subnetShape = z.object({
  ...part,
  properties: z.object({
    addressPrefix: scalar,
    addressPrefixes: texts,
    networkSecurityGroup: reference,
    routeTable: reference,
    natGateway: reference,
    delegations: z
      .array(z.object({ name: scalar, properties: z.object({ serviceName: scalar }).nullish() }))
      .nullish(),
    serviceEndpoints: endpoints,
    ipConfigurations: references,
  }),
});
export type SubnetResource = z.infer<typeof subnetShape>;

export const networkShape = z.object({
  ...resource,
  location: z.string().nullish(),
  properties: z.object({
    addressSpace: z.object({ addressPrefixes: texts }).nullish(),
    dhcpOptions: z.object({ dnsServers: texts }).nullish(),
    subnets: z.array(subnetShape).nullish(),
  }),
});

export const ruleShape = z.object({
  ...part,
  properties: z.object({
    description: freeText,
    priority: scalar,
    direction: scalar,
    access: scalar,
    protocol: scalar,
    sourcePortRange: scalar,
    sourcePortRanges: texts,
    sourceAddressPrefix: scalar,
    sourceAddressPrefixes: texts,
    sourceApplicationSecurityGroups: references,
    destinationPortRange: scalar,
    destinationPortRanges: texts,
    destinationAddressPrefix: scalar,
    destinationAddressPrefixes: texts,
    destinationApplicationSecurityGroups: references,
  }),
});

export const groupShape = z.object({
  ...resource,
  location: z.string().nullish(),
  properties: z.object({ securityRules: z.array(ruleShape), subnets: references }),
});

export const tableShape = z.object({
  ...resource,
  location: z.string().nullish(),
  properties: z.object({
    routes: z.array(
      z.object({
        ...part,
        properties: z.object({
          addressPrefix: scalar,
          nextHopType: scalar,
          nextHopIpAddress: scalar,
        }),
      }),
    ),
    subnets: references,
  }),
});

export const addressShape = z.object({
  ...resource,
  location: z.string().nullish(),
  zones: texts,
  sku: z.object({ name: scalar }).nullish(),
  properties: z.object({
    publicIPAllocationMethod: scalar,
    publicIPAddressVersion: scalar,
    dnsSettings: z.object({ domainNameLabel: scalar }).nullish(),
  }),
});

export const statusShape = z.object({
  location: z.string().nullish(),
  networkStatus: z.object({
    dnsServers: texts,
    connectivityStatus: z.array(
      z.object({
        name: z.string(),
        status: scalar,
        error: scalar,
        lastUpdated: scalar,
        lastStatusChange: scalar,
        resourceType: scalar,
        isOptional: scalar,
      }),
    ),
  }),
});
