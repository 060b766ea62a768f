/** Defaults of parameters that decide what the instance is: an assumption names them. */

import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { type Json, load, none } from './sample-documents.ts';

const assumed = (document: Json, parameters = {}) =>
  validateDocument(document, { ...none, parameters })
    .assumptions.filter(({ code }) => code === 'PARAMETER_DEFAULTS')
    .map(({ text }) => text);
const template = (change: (template: Json) => void) =>
  load('symbolic-names', (document) => {
    document.parameters ??= {};
    document.parameters.tier = { type: 'string', defaultValue: 'Premium' };
    document.resources.apim.sku.name = "[parameters('tier')]";
    change(document);
  });

describe('the default of a parameter', () => {
  it.each<[string, string, Json]>([
    ['by itself', "[parameters('tier')]", {}],
    ['by way of a variable', "[variables('kind').sku]", { kind: { sku: "[parameters('tier')]" } }],
    ['in a condition', "[if(equals(parameters('tier'), 'Premium'), 'Premium', 'Basic')]", {}],
  ])('is named %s', (_, name, variables) => {
    const document = template(({ resources }) => {
      resources.apim.sku.name = name;
    });
    document.variables = { ...document.variables, ...variables };
    expect(assumed(document)).toEqual([expect.stringContaining('tier = Premium (the tier)')]);
  });

  it('is not named where a value is given', () => {
    expect(
      assumed(
        template(() => {}),
        { tier: 'Premium' },
      ).join(),
    ).not.toContain('the tier');
  });

  it('has no value where it is a secret', () => {
    const [text] = assumed(
      template(({ parameters }) => {
        parameters.tier.type = 'securestring';
      }),
    );
    expect(text).toContain('tier (the tier)');
    expect(text).not.toContain('Premium');
  });

  it('is not named where it decides nothing of the instance', () => {
    const document = template(({ parameters, resources }) => {
      parameters.tag = { type: 'string', defaultValue: 'x' };
      resources.apim.tags = { a: "[parameters('tag')]" };
    });
    expect(assumed(document).join()).not.toContain('tag');
  });
});
