/** Reads a service and its network from Azure into one document, which `apim-atlas check` judges. */

import type { UnreadResource } from '../../core/validate/read/document-context.ts';
import { UsageError } from '../io.ts';
import { type ArmClient, ArmError } from './arm-client.ts';
import type { AzureId } from './azure-id.ts';
import { neighborsOf } from './neighbors.ts';
import {
  adviceOn,
  NetworkReader,
  rights,
  serviceVersion,
  taken,
  unique,
} from './network-reader.ts';
import { addressShape, type ServiceResource, serviceShape, tableShape } from './shapes.ts';

/** A document as `apim-atlas collect` writes it. */
export interface LiveDocument {
  /** Id of the service. */
  readonly service: string;
  /** Day on which it was read. */
  readonly collected: string;
  readonly resources: readonly object[];
  readonly networkStatus: readonly object[];
  /** What could not be read and is therefore unknown. */
  readonly unread: readonly UnreadResource[];
}

/** Throws UsageError where the service itself cannot be read; what else cannot is listed in the document. */
export async function collect(
  service: AzureId,
  client: ArmClient,
  today: string,
): Promise<LiveDocument> {
  const reader = new NetworkReader(client);
  const resource = await readService(service, client);
  const places = [resource.properties, ...(resource.properties.additionalLocations ?? [])];
  const isInNetwork = !/^none$/i.test(resource.properties.virtualNetworkType);
  const subnets = isInNetwork
    ? unique(places.map((place) => place.virtualNetworkConfiguration?.subnetResourceId))
    : [];
  const [networks, networkStatus, addresses] = await Promise.all([
    reader.networks(subnets),
    isInNetwork ? reader.status(service) : [],
    reader.all(
      'address',
      places.map((place) => place.publicIpAddressId),
      addressShape,
    ),
  ]);
  const own = networks.flatMap((network) => network.own);
  const neighbors = own.map(neighborsOf);
  const [groups, tables] = await Promise.all([
    reader.groups(own.map(({ properties }) => properties.networkSecurityGroup?.id)),
    reader.all(
      'table',
      own.map(({ properties }) => properties.routeTable?.id),
      tableShape,
    ),
  ]);
  return {
    service: resource.id,
    collected: today,
    resources: [
      resource,
      ...networks.flatMap((network) => network.resources),
      ...neighbors.flatMap((one) => one.resources),
      ...groups,
      ...tables,
      ...addresses,
    ],
    networkStatus,
    unread: [...reader.unread, ...neighbors.flatMap((one) => one.unread)],
  };
}

async function readService(service: AzureId, client: ArmClient): Promise<ServiceResource> {
  try {
    return taken(serviceShape, await client.get(service.path, serviceVersion));
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    throw new UsageError(
      `the service ${service.name} cannot be read: ${adviceOn(error, rights.service)}`,
    );
  }
}
