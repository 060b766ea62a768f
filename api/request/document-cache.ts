/**
 * The document cache: the text of a query to its document, parsed and validated, and what the server has to know of it.
 *
 * The cache holds no text that may contain somebody's network: mutations and queries that take one are cached where all
 * that they are given comes in variables, which are not part of the text.
 */

import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  isExecutableDefinitionNode,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { limits } from '../limits.ts';
import { schema } from '../schema/index.ts';
import { withPath } from './argument-path.ts';
import { noteDeprecated } from './deprecated-names.ts';
import { sizeOf } from './document-size.ts';
import { mergeRules } from './merge-rules.ts';

/** A thousand messages help no reader, and each costs a search for the nearest right name. */
const maxErrors = 10;
const maxBytes = 16 * 1024 * 1024;
const maxText = 8 * 1024;
/** A parsed document takes about this many times the bytes of its text. */
const growth = 64;

export interface CachedDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly operations: number;
  /** What is wrong with it; empty where it can be executed. */
  readonly errors: readonly GraphQLError[];
  readonly isOnlyQueries: boolean;
  /** How many validations it asks for: compareConfig makes two. */
  readonly validations: number;
  /** Whether a field of it takes a configuration, in the text or in a variable. */
  readonly takesConfiguration: boolean;
  /** Whether it can be executed, and its text holds no configuration of a user. */
  readonly isStorable: boolean;
  /** What its introspection costs, which the weights do not tell; 0 where it has none. */
  readonly schemaCost: number;
  /** The deprecated fields and arguments that it uses, for a header. */
  readonly deprecated: string;
  /** Whether its cost depends on the arguments of its fields. */
  readonly hasCostOfInput: boolean;
  /** Its cost where that does not depend on the input; counted on first use. */
  cost?: number;
  uses: number;
  /** Once it has been used a few times. */
  compiled?: CompiledQuery;
}

/** The document of a text; without definitions where the text does not parse. */
export type Documents = (text: string) => CachedDocument;

const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}),
);
const namesWhere = (is: (field: GraphQLField<unknown, unknown>) => boolean) =>
  new Set(rootFields.filter(is).map(({ name }) => name));
const configurationFields = namesWhere(({ extensions }) => extensions.takesConfiguration === true);
const inputCostFields = namesWhere(({ extensions }) => typeof extensions.complexity === 'function');
const schemaCosts = { __schema: 40_000, __type: 10_000 };

/** A query that is larger, or costs more, than the server takes. */
export function queryTooLarge(what: string, expected: string, given?: number): GraphQLError {
  const extensions = { code: 'QUERY_TOO_LARGE', ...(given && { given }), expected };
  const size = given === undefined ? '' : `: given ${given}`;
  return new GraphQLError(`${what}${size}; accepted: ${expected}`, { extensions });
}

/** The document, or why it does not parse. */
function parseText(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    // Each level of a query takes a few frames of the stack.
    if (!(error instanceof RangeError)) throw error;
    return queryTooLarge('the query is nested too deeply', `at most ${limits.levels} levels`);
  }
}

/** Whether a text has no string, number, object or comment: those are what can tell of a network, names alone cannot. */
const holdsOnlyNames = (text: string): boolean => !/["#]|(?<!\w)\d|[:=[]\s*\{/.test(text);

/**
 * Yoga waits for an object with a field `then` as if it were a promise, and objects of JavaScript lose a value of the other
 * name.
 */
const badNames = ['then', '__proto__'];

/** What is wrong with a document before it is validated. */
function refuse({ counts, names }: ReturnType<typeof sizeOf>): GraphQLError | undefined {
  for (const [name, count] of Object.entries(counts)) {
    const most = limits[name as keyof typeof counts];
    const what = name.replace('repeatedF', 'repeated f');
    if (count > most)
      return queryTooLarge(`the query has too many ${what}`, `at most ${most}`, count);
  }
  const bad = badNames.find((name) => names.has(name));
  if (bad === undefined) return undefined;
  const extensions = { code: 'BAD_USER_INPUT', expected: 'any other name' };
  return new GraphQLError(`an alias or a variable is named ${bad}; accepted: any other name`, {
    extensions,
  });
}

const queryRule = mergeRules(specifiedRules);

function read(text: string): CachedDocument {
  const parsed = parseText(text);
  const isParsed = !(parsed instanceof GraphQLError);
  const document: DocumentNode = isParsed ? parsed : { kind: Kind.DOCUMENT, definitions: [] };
  const { definitions } = document;
  const size = sizeOf(document);
  const fields = new Set(size.fields.keys());
  const countOf = (name: string) => size.fields.get(name) ?? 0;
  const refusal = isParsed ? refuse(size) : parsed;
  const deprecated = new Set<string>();
  const isExecutable = definitions.every(isExecutableDefinitionNode);
  const rules = [...(isExecutable ? [queryRule] : specifiedRules), noteDeprecated(deprecated)];
  const errors = refusal
    ? [refusal]
    : validate(schema, document, rules, { maxErrors }).map((error) => withPath(document, error));
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const takesConfiguration = !fields.isDisjointFrom(configurationFields);
  return {
    text,
    document,
    fragments: definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION),
    operations: operations.length,
    errors,
    isOnlyQueries: operations.every(({ operation }) => operation === 'query'),
    validations: countOf('validateConfig') + 2 * countOf('compareConfig'),
    takesConfiguration,
    isStorable: errors.length === 0 && (!takesConfiguration || holdsOnlyNames(text)),
    schemaCost: schemaCosts.__schema * countOf('__schema') + schemaCosts.__type * countOf('__type'),
    deprecated: errors.length === 0 ? [...deprecated].sort().join(', ') : '',
    hasCostOfInput: !fields.isDisjointFrom(inputCostFields),
    uses: 0,
  };
}

export function documentCache(): Documents {
  const cache = new LRUCache<string, CachedDocument>({
    maxSize: maxBytes,
    sizeCalculation: ({ text }) => text.length * growth + 1,
  });
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const document = read(text);
    if (text.length <= maxText && document.isStorable) cache.set(text, document);
    return document;
  };
}
