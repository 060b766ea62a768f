/**
 * What is wrong with the variables of an operation, each mistake in the shape of all errors: the path from the arguments
 * of the field, what was given, and what is accepted.
 */

import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  validateInputValue,
  visit,
} from 'graphql';
import { echo, shortened } from '../../core/input-error.ts';
import { nearestOf } from '../../core/nearest.ts';
import { schema } from '../schema/index.ts';
import { argumentPath, type Path } from './argument-path.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A message for each of a thousand mistakes helps nobody. */
const maxErrors = 20;
/** Characters of what graphql says of one mistake; it shows objects whole. */
const maxReason = 400;

const typeNames: Readonly<Record<string, string>> = {
  Int: 'a whole number of at most 32 bits',
  Float: 'a number',
  Boolean: 'true or false',
  String: 'a text',
  ID: 'a text',
};

/** From the argument of the field to where each variable is used first. */
function argumentPaths(document: DocumentNode): ReadonlyMap<string, Path> {
  const paths = new Map<string, Path>();
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }, key, parent, _, ancestors) {
      if (paths.has(name.value)) return;
      paths.set(name.value, argumentPath(key, parent, ancestors));
    },
  });
  return paths;
}

/** The type and the value at the end of a path within a variable. */
function at(path: Path, variableType: GraphQLInputType, variableValue: unknown) {
  let type = getNullableType(variableType);
  let value = variableValue;
  for (const key of path) {
    // A single value is accepted for a list of one.
    while (isListType(type) && typeof key !== 'number') type = getNullableType(type.ofType);
    value = (value as Variables | undefined)?.[key];
    const inner = isListType(type) ? type.ofType : undefined;
    const field = isInputObjectType(type) ? type.getFields()[key]?.type : inner;
    if (field === undefined) break;
    type = getNullableType(field);
  }
  return { type, value };
}

function describe(value: unknown): unknown {
  if (typeof value === 'string') return shortened(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** What graphql says of a value, without the rest of a long one. */
function reasonOf({ message }: GraphQLError, value: unknown): string {
  const text =
    typeof value === 'string' ? message.replace(JSON.stringify(value), () => echo(value)) : message;
  return shortened(text, maxReason);
}

/** What is accepted: the values of an enum, the fields of an object, or words. */
function acceptedBy(type: GraphQLInputType, value: unknown) {
  if (isListType(type)) return { expected: `a list of ${getNamedType(type).name}` };
  if (isEnumType(type)) {
    const accepted = type.getValues().map(({ name }) => name);
    return { accepted, nearest: typeof value === 'string' ? nearestOf(value, accepted) : [] };
  }
  if (isInputObjectType(type)) return { accepted: Object.keys(type.getFields()) };
  const expected = typeNames[getNamedType(type).name];
  return expected === undefined ? {} : { expected };
}

/** The field of an object that graphql says is missing, or that the type does not have. */
function fieldIn({ message }: GraphQLError): { name: string; isMissing: boolean } | undefined {
  // From the start: the rest of a message may repeat what was given.
  const [, kind, name] =
    message.match(
      /^Expected value of type "\w+" (?:not )?to include (required|unknown) field "([^"]*)"/,
    ) ?? [];
  return name === undefined ? undefined : { name, isMissing: kind === 'required' };
}

/** What was given, and what is accepted instead, where an object lacks a field or has one too many. */
function aboutField(name: string, isMissing: boolean, type: GraphQLInputType, value: unknown) {
  const fields = isInputObjectType(type) ? type.getFields() : {};
  const field = fields[name];
  if (isMissing && field) return { given: null, ...acceptedBy(getNullableType(field.type), null) };
  const accepted = Object.keys(fields);
  const given = describe((value as Variables | null)?.[name]);
  return { given, accepted, nearest: nearestOf(name, accepted) };
}

interface Mistake {
  readonly definition: VariableDefinitionNode;
  readonly type: GraphQLInputType;
  readonly value: unknown;
  /** Within the variable. */
  readonly path: Path;
  readonly error: GraphQLError;
}

/** The first mistakes in the values, at most `maxErrors`. */
function mistakesIn(definitions: readonly VariableDefinitionNode[], variables: Variables) {
  const mistakes: Mistake[] = [];
  for (const definition of definitions) {
    const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
    const value = variables[definition.variable.name.value];
    if (type === undefined || (value === undefined && definition.defaultValue)) continue;
    try {
      validateInputValue(value, type, (error, path) => {
        if (mistakes.length === maxErrors) throw new RangeError('enough mistakes');
        mistakes.push({ definition, type, value, path, error });
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return mistakes;
}

function asError(
  { definition, type, value, path, error }: Mistake,
  paths: ReadonlyMap<string, Path>,
): GraphQLError {
  const name = definition.variable.name.value;
  const field = fieldIn(error);
  const place = [...(paths.get(name) ?? [name]), ...path];
  const whole = field ? [...place, shortened(field.name)] : place;
  const found = at(path, type, value);
  const {
    accepted = [],
    nearest = [],
    ...rest
  } = field
    ? aboutField(field.name, field.isMissing, found.type, found.value)
    : { given: describe(found.value), ...acceptedBy(found.type, found.value) };
  const choice = isEnumType(found.type) ? `; accepted: ${accepted.join(', ')}` : '';
  return new GraphQLError(
    `the variable $${name} is not accepted at ${whole.join('.')}: ${reasonOf(error, found.value)}${choice}`,
    {
      nodes: definition,
      extensions: {
        code: 'BAD_USER_INPUT',
        path: whole,
        ...(accepted.length > 0 && { accepted }),
        ...rest,
        ...(nearest.length > 0 && { nearest }),
        ...error.extensions,
        http: { spec: true, status: 400 },
      },
    },
  );
}

/** All that is wrong with the variables, up to a limit; empty where they can be used. */
export function variableErrors(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): readonly GraphQLError[] {
  const mistakes = mistakesIn(variableDefinitions, variables);
  if (mistakes.length === 0) return [];
  const paths = argumentPaths(document);
  return mistakes.map((mistake) => asError(mistake, paths));
}

const badOperationName = (message: string, problem: object) =>
  new GraphQLError(message, {
    extensions: {
      code: 'BAD_USER_INPUT',
      path: ['operationName'],
      ...problem,
      http: { spec: true, status: 400 },
    },
  });

/** The error where a document has no operation of the name, or several and none is named; null is no name. */
export function operationError(
  { definitions }: DocumentNode,
  name: string | null | undefined,
): GraphQLError {
  const operations = definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const given = describe(name);
  if (operations.length === 0) {
    return badOperationName('the query has no operation, only fragments', { given });
  }
  const accepted = operations.flatMap((operation) => operation.name?.value ?? []);
  const reason =
    name == null
      ? 'the query has several operations, and operationName names none'
      : 'the query has no operation of this name';
  const names = accepted.length > 0 ? accepted.join(', ') : 'no name: the operation has none';
  return badOperationName(`${reason}: given ${echo(name ?? undefined)}; accepted: ${names}`, {
    given,
    accepted,
    ...(name != null && { nearest: nearestOf(name, accepted) }),
  });
}
