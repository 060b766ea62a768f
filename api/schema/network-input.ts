/** The network of one location as callers describe it: subnet, network security group, route table, public address. */

import { subnetDefaults } from '../../core/deployment.ts';
import { groupDocuments } from '../../core/validate/read/accepted-documents.ts';
import { builder } from './builder.ts';
import { Access, Direction } from './enums.ts';

const SecurityRuleInput = builder.inputType('SecurityRuleInput', {
  description: 'A rule of a network security group. What requiredRules gives goes in as it is.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Name of the rule, by which findings and traces refer to it.',
    }),
    description: t.string({
      description: "The owner's description. The remediation keeps it when it changes the rule.",
    }),
    priority: t.int({ required: true, description: 'From 100 to 4096, lowest first.' }),
    direction: t.field({
      type: Direction,
      required: true,
      description: 'Whether the rule is for traffic into the subnet or out of it.',
    }),
    access: t.field({
      type: Access,
      required: true,
      description: 'Whether the rule lets the traffic pass or drops it.',
    }),
    protocol: t.string({
      required: true,
      description:
        'Tcp, Udp, Icmp, Esp, Ah or *, as Resource Manager spells them, or TCP, UDP and ANY as this API does.',
    }),
    sourceAddressPrefixes: t.stringList({
      required: true,
      description: 'Service tags, addresses, address prefixes, or *.',
    }),
    sourcePortRanges: t.stringList({ required: true, description: 'Ports and ranges, or *.' }),
    destinationAddressPrefixes: t.stringList({
      required: true,
      description: 'Service tags, addresses, address prefixes, or *.',
    }),
    destinationPortRanges: t.stringList({ required: true, description: 'Ports and ranges, or *.' }),
  }),
});

export const NetworkSecurityGroupInput = builder.inputType('NetworkSecurityGroupInput', {
  description: 'A network security group: rule by rule, or as a document. Exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    securityRules: t.field({
      type: [SecurityRuleInput],
      description: 'The rules of the group without the default rules.',
    }),
    document: t.field({
      type: 'JSON',
      description: `One of: ${groupDocuments.join('; ')}. Of several groups, the one that names the id of the subnet.`,
    }),
  }),
});

const RouteInput = builder.inputType('RouteInput', {
  description: 'A user-defined route. What forcedTunneling gives goes in as it is.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Name of the route, by which findings refer to it.',
    }),
    addressPrefix: t.string({
      required: true,
      description: 'Address prefix or service tag of the destination.',
    }),
    nextHopType: t.string({
      required: true,
      description:
        'VirtualNetworkGateway, VnetLocal, Internet, VirtualAppliance or None; case, spaces, hyphens and underscores are ignored. Error BAD_USER_INPUT for any other value.',
    }),
    nextHopIpAddress: t.string({
      description: 'Address of the appliance, where nextHopType is VirtualAppliance.',
    }),
  }),
});

export const RouteTableInput = builder.inputType('RouteTableInput', {
  description: 'A route table: route by route, or as a document. Exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    routes: t.field({
      type: [RouteInput],
      description: 'The user-defined routes of the table, without those of Azure.',
    }),
    document: t.field({
      type: 'JSON',
      description:
        'As exported: az network route-table show, an ARM resource or template, a Terraform plan.',
    }),
  }),
});

export const SubnetInput = builder.inputType('SubnetInput', {
  description:
    'The subnet that an instance is injected into, or sends its outbound traffic through.',
  fields: (t) => ({
    id: t.string({
      description: 'Azure resource id of the subnet; tells which group of a document is at it.',
    }),
    addressPrefix: t.string({
      required: true,
      description: 'IPv4 prefix with its length and without host bits, for example 10.0.1.0/27.',
    }),
    delegations: t.stringList({
      required: true,
      defaultValue: [...subnetDefaults.delegations],
      description: 'Services the subnet is delegated to, for example Microsoft.Web/serverFarms.',
    }),
    serviceEndpoints: t.stringList({
      required: true,
      defaultValue: [...subnetDefaults.serviceEndpoints],
      description: 'Service endpoints that are enabled, for example Microsoft.Storage.',
    }),
    otherResources: t.stringList({
      required: true,
      defaultValue: [...subnetDefaults.otherResources],
      description: 'Other resources, other API Management instances too, that share the subnet.',
    }),
    otherAddresses: t.int({
      required: true,
      defaultValue: subnetDefaults.otherAddresses,
      description: 'Number of addresses that those resources use, from 0.',
    }),
  }),
});

export const PublicIpAddressInput = builder.inputType('PublicIpAddressInput', {
  description: 'The public IP address resource of an instance.',
  fields: (t) => ({
    id: t.string({ description: 'Azure resource id of the public IP address.' }),
    region: t.string({
      description:
        'Region of the resource, by any name that the query region takes; unknown where it is not known, as if left out.',
    }),
    sku: t.string({ description: 'Standard, StandardV2 or Basic, in any case.' }),
    allocationMethod: t.string({ description: 'Static or Dynamic, in any case.' }),
    version: t.string({ description: 'IPv4 or IPv6, in any case.' }),
    dnsLabel: t.string({
      description:
        'Label of its DNS name, which instances on stv2 must have; left out where there is none.',
    }),
    subscription: t.string({ description: 'Id of the subscription of the resource.' }),
    zones: t.intList({
      description:
        'Availability zones of the address: one where it is zonal, several where it is zone-redundant.',
    }),
  }),
});
