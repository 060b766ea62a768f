/** The input of a validation, field by field: an instance, its locations and the network at each. */

import {
  type Deployment,
  deploymentDefaults,
  locationDefaults,
  withDefaults,
} from '../../core/deployment.ts';
import { builder } from './builder.ts';
import { ComputePlatform, Feature, Tier, VirtualNetworkType } from './enums.ts';
import {
  NetworkSecurityGroupInput,
  PublicIpAddressInput,
  RouteTableInput,
  SubnetInput,
} from './network-input.ts';
import { withoutNulls } from './user-input.ts';

const LocationInput = builder.inputType('LocationInput', {
  description: 'One location of an instance and the network it is in.',
  fields: (t) => ({
    region: t.string({
      required: true,
      description:
        'Programmatic name, display name or documented alias. validateConfig also accepts unknown, and then checks whole service tags.',
    }),
    units: t.int({
      required: true,
      defaultValue: locationDefaults.units,
      description: 'Scale units, from 1.',
    }),
    zones: t.intList({
      required: true,
      defaultValue: [...locationDefaults.zones],
      description: 'Availability zones in use, from 1 to 3, each once.',
    }),
    subnet: t.field({
      type: SubnetInput,
      description:
        'The subnet of the instance in this region; left out where it is not known, or there is none.',
    }),
    networkSecurityGroup: t.field({
      type: NetworkSecurityGroupInput,
      description: 'The group at the subnet; left out where the subnet has none.',
    }),
    routeTable: t.field({
      type: RouteTableInput,
      description: 'The route table at the subnet; left out where the subnet has none.',
    }),
    publicIpAddress: t.field({
      type: PublicIpAddressInput,
      description: 'The public IP address resource; left out where Azure manages the address.',
    }),
    dnsServers: t.stringList({
      required: true,
      defaultValue: [...locationDefaults.dnsServers],
      description:
        "IP addresses of the custom DNS servers of the virtual network; empty for Azure's own.",
    }),
    virtualNetworkAddressPrefixes: t.stringList({
      required: true,
      defaultValue: [...locationDefaults.virtualNetworkAddressPrefixes],
      description:
        'Prefixes of the virtual network and its peers, without host bits; empty where they are not known. Those of IPv6 have no part in the flows, which are IPv4.',
    }),
  }),
});

export const DeploymentInput = builder.inputType('DeploymentInput', {
  description: 'An API Management instance and its network, field by field.',
  fields: (t) => ({
    tier: t.field({
      type: Tier,
      required: true,
      description:
        'Tier of the instance, which decides on the modes, units and rules that are possible.',
    }),
    virtualNetworkType: t.field({
      type: VirtualNetworkType,
      required: true,
      description: 'Network mode; NONE for an instance in no virtual network.',
    }),
    platform: t.field({
      type: ComputePlatform,
      required: true,
      defaultValue: deploymentDefaults.platform,
      description: 'Compute platform; without effect for the v2 tiers.',
    }),
    locations: t.field({
      type: [LocationInput],
      required: true,
      description: 'At least one location; the first is the primary one.',
    }),
    features: t.field({
      type: [Feature],
      required: true,
      defaultValue: [...deploymentDefaults.features],
      description: 'Optional features in use; their optional rules are then required.',
    }),
    edition: t.field({
      type: 'Date',
      description:
        'Edition of the port table to apply; the newest with a table for the platform when none is named.',
    }),
  }),
});

/** The deployment without the nulls of fields that have no default. */
export function readDeployment(input: typeof DeploymentInput.$inferInput): Deployment {
  return withDefaults(withoutNulls(input));
}
