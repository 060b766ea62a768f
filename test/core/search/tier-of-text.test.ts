/** Which facts rank lower for a text that names a tier. */

import { expect, test } from 'vitest';
import { factsOfOtherTiers } from '../../../core/search/tier-of-text.ts';

const facts = {
  v2: 'v2-subnet-minimum-size',
  classic: 'subnet-minimum-size',
  'without tiers': 'ai-gateway-private-endpoint',
};

test.each<[text: string, lower: string[]]>([
  ['subnet size premium', ['v2']],
  ['developer tier subnet', ['v2']],
  ['developer portal', []],
  ['subnet size standard v2', ['classic']],
  ['standard v2 and premium v2', ['classic']],
  ['v2 tiers', ['classic']],
  ['premium or premium v2', []],
  ['standard or basic v2', []],
  ['from stv1 to premium v2', []],
  ['migrate to standard v2', []],
  ['application gateway standard v2', []],
  ['waf v2', []],
  ['nat gateway v2', []],
  ['oauth v2', []],
  ['subnet size', []],
])('"%s" ranks lower: %j', (text, lower) => {
  const ids = factsOfOtherTiers(text);
  const kinds = Object.entries(facts).flatMap(([kind, id]) => (ids.has(id) ? [kind] : []));
  expect(kinds).toEqual(lower);
});
