/** How much of a part of a tag a rule's tag covers, where no addresses are known. */

import { expect, it } from 'vitest';
import type { Atom } from '../../../../core/network/address-part.ts';
import { coverAtom } from '../../../../core/network/service-tags/atoms.ts';
import { ServiceTagIndex, type Tag } from '../../../../core/network/service-tags/service-tags.ts';

const tags = new ServiceTagIndex('PUBLIC');
const atom = (base: string, part?: string, inAzureCloud: Atom['inAzureCloud'] = 'maybe'): Atom => ({
  name: 'part',
  base,
  ...(part !== undefined && { part }),
  inAzureCloud,
  isCertain: true,
});

it.each<[rule: string, part: Atom, covers: 'all' | 'none' | 'maybe']>([
  ['Storage', atom('Storage', 'westeurope'), 'all'],
  ['Storage.WestEurope', atom('Storage', 'westeurope'), 'all'],
  ['Storage.WestEurope', atom('Storage', 'eastus'), 'none'],
  ['AzureFrontDoor.Backend', atom('AzureFrontDoor', 'backend'), 'all'],
  ['AzureFrontDoor.Backend', atom('AzureFrontDoor', 'firstparty'), 'maybe'],
  ['AzureCloud', atom('Storage', undefined, true), 'all'],
  ['AzureCloud', atom('Storage', undefined, 'maybe'), 'maybe'],
  ['AzureCloud', atom('Storage', undefined, false), 'none'],
  ['AzureCloud.WestEurope', atom('Storage', 'westeurope', true), 'all'],
  ['AzureCloud.WestEurope', atom('Storage', 'eastus', true), 'none'],
])('%s covers of %o: %s', (rule, part, covers) => {
  expect(coverAtom(tags.find(rule) as Tag, part)).toBe(covers);
});
