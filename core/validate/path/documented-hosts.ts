/** The host names that documents give for the far end of a flow. */

import { catalog } from '../../../data/index.ts';
import type { Endpoint, Region } from '../../../data/model.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { overlaps } from '../../network/sets/interval-set.ts';
import { portSet } from '../../network/sets/ports.ts';
import type { DocumentedFlow } from '../flows/flows.ts';

/** Endpoints that the newest texts print for the region's cloud, with host names and without a condition. */
export const requiredEndpoints = ({ cloud }: Region): readonly Endpoint[] =>
  catalog.endpoints.filter(
    ({ until, clouds, necessity, hostNames }) =>
      until === undefined &&
      clouds.includes(cloud) &&
      necessity === 'REQUIRED' &&
      hostNames.length > 0,
  );

export const hostNamesIn = ({ hostNames }: Endpoint, { name }: Region): readonly string[] =>
  hostNames.map((host) => host.replace('<region>', name));

/** Empty where documents name none for the tag and port of the flow. */
export function hostsOf(flow: DocumentedFlow, region: Region): readonly string[] {
  const base = flow.remote[0]?.base;
  return requiredEndpoints(region)
    .filter(
      ({ serviceTag, protocol, ports }) =>
        serviceTag === base &&
        protocol === flow.statement.protocol &&
        overlaps(portSet(ports), flow.ports),
    )
    .flatMap((endpoint) => hostNamesIn(endpoint, region));
}

/** The built-in rules of Azure Firewall allow hosts for diagnostics and logs, and no document lists them. */
export const isInfrastructure = ([tag]: readonly Tag[]): boolean => tag?.base === 'AzureMonitor';
