/** One network in the shapes of templates and plans. */

import { readFileSync } from 'node:fs';
import { readDocument } from '../../../../core/validate/read/document.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
export type Json = any;

export function load(name: string, change: (document: Json) => Json): Json {
  const url = new URL(`../../../fixtures/documents/${name}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(url, 'utf8'));
  return change(document) ?? document;
}

/** What was read, without the places, the ids and the parameters, which differ from document to document. */
export function contents(document: Json) {
  const { locations, assumedDefaults: _d, ...rest } = readDocument(document).deployment;
  return {
    ...rest,
    locations: locations.map(({ networkSecurityGroup: group, subnet, region, ...location }) => {
      const { id: _, ...place } = subnet ?? {};
      const rules = group && 'rules' in group ? (group.rules ?? []) : [];
      return {
        ...location,
        region: region.toLowerCase().replace(' ', ''),
        subnet: place,
        rules: rules
          .map(({ path: __, fieldsPath: ___, ...rule }) => rule)
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      };
    }),
  };
}

export const plan = (change: (resources: Json[], plan: Json) => Json) =>
  load('plan-inline-rules', (document) =>
    change(document.planned_values.root_module.resources, document),
  );
