/** Sample documents with a change, and what is read from them. */

import { readFileSync } from 'node:fs';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
export type Json = any;

export function load(name: string, change: (document: Json) => void): Json {
  const url = new URL(`../../../fixtures/documents/${name}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(url, 'utf8'));
  change(document);
  return document;
}

export const primary = (document: Json) => readDocument(document).deployment.locations[0];

export const findingsOf = (document: Json, id: string) =>
  validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' }).findings.filter(
    ({ checkId }) => checkId === id,
  );

export const exported = (change: (list: Json) => void) => load('exported-resources', change);

export const serviceIn = (list: Json) =>
  list.find(({ type }: Json) => /apimanagement/i.test(type as string));

export const plan = (change: (resources: Json, plan: Json) => void) =>
  load('plan-inline-rules', (document) =>
    change(document.planned_values.root_module.resources, document),
  );

/** Adds a resource whose field refers to another resource, as the configuration of a plan says. */
export function addReferring(document: Json, type: string, values: Json, expressions: Json): void {
  const common = { address: `${type}.one`, mode: 'managed', type, name: 'one' };
  document.planned_values.root_module.resources.push({ ...common, values });
  document.configuration.root_module.resources.push({ ...common, expressions });
}
