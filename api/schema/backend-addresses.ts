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
import { Tier, VirtualNetworkType } from './enums.ts';
import { Note } from './notes.ts';
import { Region } from './regions.ts';
import { answer } from './user-input.ts';

const ResourceField = builder.objectRef<ResourceFieldData>('ResourceField');

ResourceField.implement({
  description: 'A field of the resource as Azure Resource Manager returns it.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Path of the field, for example properties.publicIPAddresses.',
    }),
    description: t.exposeString('description', { description: 'What it holds.' }),
  }),
});

const AddressReading = builder.objectRef<AddressReadingData>('AddressReading');

AddressReading.implement({
  description: 'The call to Azure Resource Manager that reads the addresses of an instance.',
  fields: (t) => ({
    method: t.exposeString('method', { description: 'HTTP method.' }),
    url: t.exposeString('url', {
      description: 'Address of the resource; replace <...> by your own values.',
    }),
    fields: t.expose('fields', {
      type: [ResourceField],
      description: 'The fields to read.',
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
      description: 'Region of the location that calls.',
    }),
    origin: t.expose('origin', {
      type: BackendOrigin,
      description: 'What the backend sees as the source.',
    }),
    allow: t.exposeString('allow', {
      description: 'What the allow list of the backend must contain, as a sentence.',
    }),
    serviceTag: t.exposeString('serviceTag', {
      nullable: true,
      description:
        'Service tag whose prefixes the allow list must hold; null where another origin is meant, or the region has no tag.',
    }),
    reading: t.expose('reading', {
      type: AddressReading,
      nullable: true,
      description: 'How to read the addresses; null where the resource shows none.',
    }),
    notes: t.expose('notes', { type: [Note], description: 'Notes on the answer.' }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents behind the answer.',
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
      tier: t.arg({ type: Tier, required: true, description: 'Tier of the instance.' }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        required: true,
        description: 'Network mode.',
      }),
      region: t.arg.string({
        required: true,
        description: 'Region of the location that calls: a name or documented alias.',
      }),
      destination: t.arg({
        type: BackendDestination,
        required: true,
        description: 'Where the backend is.',
      }),
    },
    resolve: (_, args) => answer(() => backendAddresses(args)),
  }),
);
