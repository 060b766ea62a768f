/** The codes of errors, with the HTTP status of a response that has no data because of one. */

import { builder } from './builder.ts';
import { enumOf } from './enum-of.ts';

const codes = {
  BAD_USER_INPUT:
    'An argument or a variable is not accepted; extensions say where, what was given and what is accepted. 200, and 400 for variables in application/graphql-response+json.',
  GRAPHQL_PARSE_FAILED: 'The query is not GraphQL. 400, in application/json 200.',
  GRAPHQL_VALIDATION_FAILED:
    'The query does not fit the schema: an unknown field, a missing argument, a literal of another type. 400, in application/json 200.',
  QUERY_TOO_LARGE:
    'The query is larger, or would cost more, than the limits in about. 400, in application/json 200.',
  RESPONSE_TOO_LARGE: 'The result would be larger than the limit in about; select less. 400.',
  PERSISTED_QUERY_NOT_FOUND:
    'The digest of a persisted query is not known; send the text with it. 404.',
  RATE_LIMITED: 'Too many validations from one address; retryAfter has the seconds to wait. 429.',
  BAD_REQUEST:
    'The request is not GraphQL over HTTP: no JSON, no query, another method, a digest that is none or not that of the query. 400 or 405.',
  METHOD_NOT_ALLOWED: 'The endpoint for agents accepts only POST. 405.',
  NOT_ACCEPTABLE: 'The API sends none of the types in the header Accept. 406.',
  REQUEST_TIMEOUT: 'The request did not arrive in time. 408.',
  REQUEST_ENTITY_TOO_LARGE: 'The body is larger than the limit in about. 413.',
  UNSUPPORTED_MEDIA_TYPE: 'The API does not read the type in the header Content-Type. 415.',
  REQUEST_HEADER_FIELDS_TOO_LARGE: 'The headers are too long. 431.',
  TIME_LIMIT_EXCEEDED: 'The request took too long; send less in it. 400.',
  MEMORY_LIMIT_EXCEEDED: 'The request took too much memory; send less in it. 400.',
  INTERNAL_SERVER_ERROR: 'An error of the server; the message contains nothing of your input. 500.',
  NOT_IMPLEMENTED: 'The server does not support the Transfer-Encoding of the body. 501.',
  SERVICE_UNAVAILABLE: 'The server is busy; retryAfter has the seconds to wait. 503.',
} as const;

export type ErrorCodeName = keyof typeof codes;

export const errorCodes = Object.keys(codes) as readonly ErrorCodeName[];

export const ErrorCode = enumOf(
  'ErrorCode',
  'What extensions.code of an error says. Codes may be added; treat one that you do not know by the HTTP status.',
  errorCodes,
  codes,
);

export const Limits = builder.objectRef<typeof import('../limits.ts').limits>('Limits');

Limits.implement({
  description: 'What the API takes of one request and gives in one response.',
  fields: (t) => ({
    cost: t.exposeInt('cost', {
      description:
        'Cost of a query: the weights of its fields, added up; what is selected in a list counts as often as the list has entries, by an estimate. Send extensions { "cost": true } to get the cost of yours.',
    }),
    levels: t.exposeInt('levels', { description: 'Levels that a query nests selections in.' }),
    fields: t.exposeInt('fields', { description: 'Fields that a query selects, as written.' }),
    aliases: t.exposeInt('aliases', { description: 'Fields of a query with an alias.' }),
    repeatedFields: t.exposeInt('repeatedFields', {
      description: 'Fields that are selected again at the same place of a query.',
    }),
    fragments: t.exposeInt('fragments', {
      description: 'Fragments of a query and uses of fragments, together.',
    }),
    tokens: t.exposeInt('tokens', { description: 'Tokens of the text of a query.' }),
    bodyBytes: t.exposeInt('bodyBytes', { description: 'Bytes of the body of a request.' }),
    responseCharacters: t.exposeInt('responseCharacters', {
      description: 'Characters of the JSON of a response.',
    }),
    ownFlows: t.exposeInt('ownFlows', { description: 'Own flows of a validation.' }),
    packetSets: t.exposeInt('packetSets', {
      description: 'Packet sets in a list of an own flow, such as `allow`.',
    }),
    packetSetEntries: t.exposeInt('packetSetEntries', {
      description: 'Addresses, or ports, of a packet set.',
    }),
  }),
});
