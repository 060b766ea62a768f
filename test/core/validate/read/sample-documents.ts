/** The sample documents, each describing one service and its network, and what a validation of them finds. */

import { readFileSync } from 'node:fs';
import type { RuleFields } from '../../../../core/deployment.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';

export const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
export type Json = any;

export const names = [
  'bicep-build',
  'symbolic-names',
  'nested-deployments',
  'exported-resources',
  'plan-inline-rules',
  'plan-separate-rules',
] as const;

export type Name = (typeof names)[number];

export const texts = new Map(
  names.map((name) => [
    name,
    readFileSync(new URL(`../../../fixtures/documents/${name}.json`, import.meta.url), 'utf8'),
  ]),
);

export function load(name: Name, change: (document: Json) => void = () => {}): Json {
  const document = JSON.parse(texts.get(name) as string);
  change(document);
  return document;
}

export const check = (document: unknown) => validateDocument(document, none);

export function rule(
  name: string,
  priority: number,
  direction: 'INBOUND' | 'OUTBOUND',
  [source, destination]: readonly [string[], string[]],
  ports: string[],
): RuleFields {
  return {
    name,
    priority,
    direction,
    access: 'ALLOW',
    protocol: 'Tcp',
    sourceAddressPrefixes: source,
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: destination,
    destinationPortRanges: ports,
  };
}
