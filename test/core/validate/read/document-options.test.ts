/** Options of a document: which service to judge, and values of parameters; and what is still missing. */

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { type Json, load } from './sample-documents.ts';

const twoServices = load('symbolic-names', ({ resources }) => {
  resources.second = structuredClone(resources.apim);
  resources.second.name = 'other-apim';
  resources.second.sku.capacity = 3;
});

const twoPlanned = load('plan-inline-rules', ({ planned_values: { root_module } }) => {
  const service = structuredClone(root_module.resources.at(-1));
  service.address = 'azurerm_api_management.second';
  service.name = 'second';
  service.values.name = 'other-apim';
  service.values.sku_name = 'Premium_3';
  const { values } = root_module.resources.find(({ type }: Json) => type === 'azurerm_subnet');
  const group = `/subscriptions/s/resourceGroups/${values.resource_group_name}`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/${values.virtual_network_name}`;
  service.values.virtual_network_configuration = [
    { subnet_id: `${network}/subnets/${values.name}` },
  ];
  root_module.resources.push(service);
});

const errorOf = (read: () => unknown): InputError => {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the service to judge', () => {
  it.each<[string, Json, string]>([
    ['by its resource name', twoServices, 'Other-APIM'],
    ['by its symbolic name', twoServices, 'second'],
    ['by its Terraform address', twoPlanned, 'azurerm_api_management.second'],
    ['by the name that a plan gives it', twoPlanned, 'other-apim'],
  ])('%s', (_, document, service) => {
    expect(readDocument(document, { service }).deployment.locations[0]?.units).toBe(3);
  });

  it.each<[string, Json, string | undefined, string[]]>([
    ['none is named', twoServices, undefined, ['apim', 'second']],
    ['another one is named', twoServices, 'third', ['apim', 'second']],
    [
      'none of a plan is named',
      twoPlanned,
      undefined,
      ['azurerm_api_management.main', 'azurerm_api_management.second'],
    ],
    ['the only one has another name', load('symbolic-names'), 'other', ['apim']],
  ])('is requested where %s', (_, document, service, names) => {
    const error = errorOf(() => readDocument(document, { service }));
    expect(error.path).toEqual(['service']);
    expect(error.accepted).toEqual(names);
  });
});

describe('values of parameters', () => {
  const open = load('bicep-build', ({ parameters }) => {
    parameters.unusedName = { type: 'string' };
    delete parameters.ports.defaultValue;
  });

  it('go before those of the document, whatever the case of their names', () => {
    const document = { template: load('bicep-build'), parameters: { ports: { value: ['1'] } } };
    const reading = readDocument(document, { parameters: { PORTS: ['443', '5671'] } });
    expect(JSON.stringify(reading.deployment)).toContain('"5671"');
  });

  it('that no parameter of the document takes are said, with the nearest name', () => {
    expect(readDocument(open, { parameters: { Ports: [443] } }).unused).toEqual([]);
    expect(readDocument(open, { parameters: { portz: [443] } }).unused).toEqual([
      'the value of "portz" is not used: the document has no parameter of that name; nearest: ports',
    ]);
  });

  it('are missing where the network rests on them, and no others', () => {
    expect(readDocument(open).missingValues).toEqual([
      { name: 'ports', pointer: '/document/parameters/ports' },
    ]);
    expect(readDocument({ template: open }).missingValues).toEqual([
      { name: 'ports', pointer: '/document/template/parameters/ports' },
    ]);
    expect(readDocument(open, { parameters: { Ports: [443] } }).missingValues).toEqual([]);
  });
});
