/** The parameters of a request: from its address, or JSON. */

import { shortened } from '../../core/input-error.ts';
import type { ApiRequest, Parameters, RequestState } from './api-request.ts';

const isText = (value: unknown) => value == null || typeof value === 'string';
const isObject = (value: unknown) =>
  value == null || (typeof value === 'object' && !Array.isArray(value));
const types = new Map<string, readonly [is: (value: unknown) => boolean, what: string]>([
  ['query', [isText, 'a text']],
  ['documentId', [isText, 'a text']],
  ['operationName', [isText, 'a text']],
  ['variables', [isObject, 'an object']],
  ['extensions', [isObject, 'an object']],
]);
const names = [...types.keys()].join(', ');

/** Why a value cannot be the parameters. */
function problemOf(value: unknown): string | undefined {
  if (!value || !isObject(value)) return `the body is no object; accepted: one with ${names}`;
  for (const [name, one] of Object.entries(value)) {
    const [is, what] = types.get(name) ?? [];
    if (!is) return `no parameter is named ${shortened(name)}; accepted: ${names}`;
    if (!is(one)) return `the parameter ${name} has a wrong type; accepted: ${what}`;
  }
  const { query, documentId, extensions } = value as Parameters;
  if ((query ?? documentId) != null || extensions?.persistedQuery !== undefined) return undefined;
  return 'the request has no query; accepted: the parameter query, or documentId';
}

function fromAddress(url: string): Parameters {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const json = (name: string) => JSON.parse(search.get(name) || 'null');
  return {
    query: search.get('query'),
    documentId: search.get('documentId'),
    variables: json('variables'),
    operationName: search.get('operationName') || null,
    extensions: json('extensions'),
  };
}

/** The media type that a header Content-Type names, without parameters: JSON is UTF-8, whatever a charset says. */
export const mediaTypeOf = (header = ''): string =>
  header.split(';', 1)[0]?.trim().toLowerCase() ?? '';

export function readParameters({ method, url, body }: ApiRequest): Required<RequestState>['read'] {
  const isGet = method === 'GET';
  try {
    // Yoga skips a byte order mark; what it executes must be judged here.
    const parameters = isGet ? fromAddress(url) : JSON.parse(body.replace(/^\ufeff/, ''));
    const problem = problemOf(parameters);
    return problem === undefined ? { parameters: parameters as Parameters } : { problem };
  } catch (error) {
    // The rest of the message repeats what was read, which may be long, and somebody's network.
    const [at = ''] = / at position \d+( \(line \d+ column \d+\))?/.exec(String(error)) ?? [];
    const what = isGet ? 'the parameters variables and extensions are' : 'the body is';
    return { problem: `${what} not JSON${at}` };
  }
}
