/** The regions, with the control-plane addresses that documents print for them. */

import {
  isRetired,
  type PrintedControlPlaneAddress,
  printedControlPlaneAddresses,
} from '../../core/answers/control-plane.ts';
import { catalog, cloudByName, editions, findRegion } from '../../data/index.ts';
import type {
  Cloud as CloudData,
  CloudName as CloudNameValue,
  IsoDate,
  Region as RegionData,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import { Cloud } from './clouds.ts';
import { ControlPlaneAddress, requireEdition } from './control-plane-addresses.ts';
import { CloudName } from './enums.ts';
import { Fact } from './fact.ts';
import { answer } from './user-input.ts';

const regionsByCloud: ReadonlyMap<CloudNameValue, readonly RegionData[]> = Map.groupBy(
  catalog.regions,
  (region) => region.cloud,
);

const addressesByRegion = Map.groupBy(printedControlPlaneAddresses, ({ region }) => region);

/** The last edition that prints control-plane addresses; newer ones name the service tag instead. */
const lastEditionWithAddresses = editions.findLast((edition) =>
  printedControlPlaneAddresses.some((address) => address.editions.includes(edition)),
);

function addressesOf(
  region: RegionData,
  edition: IsoDate | null | undefined,
): readonly PrintedControlPlaneAddress[] {
  const date = edition ?? lastEditionWithAddresses;
  if (date === undefined) return [];
  requireEdition(date, 'edition');
  const printed = addressesByRegion.get(region) ?? [];
  return printed.filter((address) => address.editions.includes(date));
}

export const Region = builder.objectRef<RegionData>('Region');

Region.implement({
  description:
    'An Azure region, as the network reference and the weekly service-tag files know it.',
  interfaces: [Fact],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Programmatic name, for example westeurope.' }),
    displayName: t.exposeString('displayName', {
      description: 'Name as people write it, for example West Europe.',
    }),
    aliases: t.exposeStringList('aliases', {
      description:
        "Other names that documents or service-tag files give this region, 'India Central' for jioindiacentral among them.",
    }),
    cloud: t.field({
      type: Cloud,
      description: 'The cloud that the region belongs to.',
      resolve: (region) => cloudByName.get(region.cloud) as CloudData,
    }),
    controlPlaneAddresses: t.field({
      type: [ControlPlaneAddress],
      description:
        'Control-plane addresses that an edition prints for the region; empty where it prints none. Error BAD_USER_INPUT for an edition that the data does not carry.',
      args: {
        edition: t.arg({
          type: 'Date',
          description: 'Date of an edition; the last one that printed any when none is named.',
        }),
      },
      resolve: (region, { edition }) => answer(() => addressesOf(region, edition)),
    }),
    printedControlPlaneAddresses: t.field({
      type: [ControlPlaneAddress],
      description:
        'Control-plane addresses that any edition prints for the region: those of the last table of addresses first, then those that are retired.',
      resolve: (region) => {
        const { printed = [], retired = [] } = Object.groupBy(
          addressesByRegion.get(region) ?? [],
          (address) => (isRetired(address) ? 'retired' : 'printed'),
        );
        return [...printed, ...retired];
      },
    }),
    controlPlanePrefixes: t.stringList({
      complexity: 10,
      description:
        'Prefixes, IPv4 and IPv6, of ApiManagement.<Region> in the weekly service-tag file that the data was checked against; empty where that file has none.',
      resolve: ({ cloud, serviceTagSuffix }) =>
        serviceTagSuffix === undefined
          ? []
          : (catalog.serviceTagExtracts[cloud].apiManagementByRegion[serviceTagSuffix] ?? []),
    }),
    serviceTagSuffix: t.string({
      nullable: true,
      description:
        'Suffix of regional service tags, for example WestEurope in Storage.WestEurope; null where there are none.',
      resolve: (region) => region.serviceTagSuffix ?? null,
    }),
    addressAllowListTag: t.string({
      nullable: true,
      description:
        'Service tag of all public addresses of the region, for example AzureCloud.westeurope. A backend allows it if the instance has no public address of its own. Null where the weekly file has no tags of the region.',
      resolve: ({ serviceTagRegion }) =>
        serviceTagRegion === undefined ? null : `AzureCloud.${serviceTagRegion}`,
    }),
  }),
});

builder.objectField(ControlPlaneAddress, 'region', (t) =>
  t.expose('region', {
    type: Region,
    nullable: true,
    description: 'The region whose row prints it; null where nothing assigns it to one.',
  }),
);

builder.objectField(Cloud, 'regions', (t) =>
  t.field({
    type: [Region],
    complexity: { multiplier: catalog.regions.length },
    description: 'The regions that the network reference or the weekly files name in the cloud.',
    resolve: (cloud) => regionsByCloud.get(cloud.name) ?? [],
  }),
);

builder.queryFields((t) => ({
  regions: t.field({
    type: [Region],
    complexity: { multiplier: catalog.regions.length },
    description: 'The regions of one cloud, or of all clouds when none is named.',
    args: { cloud: t.arg({ type: CloudName, description: 'Only regions of this cloud.' }) },
    resolve: (_, { cloud }) => (cloud ? (regionsByCloud.get(cloud) ?? []) : catalog.regions),
  }),
  region: t.field({
    type: Region,
    nullable: true,
    description: 'The region with this name; null when there is none.',
    args: {
      name: t.arg.string({
        required: true,
        description:
          'Programmatic name, display name or documented alias; case, spaces and hyphens are ignored.',
      }),
    },
    resolve: (_, { name }) => findRegion(name) ?? null,
  }),
}));
