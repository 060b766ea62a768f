/** What the API takes of one request and gives in one response: the limits that clients can read from `about`. */

import { ownFlowLimits } from '../core/validate/own-flows/read-own-flow.ts';

export const limits = {
  /** By the weights beside the fields of the schema; about half a second of a processor. */
  cost: 500_000,
  /** Of a query; far above what GraphiQL and code generators send. */
  levels: 50,
  fields: 1000,
  aliases: 300,
  repeatedFields: 50,
  fragments: 100,
  tokens: 10_000,
  bodyBytes: 1024 * 1024,
  /** Of JSON. */
  responseCharacters: 8 * 1024 * 1024,
  ownFlows: ownFlowLimits.flows,
  packetSets: ownFlowLimits.sets,
  packetSetEntries: ownFlowLimits.entries,
} as const;
