/** What reading a template may cost: counted, and the same on every machine. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../../core/input-error.ts';
import { Budget } from '../../../../../core/validate/read/arm/budget.ts';
import { TemplateResources } from '../../../../../core/validate/read/arm/template.ts';
import { resourcesIn } from '../../../../../core/validate/read/document-shape.ts';
import { validate } from '../../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../../support/groups.ts';
import {
  anyHostileTemplate,
  hostileTemplates,
  withVariables,
} from '../../../../support/hostile-templates.ts';
import { patience, runs } from '../../../../support/runs.ts';

const limits = { steps: 200_000, items: 500_000, characters: 4_000_000 };

interface Reading {
  readonly budget: Budget;
  readonly error: unknown;
  /** Fields of the document that were looked at, which no budget counts. */
  readonly looks: number;
}

/** Resolves every resource of the template. */
function read(document: unknown): Reading {
  const budget = new Budget();
  const counter = { looks: 0 };
  let error: unknown;
  try {
    const actual = resourcesIn(counted(document, counter));
    if (!actual) throw new Error('no resources');
    const all = new TemplateResources([actual], budget);
    for (const { resolved } of all.ofType('Microsoft.Network/networkSecurityGroups')) resolved();
  } catch (thrown) {
    error = thrown;
  }
  return { budget, error, looks: counter.looks };
}

/** The same document, which counts how often its fields are read. */
function counted<T>(value: T, counter: { looks: number }): T {
  if (typeof value !== 'object' || value === null) return value;
  const parts = new Map<PropertyKey, unknown>();
  return new Proxy(value, {
    get(target, key) {
      counter.looks += 1;
      if (!parts.has(key)) parts.set(key, counted(Reflect.get(target, key), counter));
      return parts.get(key);
    },
  });
}

function expectBounded({ budget: { spent }, error, looks }: Reading): void {
  expect(spent.steps).toBeLessThanOrEqual(limits.steps + 1);
  if (error !== undefined) expect(error).toBeInstanceOf(InputError);
  else {
    expect(spent.items).toBeLessThanOrEqual(limits.items);
    expect(spent.characters).toBeLessThanOrEqual(limits.characters);
  }
  expect(looks).toBeLessThan(10 * (limits.steps + limits.items));
}

describe('a template that asks for too much', () => {
  it.each(Object.entries(hostileTemplates))('%s', (_, document) => {
    const reading = read(document);
    expectBounded(reading);
    expect(String(reading.error)).toMatch(/too much work to read: given "more than \d+ /);
  });

  it(
    'whatever it asks for',
    () => {
      fc.assert(
        fc.property(anyHostileTemplate, (document) => expectBounded(read(document))),
        runs(10),
      );
    },
    patience,
  );

  it.each(['steps', 'items', 'characters'] as const)('takes %s from the first one on', (kind) => {
    const document = withVariables(
      { a: 'text' },
      "[map(range(0, 10), lambda('x', concat('a', 'b')))]",
    );
    const { spent } = read(document).budget;
    expect(spent[kind]).toBeGreaterThan(0);
    expect(spent[kind]).toBeLessThan(1000);
  });
});

describe('a validation', () => {
  const frame = { virtualNetworkType: 'INTERNAL', platform: 'STV2' } as const;
  const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;
  const work = "map(range(0, 4900), lambda('x', createArray(add(1, 2), add(3, 4))))";
  const group = {
    document: withVariables({}, `[if(empty(${work}), createArray(), createArray())]`),
  };
  const check = (...regions: string[]) =>
    validate(deploymentOf({ ...frame, regions }, group), none);

  it('has one budget for the documents of all its locations', () => {
    const regions = ['westeurope', 'northeurope', 'uksouth', 'ukwest', 'eastus', 'westus'];
    expect(check('westeurope').verdict).toBe('FAIL');
    expect(() => check(...regions)).toThrow('too much work');
  });
});
