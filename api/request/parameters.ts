/** The parameters of a request: from its address, or JSON. */

import { z } from 'zod';
import { shortened } from '../../core/input-error.ts';
import type { ApiRequest, Parameters, RequestState } from './api-request.ts';
import { jsonType } from './negotiation.ts';

/** As a client sends them. */
interface Sent extends Parameters {
  readonly documentId?: string | null;
}

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
  if (!value || !isObject(value))
    return `the body is not an object; accepted: an object with ${names}`;
  for (const name of Object.keys(value)) {
    const [is, what] = types.get(name) ?? [];
    if (!is) return `no parameter is named ${shortened(name)}; accepted: ${names}`;
    if (!is((value as Record<string, unknown>)[name]))
      return `the parameter ${name} has a wrong type; accepted: ${what}`;
  }
  const { query, documentId, extensions } = value as Sent;
  if ((query ?? documentId) != null || extensions?.persistedQuery !== undefined) return undefined;
  return 'the request has no query; accepted: the parameter query, or documentId';
}

const persistedQuery = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The digest that names the document; without one, where it cannot be read, the problem. */
function digestOf({ documentId, extensions }: Sent): { digest?: string; problem?: string } {
  if (documentId != null) {
    const [, digest] = /^sha256:([0-9a-f]{64})$/.exec(documentId) ?? [];
    const accepted =
      '"sha256:" and the SHA-256 of the document in 64 lower-case hexadecimal digits';
    return digest ? { digest } : { problem: `documentId cannot be read; accepted: ${accepted}` };
  }
  if (extensions?.persistedQuery === undefined) return {};
  const { data } = persistedQuery.safeParse(extensions.persistedQuery);
  const accepted = 'version 1 and the SHA-256 of the query in hexadecimal digits';
  return data
    ? { digest: data.sha256Hash }
    : { problem: `extensions.persistedQuery cannot be read; accepted: ${accepted}` };
}

function fromAddress(url: string): Sent {
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
export function mediaTypeOf(header = ''): string {
  if (header === jsonType) return header;
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}

export function readParameters({ method, url, body }: ApiRequest): Required<RequestState>['read'] {
  const isGet = method === 'GET';
  let sent: unknown;
  try {
    // A byte order mark is no part of JSON; clients send it all the same.
    sent = isGet ? fromAddress(url) : JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
  } catch (error) {
    // The rest of the message repeats what was read, which may be long, and somebody's network.
    const [at = ''] = / at position \d+( \(line \d+ column \d+\))?/.exec(String(error)) ?? [];
    const what = isGet ? 'the parameters variables and extensions are' : 'the body is';
    return { problem: `${what} not JSON${at}` };
  }
  const wrong = problemOf(sent);
  if (wrong !== undefined) return { problem: wrong };
  const parameters = sent as Sent;
  const { digest, problem } = digestOf(parameters);
  return problem === undefined ? { parameters, digest } : { problem };
}
