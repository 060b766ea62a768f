/** What the resolvers share in handling input: null taken as not given, and errors that the sender can mend. */

import { GraphQLError } from 'graphql';
import { InputError, InputErrors } from '../../core/input-error.ts';
import { SourceError } from '../../core/validate/read/source/source-error.ts';

/** A field given as null counts as not given; a `document` is foreign JSON and stays as it is. */
export type WithoutNulls<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? readonly WithoutNulls<Item>[]
    : T extends object
      ? { [Key in keyof T]: WithoutNulls<NonNullable<T[Key]>> }
      : T;

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([key, part]) => [key, key === 'document' ? part : dropNulls(part)]),
  );
}

/** The input without its nulls, so that defaults can be spread below it. */
export function withoutNulls<T extends object>(input: T): WithoutNulls<T> {
  return dropNulls(input) as WithoutNulls<T>;
}

type Path = readonly (string | number)[];

/** What one mistake is about, as extensions have it: values in accepted, words in expected. */
function problemOf({ given, accepted, expected, nearest }: InputError, path: Path) {
  return {
    path,
    given,
    ...(accepted.length > 0 && { accepted }),
    ...(expected.length > 0 && { expected: expected.join('; ') }),
    ...(nearest.length > 0 && { nearest }),
  };
}

/** What the error of a source says beyond that. */
function sourceParts(error: InputError) {
  if (!(error instanceof SourceError)) return {};
  return {
    ...(error.sourceLocation && { sourceLocation: error.sourceLocation }),
    missingValues: error.missingValues,
    sourceProblems: error.problems.map(({ message, ...sourceLocation }) => ({
      message,
      sourceLocation,
    })),
  };
}

/**
 * The error as clients see it. `pathOf` leads from the arguments of the field to the value. Several mistakes of one
 * input are in `problems`, the first of them in the other fields as well.
 */
export function asGraphQLError(error: InputError, pathOf: (error: InputError) => Path) {
  const problems = error instanceof InputErrors ? error.all : [];
  const extensions = {
    code: 'BAD_USER_INPUT',
    ...problemOf(error, pathOf(error)),
    ...(problems.length > 0 && {
      problems: problems.map((one) => ({ message: one.message, ...problemOf(one, pathOf(one)) })),
    }),
    ...sourceParts(error),
  };
  return new GraphQLError(error.message, { extensions });
}

/** What `compute` gives; an input that it refuses becomes a typed error, its path beginning at the field's argument. */
export function answer<T>(compute: () => T, argument: readonly string[] = []): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw asGraphQLError(error, ({ path }) => [...argument, ...path]);
  }
}
