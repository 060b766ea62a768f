/**
 * The Pothos builder: two scalars, fields that are never null unless they say so, and the context of resolvers.
 *
 * `complexity` of a field is what it costs, in microseconds of a processor: 1 unless it computes something. For a
 * list, `multiplier` is how many entries it has.
 */

import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import { type ASTNode, GraphQLError, Kind, print } from 'graphql';
import { InputError } from '../../core/input-error.ts';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import type { IsoDate } from '../../data/model.ts';
import type { ResponseBudget } from './response-budget.ts';

export interface ApiContext {
  /** Weekly service-tag files, at most one for each cloud: those that come with this version, or newer ones. */
  readonly serviceTagFiles: readonly ServiceTagFile[];
  /** Takes lines for a debug log. */
  readonly log?: ((line: string) => void) | undefined;
  /** What the response may still hold; without it there is no limit. */
  readonly budget?: ResponseBudget;
}

export const builder = new SchemaBuilder<{
  Context: ApiContext;
  DefaultFieldNullability: false;
  Scalars: {
    Date: { Input: IsoDate; Output: IsoDate };
    ID: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}>({
  defaultFieldNullability: false,
  plugins: [ComplexityPlugin],
  // The server compares costs with its limit before it executes anything; see api/request/prepare.ts.
  complexity: { disabled: true, defaultComplexity: 1, defaultListMultiplier: 5 },
});

/** Marks a field that takes somebody's network: the server caches no response with it. */
export const takesConfiguration = { takesConfiguration: true } as const;

function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function notADate(given: unknown, node?: ASTNode): GraphQLError {
  const problem = { path: [], given, expected: ['a calendar date as YYYY-MM-DD'] };
  const { message, given: shown, expected } = new InputError('not a date', problem);
  return new GraphQLError(message, {
    nodes: node ?? null,
    extensions: { code: 'BAD_USER_INPUT', given: shown, expected: expected.join('; ') },
  });
}

builder.scalarType('Date', {
  description: 'Calendar date, YYYY-MM-DD, for example 2026-04-30.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  coerceOutputValue: (date) => date,
  coerceInputValue: (value) => {
    if (isIsoDate(value)) return value;
    throw notADate(typeof value === 'object' ? 'an object' : value);
  },
  coerceInputLiteral: (node) => {
    if (node.kind === Kind.STRING && isIsoDate(node.value)) return node.value;
    throw notADate(node.kind === Kind.STRING ? node.value : print(node), node);
  },
});

builder.scalarType('JSON', {
  description: 'Any JSON value: object, list, string, number, boolean or null.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  coerceOutputValue: (value) => value,
  coerceInputValue: (value) => value,
});

builder.queryType({
  description:
    'The network requirements of Azure API Management: facts with their sources, and what follows from them for one deployment.',
});
builder.mutationType({
  description: 'Checks of what a caller sends. Nothing is stored and nothing is changed.',
});
