/**
 * The short way for new questions: an operation in a JSON body is executed without a Request, a Response and the hooks
 * in between. It gives only answers without errors; all others Yoga gives, which owns the protocol and every message, and
 * is told what is done already. The headers, too, are those that Yoga sent to a request with the same headers.
 */

import type { Asked, Parameters } from '../plugins/use-prepared-queries.ts';
import { secondsToWait } from '../plugins/use-rate-limit.ts';
import { canBeKept } from './configuration-in-queries.ts';
import type { PrepareQuery } from './prepared-queries.ts';
import type { ExecuteQuery } from './query-execution.ts';
import type { RateLimit } from './rate-limit.ts';

const parameterNames = new Set(['query', 'variables', 'operationName']);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isParameters(given: unknown): given is Parameters {
  if (!isObject(given)) return false;
  for (const name in given) if (!parameterNames.has(name)) return false;
  const { query, variables = null, operationName = null } = given;
  return (
    typeof query === 'string' &&
    (variables === null || isObject(variables)) &&
    (operationName === null || typeof operationName === 'string')
  );
}

function readParameters(body: string): Parameters | undefined {
  try {
    const given: unknown = JSON.parse(body);
    return isParameters(given) ? given : undefined;
  } catch {
    return undefined;
  }
}

export interface QuickQuestion {
  /** Whether it may take long: all but queries do. */
  readonly isCostly: boolean;
  /** Whether its answer may be sent again to whoever asks the same. */
  readonly isKept: boolean;
  /** The text of the answer; undefined where there is any error. */
  answer(): string | undefined;
}

/** Reads a JSON body, as far as it is certain what it asks for; what Yoga need not do again stands in `asked`. */
export type ReadQuickly = (body: string, asked: Asked) => QuickQuestion | undefined;

export interface QuickParts {
  readonly prepare: PrepareQuery;
  readonly execute: ExecuteQuery;
  /** Validations that a client may ask for; without it as many as it likes. */
  readonly validations?: RateLimit;
}

export function quickAnswers({ prepare, execute, validations }: QuickParts): ReadQuickly {
  return (body, asked) => {
    const parameters = readParameters(body);
    if (parameters === undefined) return undefined;
    asked.parameters = parameters;
    const { query } = parameters;
    if (validations !== undefined) asked.wait = secondsToWait(validations, query, asked);
    if (asked.wait) return undefined;
    try {
      asked.prepared = prepare(query);
    } catch {
      return undefined;
    }
    const { prepared } = asked;
    if (prepared.errors.length > 0) return undefined;
    const operationName = parameters.operationName ?? undefined;
    const variables = parameters.variables ?? {};
    return {
      isCostly: !prepared.isOnlyQueries,
      isKept: canBeKept(prepared, operationName, variables),
      answer() {
        const result = execute(prepared, operationName, variables);
        if (result === undefined) return undefined;
        if (result.errors === undefined) return JSON.stringify({ data: result.data });
        asked.executed = result;
        return undefined;
      },
    };
  };
}
