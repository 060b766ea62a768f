/**
 * The short way for new questions: a query in a JSON body is executed without a Request, a Response and the hooks in
 * between. It takes only what is certain to be answered without errors; whatever it turns down, Yoga answers, which
 * owns the protocol and every message. The headers, too, are those that Yoga sent to a request with the same headers.
 */

import type { PreparedQuery, PrepareQuery } from './prepared-queries.ts';
import type { ExecuteQuery } from './query-execution.ts';

const parameterNames = new Set(['query', 'variables', 'operationName']);

interface Parameters {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readParameters(body: string): Parameters | undefined {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isObject(given)) return undefined;
  for (const name in given) if (!parameterNames.has(name)) return undefined;
  const { query, variables = null, operationName = null } = given;
  if (typeof query !== 'string') return undefined;
  if (variables !== null && !isObject(variables)) return undefined;
  if (operationName !== null && typeof operationName !== 'string') return undefined;
  return { query, variables: variables ?? {}, operationName: operationName ?? undefined };
}

interface Quick {
  /** The text of the answer, where there is one. */
  readonly text?: string;
  /** The query, prepared for whoever answers instead. */
  readonly prepared?: PreparedQuery;
}

/** Answers a JSON body, or tells how far it came. */
export type QuickAnswer = (body: string) => Quick;

export function quickAnswers(prepare: PrepareQuery, execute: ExecuteQuery): QuickAnswer {
  return (body) => {
    const parameters = readParameters(body);
    if (parameters === undefined) return {};
    const { query, operationName, variables } = parameters;
    let prepared: PreparedQuery;
    try {
      prepared = prepare(query);
    } catch {
      return {};
    }
    if (!prepared.isOnlyQueries || prepared.errors.length > 0) return { prepared };
    const data = execute(prepared, operationName, variables);
    return data === undefined ? { prepared } : { text: JSON.stringify({ data }) };
  };
}
