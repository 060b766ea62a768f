/** Requests that abuses are made of. */

import { randomBytes, randomInt } from 'node:crypto';
import { regionNames } from './documents.ts';
import { post, type SentRequest } from './load.ts';
import { times } from './times.ts';

export const pick = <T>(values: readonly T[]): T => values[randomInt(values.length)] as T;
export const validate = (fields: string, input: unknown) =>
  post(`mutation ($input: ValidateConfigInput!) { validateConfig(input: $input) { ${fields} } }`, {
    input,
  });
export const toolCall = (name: string, args: object) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: args },
});
export const ofAgent = (message: unknown): SentRequest => ({
  path: '/mcp',
  headers: { accept: 'application/json, text/event-stream' },
  body: JSON.stringify(message),
});
export const unique = () => randomBytes(8).toString('hex');
export const page = (method: string): SentRequest => ({
  method,
  headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
});
export const everywhere = {
  region: 'westeurope',
  tier: 'PREMIUM',
  virtualNetworkType: 'INTERNAL',
  includeOptional: true,
  additionalRegions: regionNames.filter((name) => name !== 'westeurope'),
};
export const renders = (count: number) =>
  post(
    `query ($input: RequiredRulesInput!) { requiredRules(input: $input) { ${times(count, (index) => `a${index}: render(format: TERRAFORM)`)} } }`,
    { input: everywhere },
  );
export const deployment = (rules: readonly object[]) => ({
  deployment: {
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    locations: [{ region: 'westeurope', networkSecurityGroup: { securityRules: rules } }],
  },
});
export const rule = (name: string, more: object = {}) => ({
  name,
  priority: 100,
  direction: 'OUTBOUND',
  access: 'DENY',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
  ...more,
});
export const formats = [
  'BICEP',
  'TERRAFORM',
  'ARM_JSON',
  'AZURE_CLI',
  'POWERSHELL',
  'CSV',
  'MARKDOWN',
];
/** About 14 MB each, were it not bounded. */
export const allPrefixes = (spaces: number) =>
  `{ regions { cloud { regions { ${times(26, (index) => `i${index}: controlPlanePrefixes`)} } } } }${' '.repeat(spaces)}`;
export const search = () =>
  times(40, () => times(7, () => pick([...'aeioulnrst'])).replaceAll(' ', ''));
