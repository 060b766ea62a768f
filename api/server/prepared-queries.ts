/**
 * Parses, bounds and validates the text of a query, and remembers what it found for texts that come again.
 *
 * Mutations and some queries take somebody's configuration, and may hold it as literals; such a text is kept only where
 * all that it is given stands in variables, which are no part of it.
 */

import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createByteCache } from './byte-cache.ts';
import { deploymentQueries, holdsNoConfiguration } from './configuration-in-queries.ts';
import { mergedRules } from './merged-rules.ts';
import { countFields } from './query-cost.ts';
import { sizeLimits, sizeOf } from './query-size.ts';
import { checksumOfText, recentChecksums } from './recent-checksums.ts';

const rules = [mergedRules(specifiedRules)];
const maxTokens = 20_000;
/** Fields in the answer, counted by their weights. */
const maxCost = 250_000;
/** A message for each of a thousand mistakes helps nobody, and each one is searched for the nearest right name. */
const maxErrors = 10;
const maxKeptBytes = 16 * 1024 * 1024;
/** What is longer hardly comes again. */
const maxKeptText = 8 * 1024;
/** A parsed query takes about this many times the bytes of its text. */
const growth = 64;

export interface PreparedQuery {
  readonly text: string;
  readonly document: DocumentNode;
  /** What is wrong with it; empty where it can be executed. */
  readonly errors: readonly GraphQLError[];
  /** Whether the document holds queries and nothing else. */
  readonly isOnlyQueries: boolean;
  /** Whether it is given a configuration, in its text or in its variables. */
  readonly takesConfiguration: boolean;
  /** Whether a configuration may stand in its text. */
  readonly holdsConfiguration: boolean;
}

/** Prepares a text; throws a GraphQLError where it does not parse. */
export type PrepareQuery = (text: string) => PreparedQuery;

function refusal(what: string, accepted: string, given?: number): GraphQLError {
  return new GraphQLError(`${what}; accepted: ${accepted}`, {
    extensions: {
      code: 'BAD_USER_INPUT',
      ...(given !== undefined && { given }),
      accepted: [accepted],
    },
  });
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    // Each level of a query takes a few frames of the stack.
    if (!(error instanceof RangeError)) throw error;
    throw refusal('the query is nested too deeply', `at most ${sizeLimits.levels} levels`);
  }
}

function refuseSize(document: DocumentNode): GraphQLError | undefined {
  const size = sizeOf(document);
  const names = Object.keys(sizeLimits) as (keyof typeof sizeLimits)[];
  const what = names.find((name) => size[name] > sizeLimits[name]);
  if (what === undefined) return undefined;
  return refusal(`the query has too many ${what}`, `at most ${sizeLimits[what]}`, size[what]);
}

function refuseCost(schema: GraphQLSchema, document: DocumentNode): GraphQLError | undefined {
  const cost = countFields(schema, document);
  if (cost <= maxCost) return undefined;
  const what = `the query asks for too many fields: given about ${cost}`;
  return refusal(what, `at most ${maxCost} fields`, cost);
}

function hasOnlyQueries({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === OperationTypeNode.QUERY),
  );
}

export function queryPreparation(schema: GraphQLSchema): PrepareQuery {
  const kept = createByteCache<string, PreparedQuery>(maxKeptBytes);
  const cameLately = recentChecksums(1024);
  const takers = deploymentQueries(schema);

  function errorsOf(document: DocumentNode): readonly GraphQLError[] {
    const refused = refuseSize(document) ?? refuseCost(schema, document);
    return refused ? [refused] : validate(schema, document, rules, { maxErrors });
  }

  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const document = parseText(text);
    const isOnlyQueries = hasOnlyQueries(document);
    // A field cannot be asked for without being spelled.
    const takesConfiguration = !isOnlyQueries || takers.some((name) => text.includes(name));
    const prepared = {
      text,
      document,
      errors: errorsOf(document),
      isOnlyQueries,
      takesConfiguration,
      holdsConfiguration: takesConfiguration && !holdsNoConfiguration(text, document),
    };
    const isKept =
      prepared.errors.length === 0 && text.length <= maxKeptText && !prepared.holdsConfiguration;
    if (isKept && cameLately(checksumOfText(text))) {
      kept.set(text, prepared, text.length * growth);
    }
    return prepared;
  };
}
