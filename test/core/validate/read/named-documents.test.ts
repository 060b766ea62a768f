/** The documents of a group that messages, schema and pages name: each is read, and its problems are where they are said to be. */

import { describe, expect, it } from 'vitest';
import type { groupDocuments } from '../../../../core/validate/read/accepted-documents.ts';
import {
  asGroupRules,
  effective,
  group,
  groupResource,
  type Json,
  rules,
  template,
} from '../../../support/group-shapes.ts';
import { azRuleListDocument, azShowDocument } from '../../../support/shapes.ts';
import { path, read } from './read-groups.ts';

type Keys = readonly (string | number)[];

/** An example of each, with the keys that lead to its list of rules. */
const examples: Readonly<Record<(typeof groupDocuments)[number], readonly [Json, Keys]>> = {
  'an array of security rules (az network nsg rule list)': [azRuleListDocument(rules), []],
  'an object with securityRules (az network nsg show)': [azShowDocument(rules), ['securityRules']],
  'an object with properties.securityRules (REST, ARM resource)': [
    group,
    ['properties', 'securityRules'],
  ],
  'effective security rules (az network nic list-effective-nsg)': [
    { value: [{ effectiveSecurityRules: effective(rules) }] },
    ['value', 0, 'effectiveSecurityRules'],
  ],
  'an ARM template, an export or a Terraform plan with one network security group': [
    template([groupResource(asGroupRules)]),
    ['resources', 0, 'properties', 'securityRules'],
  ],
};

describe.each(Object.entries(examples))('%s', (_, [document, keys]) => {
  const names = rules.map(({ name }) => name);

  it('is read, each rule with its place', () => {
    const places = read(document).map((rule) => [rule.name, rule.path]);
    const start = ['', ...path, 'document', ...keys].join('/');
    expect(places.slice(0, 2)).toEqual(names.map((name, index) => [name, `${start}/${index}`]));
  });

  it('is refused at the place of what is no rule', () => {
    const spoiled = structuredClone(document);
    keys.reduce((part: Json, key) => part[key], spoiled)[1] = 7;
    expect(() => read(spoiled)).toThrow(
      expect.objectContaining({ path: [...path, 'document', ...keys, 1] }),
    );
  });
});
