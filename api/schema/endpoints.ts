/** The hosts that an instance in a virtual network talks to. */

import { catalog, findServiceTag } from '../../data/index.ts';
import type { CloudName as CloudNameValue, Endpoint as EndpointData } from '../../data/model.ts';
import { cloudNames } from '../../data/model.ts';
import { builder } from './builder.ts';
import { current, Dated, includeEndedOption } from './dated.ts';
import { CloudName, Necessity, Protocol } from './enums.ts';
import { Fact, factsByKind } from './fact.ts';
import { ServiceTag } from './service-tags.ts';

const endpointsByCloud: ReadonlyMap<CloudNameValue, readonly EndpointData[]> = new Map(
  cloudNames.map((cloud) => [
    cloud,
    catalog.endpoints.filter((endpoint) => endpoint.clouds.includes(cloud)),
  ]),
);

export const Endpoint = builder.objectRef<EndpointData>('Endpoint');

Endpoint.implement({
  description:
    'Hosts, or a port, that an instance must reach or be reached at, with their purpose.',
  interfaces: [Fact, Dated],
  fields: (t) => ({
    description: t.exposeString('purpose', { description: 'What the instance uses it for.' }),
    clouds: t.expose('clouds', {
      type: [CloudName],
      description: 'Clouds that documents name it for.',
    }),
    hostNames: t.exposeStringList('hostNames', {
      description:
        "Host names; <region> is the region's name and * is any label. Empty where documents name only a port.",
    }),
    protocol: t.expose('protocol', {
      type: Protocol,
      description: 'Transport protocol; ANY where documents name none.',
    }),
    ports: t.exposeStringList('ports', { description: 'Ports at the far end; * for any.' }),
    serviceTag: t.field({
      type: ServiceTag,
      nullable: true,
      description:
        'Service tag that covers the hosts in a security rule; null where documents name none.',
      resolve: ({ serviceTag }) =>
        serviceTag === undefined ? null : (findServiceTag(serviceTag) ?? null),
    }),
    necessity: t.expose('necessity', {
      type: Necessity,
      description: 'Whether every instance needs it, some do, or it is a choice.',
    }),
    requiredWhen: t.string({
      nullable: true,
      description: 'The condition under which a CONDITIONAL endpoint is required; or null.',
      resolve: (endpoint) => endpoint.requiredWhen ?? null,
    }),
    remark: t.string({
      nullable: true,
      description: 'What to mind about it, for example a dispute; null where there is nothing.',
      resolve: (endpoint) => endpoint.remark ?? null,
    }),
  }),
});

builder.queryFields((t) => ({
  endpoints: t.field({
    type: [Endpoint],
    complexity: { multiplier: catalog.endpoints.length },
    description:
      'Hosts and ports that an instance must reach or be reached at today, in one cloud or in all.',
    args: {
      cloud: t.arg({ type: CloudName, description: 'Only endpoints of this cloud.' }),
      includeEnded: t.arg.boolean(includeEndedOption),
    },
    resolve: (_, { cloud, includeEnded }) =>
      current(cloud ? (endpointsByCloud.get(cloud) ?? []) : catalog.endpoints, includeEnded),
  }),
  endpoint: t.field({
    type: Endpoint,
    nullable: true,
    description: 'The endpoint with this id; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the endpoint, for example smtp-relay.' }),
    },
    resolve: (_, { id }) => factsByKind.ENDPOINT.find(id) ?? null,
  }),
}));
