/** What the feed of one deployment is about: which addresses it has, and what its subtitle says. */

import { expect, test } from 'vitest';
import { deploymentFeed } from '../../../../core/answers/feeds/deployment-feed.ts';
import { feedAtom } from '../../../../core/answers/feeds/feed.ts';
import { readFeedQuery } from '../../../../core/answers/feeds/read-query.ts';

const read = (query: string) => readFeedQuery(new URLSearchParams(query));

test.each<[query: string, has: boolean]>([
  ['tier=premium', true],
  ['tier=premium&tags=ApiManagement.NorthEurope,Sql', true],
  ['tier=premium&tags=Sql', false],
  ['tier=premium-v2', false],
])('%s has entries for printed control-plane addresses: %s', (query, has) => {
  const feed = deploymentFeed(read(`region=westeurope&mode=internal&platform=stv1&${query}`));
  const lines = feed.entries.flatMap(({ added, removed }) => [...added, ...removed]);
  expect(lines.some((line) => line.startsWith('control-plane address '))).toBe(has);
  expect(feed.about.includes('control-plane addresses')).toBe(has);
  expect(feed.about).toMatch(/instance in West Europe alone/);
});

test.each<[query: string, note: RegExp | undefined]>([
  ['region=chinaeast2&tier=premium-v2', /21Vianet has no v2 tiers/],
  ['region=usgovvirginia&tier=standard-v2', /no region of Azure Government/],
  ['region=brazilsouth&tier=premium-v2', /does not offer Premium v2/],
  ['region=westeurope&tier=premium', undefined],
])('%s says in its subtitle where the tier is not offered', (query, note) => {
  const feed = deploymentFeed(read(`${query}&mode=external`));
  const [, subtitle] = /<subtitle>(.*)<\/subtitle>/.exec(feedAtom(feed, '', undefined)) ?? [];
  expect(subtitle).toMatch(note ?? /\bprint\.$/);
});
