/** JSON pointers from a value that was read back to where the document has it. */

import { expect, it } from 'vitest';
import { pointerInDocument } from '../../../../core/validate/read/source-location.ts';

const document = {
  securityRules: [{ name: 'AllowSql', properties: { priority: 100 } }],
  Tags: { 'a/b': 1, 'c~d': 2 },
  source_port_range: '*',
  rules: { copy: [{ name: 'securityRules', input: { name: "[copyIndex('securityRules')]" } }] },
};

it.each<[string, string, string]>([
  ['a key as it stands', '/securityRules/0/name', '/securityRules/0/name'],
  ['the document itself', '', ''],
  ['a key that is not there', '/securityRules/0/access', '/securityRules/0'],
  ['an index beyond the list', '/securityRules/7/name', '/securityRules'],
  ['a key of a text', '/source_port_range/0', '/source_port_range'],
  [
    'a key in another case',
    '/SecurityRules/0/Properties/PRIORITY',
    '/securityRules/0/properties/priority',
  ],
  ['a key as Terraform spells it', '/sourcePortRange', '/source_port_range'],
  ['keys that a pointer escapes', '/tags/a~1b', '/Tags/a~1b'],
  ['a tilde', '/Tags/c~0d', '/Tags/c~0d'],
  ['a copy loop', '/rules/securityRules/3/name', '/rules/copy/0/input/name'],
  ['a copy of a resource', '/securityRules/0/copyIndex=2/name', '/securityRules/0/name'],
])('leads to %s', (_, input, place) => {
  const start = '/deployment/locations/0/networkSecurityGroup';
  const pointer = pointerInDocument(document, `${start}/document${input}`, start.length);
  expect(pointer).toBe(`${start}/document${place}`);
});
