/** Parameters of a module that are given by expressions, and values that depend on an open condition. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import type { Json } from './sample-documents.ts';

const choice = (condition: string, one: string, other: string) =>
  `[if(${condition}, createObject('value', ${one}), createObject('value', ${other}))]`;

/** A module with the service, whose parameter is its network mode. */
const template = (mode: Json, parameters: Json = { mode }) => ({
  parameters: {
    private: { type: 'bool', defaultValue: true },
    open: { type: 'bool' },
    all: { type: 'object', defaultValue: { mode: { value: 'External' } } },
  },
  resources: [
    {
      type: 'Microsoft.Resources/deployments',
      name: 'gateway',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters,
        template: {
          parameters: { mode: { type: 'string' } },
          resources: [
            {
              type: 'Microsoft.ApiManagement/service',
              name: 'shop',
              location: 'eastus',
              sku: { name: 'Premium', capacity: 1 },
              properties: {
                virtualNetworkType: "[parameters('mode')]",
                virtualNetworkConfiguration: { subnetResourceId: "[parameters('subnet')]" },
              },
            },
          ],
        },
      },
    },
  ],
});

describe('a parameter of a module', () => {
  it.each<[string, Json, string]>([
    ['a value', template({ value: 'Internal' }), 'INTERNAL'],
    ['an expression within a value', template({ value: "[toUpper('external')]" }), 'EXTERNAL'],
    [
      'the first branch',
      template(choice("parameters('private')", "'Internal'", "'External'")),
      'INTERNAL',
    ],
    [
      'the other branch',
      template(choice("not(parameters('private'))", "'Internal'", "'External'")),
      'EXTERNAL',
    ],
    ['all parameters by one expression', template(undefined, "[parameters('all')]"), 'EXTERNAL'],
  ])('is given by %s', (_, document, mode) => {
    const { deployment } = readDocument(document);
    expect(deployment.virtualNetworkType).toBe(mode);
    expect(deployment).not.toHaveProperty('possible');
  });

  it.each<[string, Json]>([
    ['objects with values', choice("parameters('open')", "'Internal'", "'External'")],
    ['values', { value: "[if(parameters('open'), 'Internal', 'External')]" }],
    [
      'values in objects',
      {
        value:
          "[if(parameters('open'), createObject('m', 'Internal'), createObject('m', 'External')).m]",
      },
    ],
  ])('may be any of its branches where the condition is open: %s', (_, mode) => {
    expect(readDocument(template(mode)).deployment.possible).toEqual({
      tiers: ['PREMIUM'],
      virtualNetworkTypes: ['INTERNAL', 'EXTERNAL'],
    });
  });
});
