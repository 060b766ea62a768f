/** Which address of an instance a backend sees, and where to read it. */

import {
  type AddressReading as AddressReadingData,
  type BackendAddresses as BackendAddressesData,
  backendAddresses,
  type ResourceField as ResourceFieldData,
} from '../../core/answers/backend-addresses.ts';
import { BackendDestination, BackendOrigin } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { useInstead } from './deprecation.ts';
import { Tier, VirtualNetworkType } from './enums.ts';
import { Note } from './notes.ts';
import { Region } from './regions.ts';
import { answer } from './user-input.ts';

const ResourceField = builder.objectRef<ResourceFieldData>('ResourceField');

ResourceField.implement({
  description: 'A field of the resource as Azure Resource Manager returns it.',
  fields: (t) => ({
    name: t.exposeString('path', {
      description: 'Where it is in the resource, with dots: properties.publicIPAddresses.',
    }),
    path: t.exposeString('path', {
      deprecationReason: useInstead('name, which means the same'),
      description: 'Where it is in the resource, with dots.',
    }),
    description: t.exposeString('description', {
      description: 'Which addresses it has, and when the response has the field.',
    }),
  }),
});

const AddressReading = builder.objectRef<AddressReadingData>('AddressReading');

AddressReading.implement({
  description: 'The call to Azure Resource Manager that reads the addresses of an instance.',
  fields: (t) => ({
    method: t.exposeString('method', {
      description: 'HTTP method of the call; GET, which changes nothing.',
    }),
    url: t.exposeString('url', {
      description: 'Address of the resource; replace <...> by your own values.',
    }),
    fields: t.expose('fields', {
      type: [ResourceField],
      description:
        'The fields of the response that have addresses, those of the primary location first.',
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

const BackendAddresses = builder.objectRef<BackendAddressesData>('BackendAddresses');

BackendAddresses.implement({
  description: 'The addresses from which an instance calls one kind of backend.',
  fields: (t) => ({
    region: t.expose('region', {
      type: Region,
      description: 'Region whose location calls the backend: the argument region, resolved.',
    }),
    origin: t.expose('origin', {
      type: BackendOrigin,
      description: 'Which kind of address the backend sees as the source of the requests.',
    }),
    allow: t.exposeString('allow', {
      description: 'What the allow list of the backend must contain, as a sentence.',
    }),
    serviceTag: t.exposeString('serviceTag', {
      nullable: true,
      deprecationReason: useInstead('serviceTagName, which means the same'),
      description: 'Name of the service tag whose prefixes the allow list must contain; or null.',
    }),
    serviceTagName: t.exposeString('serviceTag', {
      nullable: true,
      description:
        'Name of the service tag whose prefixes the allow list must contain; null if the requests come from elsewhere, or the region has no tag.',
    }),
    reading: t.expose('reading', {
      type: AddressReading,
      nullable: true,
      description: 'How to read the addresses; null where the resource shows none.',
    }),
    notes: t.expose('notes', {
      type: [Note],
      description:
        'What else decides on the source of the requests: NAT gateways, firewalls, further regions.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where the source of the requests and the way to read it are documented.',
    }),
  }),
});

builder.queryField('backendAddresses', (t) =>
  t.field({
    complexity: 1000,
    type: BackendAddresses,
    nullable: true,
    description:
      'Which addresses a backend sees and must allow. Error BAD_USER_INPUT for an unknown region, a mode that the tier lacks, and a destination that an instance outside a virtual network cannot reach.',
    args: {
      tier: t.arg({
        type: Tier,
        required: true,
        description: 'Tier of the instance that calls the backend.',
      }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        required: true,
        description: 'Network mode of the instance; NONE where it is in no virtual network.',
      }),
      region: t.arg.string({
        required: true,
        description: 'Region of the location that calls: a name or documented alias.',
      }),
      destination: t.arg({
        type: BackendDestination,
        required: true,
        description: 'Where the backend is, seen from the virtual network of the instance.',
      }),
    },
    resolve: (_, args) => answer(() => backendAddresses(args)),
  }),
);
