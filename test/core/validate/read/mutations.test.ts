/** Documents with nodes dropped, swapped, retyped, deepened or renamed: a report or an error with words for the sender. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Deployment } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { elsewhere } from '../../../support/group-elsewhere.ts';
import { inAzure } from '../../../support/group-in-azure.ts';
import { deploymentOf } from '../../../support/groups.ts';
import { patience, runs } from '../../../support/runs.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
type Json = any;

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

const services: readonly Json[] = [
  'bicep-build',
  'symbolic-names',
  'nested-deployments',
  'exported-resources',
  'plan-inline-rules',
  'plan-separate-rules',
].map((name) =>
  JSON.parse(
    readFileSync(new URL(`../../../fixtures/documents/${name}.json`, import.meta.url), 'utf8'),
  ),
);
const groups: readonly Json[] = [...inAzure, ...elsewhere].map(([, document]) => document);

function deploymentWith(document: unknown): Deployment {
  const frame = {
    virtualNetworkType: 'INTERNAL',
    platform: 'STV2',
    edition: '2023-01-06',
  } as const;
  const group = { document };
  return deploymentOf({ ...frame, regions: ['westeurope'] }, group, { subnet: '10.0.1.0/24' });
}

function isAnswered(answer: () => unknown, root: string): boolean {
  try {
    return JSON.stringify(answer()).length > 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.path[0] === root && error.message.length < 3000;
  }
}

/** The keys of every object and list on the way to a node that the numbers choose. */
function choose(document: Json, turns: readonly number[]): [Json, string] | undefined {
  let owner = document;
  let actual: [Json, string] | undefined;
  for (const turn of turns) {
    const keys = typeof owner === 'object' && owner !== null ? Object.keys(owner) : [];
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) return actual;
    actual = [owner, key];
    owner = owner[key];
  }
  return actual;
}

const own = (owner: Json, key: string, value: Json) =>
  Object.defineProperty(owner, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const values: readonly Json[] = [
  null,
  '',
  '[',
  '*',
  "[reference('x')]",
  0,
  -1,
  1e300,
  true,
  [],
  {},
  [null],
];

interface Mutation {
  readonly turns: readonly number[];
  readonly others: readonly number[];
  readonly kind: 'drop' | 'swap' | 'retype' | 'deepen' | 'rename';
  readonly pick: number;
}

function mutate(document: Json, { turns, others, kind, pick }: Mutation): void {
  const place = choose(document, turns);
  if (!place) return;
  const [owner, key] = place;
  const value = owner[key];
  if (kind === 'drop') {
    delete owner[key];
  } else if (kind === 'retype') {
    own(owner, key, structuredClone(values[pick % values.length]));
  } else if (kind === 'deepen') {
    own(owner, key, pick % 2 === 0 ? [value] : { properties: value, value });
  } else if (kind === 'rename') {
    delete owner[key];
    own(owner, inherited[pick % inherited.length] as string, value);
  } else {
    const other = choose(document, others);
    if (!other) return;
    const copy = structuredClone(other[0][other[1]]);
    own(other[0], other[1], structuredClone(value));
    own(owner, key, copy);
  }
}

const steps = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 });
const mutations = fc.array(
  fc.record({
    turns: steps,
    others: steps,
    kind: fc.constantFrom('drop', 'swap', 'retype', 'deepen', 'rename'),
    pick: fc.nat(100),
  } as const),
  { minLength: 1, maxLength: 5 },
);

it.each([
  {
    what: 'a service and its network',
    documents: services,
    root: 'document',
    answer: (document: Json) => validateDocument(document, none),
  },
  {
    what: 'a network security group',
    documents: groups,
    root: 'deployment',
    answer: (document: Json) => validate(deploymentWith(document), none),
  },
])(
  '$what, mutated',
  ({ documents, root, answer }) => {
    fc.assert(
      fc.property(fc.nat(documents.length - 1), mutations, (index, changes) => {
        const mutant = structuredClone(documents[index]);
        for (const change of changes) mutate(mutant, change);
        // What is sent is JSON, which has no holes in its lists.
        const sent = JSON.parse(JSON.stringify(mutant));
        expect(isAnswered(() => answer(sent), root)).toBe(true);
      }),
      runs(200),
    );
  },
  patience,
);
