import type { ApiRequest, Parameters } from './request-state.ts';

const names = new Set(['query', 'variables', 'operationName', 'extensions']);

const isText = (value: unknown) =>
  value === null || value === undefined || typeof value === 'string';
const isObject = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'object' && !Array.isArray(value));

/** Whether the value has the parameters' names and types; Yoga says what is wrong with others. */
function isParameters(value: unknown): value is Parameters {
  if (!value || !isObject(value)) return false;
  for (const name in value) if (!names.has(name)) return false;
  const { query, variables, operationName, extensions } = value as Record<string, unknown>;
  return isText(query) && isText(operationName) && isObject(variables) && isObject(extensions);
}

function fromSearch(text: string): unknown {
  const search = new URLSearchParams(text);
  const json = (name: string) => JSON.parse(search.get(name) || 'null');
  return {
    query: search.get('query'),
    variables: json('variables'),
    operationName: search.get('operationName') || null,
    extensions: json('extensions'),
  };
}

const is = (type: string, expected: string) => type === expected || type.startsWith(`${expected};`);

export const isJson = ({ method, type }: ApiRequest): boolean =>
  method === 'POST' && is(type, 'application/json');

function read({ method, url, type, body }: ApiRequest): unknown {
  if (method === 'GET') return fromSearch(url.slice(url.indexOf('?') + 1));
  if (is(type, 'application/json') || is(type, 'application/graphql+json')) return JSON.parse(body);
  if (is(type, 'application/x-www-form-urlencoded')) return fromSearch(body);
  return is(type, 'application/graphql') ? { query: body } : undefined;
}

/** The parameters of a request; undefined where they cannot be read. */
export function readParameters(request: ApiRequest): Parameters | undefined {
  try {
    const value = read(request);
    return isParameters(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
