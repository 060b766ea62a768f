/**
 * What is wrong with the variables of an operation, each mistake in the shape of all errors: the path from the arguments
 * of the field, what was given, and what is accepted. graphql decides whether variables are accepted; this explains.
 */

import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLLeafType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { InputError, type InputProblem, shortened } from '../../core/input-error.ts';
import { nearestOf } from '../../core/nearest.ts';
import { schema } from '../schema/index.ts';
import { asGraphQLError } from '../schema/user-input.ts';
import { argumentPath, type Path } from './argument-path.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A message for each of a thousand mistakes helps nobody. */
const maxErrors = 20;

const scalars: Readonly<Record<string, string>> = {
  Int: 'a whole number of at most 32 bits',
  Float: 'a number',
  Boolean: 'true or false',
  String: 'a text',
  ID: 'a text',
};

/** Values of an enum, fields of an object, or a description. */
function acceptedBy(type: GraphQLInputType): { accepted: string[] } | { expected: string[] } {
  if (isEnumType(type)) return { accepted: type.getValues().map(({ name }) => name) };
  if (isInputObjectType(type)) return { accepted: Object.keys(type.getFields()) };
  return { expected: [isListType(type) ? 'a list' : (scalars[String(type)] ?? String(type))] };
}

/** An object would repeat a part of somebody's network. */
function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? 'a list' : 'an object';
}

function mistake(path: Path, value: unknown, type: GraphQLInputType): InputProblem {
  const choice = acceptedBy(getNullableType(type));
  const isName = typeof value === 'string' && 'accepted' in choice;
  const nearest = isName ? nearestOf(value, choice.accepted) : [];
  return { path, given: shown(value), ...choice, nearest };
}

function* mistakesInObject(value: Variables, type: GraphQLInputType, path: Path) {
  if (!isInputObjectType(type)) return;
  const fields = type.getFields();
  const accepted = Object.keys(fields);
  for (const name of new Set([...accepted, ...Object.keys(value)])) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const part = value[name];
    const at = [...path, shortened(name)];
    if (field === undefined)
      yield { ...mistake(at, part, type), accepted, nearest: nearestOf(name, accepted) };
    else if (part !== undefined) yield* mistakesIn(part, field.type, at);
    else if (isRequiredInputField(field)) yield mistake(at, null, field.type);
  }
  const isOne = Object.keys(value).length === 1 && !Object.values(value).includes(null);
  if (type.isOneOf && !isOne) yield mistake(path, value, type);
}

function* mistakeInLeaf(value: unknown, type: GraphQLLeafType, path: Path) {
  try {
    if (type.coerceInputValue(value) === undefined) yield mistake(path, value, type);
  } catch (error) {
    // A scalar of ours says what it accepts.
    const { expected } = (error as GraphQLError).extensions ?? {};
    const own = typeof expected === 'string' ? { expected: [expected] } : {};
    yield { ...mistake(path, value, type), ...own };
  }
}

function* mistakesIn(value: unknown, type: GraphQLInputType, path: Path): Generator<InputProblem> {
  if (isNonNullType(type)) {
    if (value == null) yield mistake(path, null, type);
    else yield* mistakesIn(value, type.ofType, path);
  } else if (value == null) return;
  else if (isListType(type)) {
    // A single value is accepted for a list of one.
    if (!Array.isArray(value)) yield* mistakesIn(value, type.ofType, path);
    else
      for (const [index, item] of value.entries())
        yield* mistakesIn(item, type.ofType, [...path, index]);
  } else if (!isInputObjectType(type)) yield* mistakeInLeaf(value, type, path);
  else if (typeof value !== 'object' || Array.isArray(value)) yield mistake(path, value, type);
  else yield* mistakesInObject(value as Variables, type, path);
}

function asError(reason: string, problem: InputProblem): GraphQLError {
  const error = asGraphQLError(new InputError(reason, problem), ({ path }) => path);
  error.extensions.http = { spec: true, status: 400 };
  return error;
}

/** All that is wrong with the variables, up to a limit; empty where they can be used. */
export function variableErrors(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): readonly GraphQLError[] {
  return variableDefinitions
    .values()
    .flatMap((definition) => {
      const name = definition.variable.name.value;
      const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
      const value = variables[name];
      if (!type || (value === undefined && definition.defaultValue)) return [];
      return mistakesIn(value, type, []).map((problem) => {
        const use = argumentPath(
          document,
          (node) => node.kind === Kind.VARIABLE && node.name.value === name,
        );
        const path = [...(use.length > 0 ? use : [name]), ...problem.path];
        const reason = `the variable $${name} is not accepted at ${path.join('.')}`;
        return asError(reason, { ...problem, path });
      });
    })
    .take(maxErrors)
    .toArray();
}

/** The error where a document has no operation of the name, or several and none is named; null is no name. */
export function operationError({ definitions }: DocumentNode, name?: string | null): GraphQLError {
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const accepted = operations.flatMap((operation) => operation.name?.value ?? []);
  const given = name ?? undefined;
  const problem = { path: ['operationName'], given, accepted };
  if (operations.length === 0) {
    const expected = ['a query with an operation'];
    return asError('the query has no operation, only fragments', { ...problem, expected });
  }
  const expected = accepted.length > 0 ? [] : ['no name: the operation has none'];
  const nearest = nearestOf(name ?? '', accepted);
  return asError('operationName names no operation', { ...problem, expected, nearest });
}
