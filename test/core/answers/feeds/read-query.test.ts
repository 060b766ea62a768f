/** The query of the feed of one deployment: what it means, and what is wrong with it, all at once. */

import { expect, test } from 'vitest';
import { readFeedQuery } from '../../../../core/answers/feeds/read-query.ts';
import { InputErrors } from '../../../../core/input-error.ts';
import { findRegion } from '../../../../data/index.ts';
import type { Region } from '../../../../data/model.ts';

const read = (query: string) => readFeedQuery(new URLSearchParams(query));
const regionOf = (name: string) => findRegion(name) as Region;

test.each<[query: string, expected: object]>([
  [
    'region=West Europe&tier=Premium&mode=INTERNAL',
    {
      region: regionOf('westeurope'),
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      platform: 'STV2',
      features: [],
      tags: [],
    },
  ],
  [
    'region=westeurope&tier=premium_v2&mode=external&platform=',
    {
      region: regionOf('westeurope'),
      tier: 'PREMIUM_V2',
      virtualNetworkType: 'EXTERNAL',
      platform: 'STV2',
      features: [],
      tags: [],
    },
  ],
  [
    'region=northeurope&tier=developer&mode=external&platform=stv1&features=monitoring,event-hub-logging,monitoring&tags=sql.northeurope,Storage',
    {
      region: regionOf('northeurope'),
      tier: 'DEVELOPER',
      virtualNetworkType: 'EXTERNAL',
      platform: 'STV1',
      features: ['EVENT_HUB_LOGGING', 'MONITORING'],
      tags: ['Sql.NorthEurope', 'Storage'],
    },
  ],
])('reads %s', (query, expected) => expect(read(query)).toEqual(expected));

const good = 'region=westeurope&tier=premium&mode=external';
const noName = /^there is no such parameter/;
test.each<[what: string, query: string, messages: (string | RegExp)[]]>([
  ['a name that is none a thousand times', `${good}${'&a'.repeat(1000)}`, [noName]],
  [
    'a name a thousand times',
    `${good}${'&tier=premium'.repeat(1000)}`,
    [/^tier is given twice: given "premium"/],
  ],
  [
    'a thousand names',
    Array.from({ length: 1000 }, (_, index) => `a${index}`).join('&'),
    [/^region is/, /^tier is/, /^mode is/, ...Array<RegExp>(7).fill(noName)],
  ],
])('names at most ten mistakes, each once: %s', (_, query, messages) => {
  let thrown: unknown;
  try {
    read(query);
  } catch (error) {
    thrown = error;
  }
  const all = thrown instanceof InputErrors ? thrown.all : [thrown];
  expect(all.map((one) => (one as Error).message)).toEqual(
    messages.map((message) => expect.stringMatching(message)),
  );
});

test.each<[query: string, ...messages: RegExp[]]>([
  [
    '',
    /region is missing/,
    /tier is missing.*accepted: .*premium-v2/,
    /mode is missing.*external, internal/,
  ],
  ['region=westeurop&tier=premium&mode=external', /given "westeurop".*nearest: .*westeurope/],
  [
    'region=westeurope&tier=premum&mode=external',
    /given "premum"; accepted: consumption, .*nearest: premium/,
  ],
  ['region=westeurope&tier=basic&mode=external', /tier basic is in no virtual network/],
  [
    'region=westeurope&tier=standard-v2&mode=internal',
    /standard-v2 has no such mode: given "internal"; accepted: external/,
  ],
  ['region=westeurope&tier=premium&mode=none', /given "none"; accepted: external, internal/],
  ['region=westeurope&tier=premium&mode=external&platform=stv3', /accepted: stv1, stv2/],
  ['region=westeurope&tier=premium&mode=external&features=monitor', /nearest: monitoring/],
  ['region=westeurope&tier=premium&mode=external&tags=Redis', /given "Redis"; accepted: .*Storage/],
  [
    'region=westeurope&tier=premium&mode=external&tags=Storage.USGovVirginia',
    /region of the same cloud/,
  ],
  [
    'region=westeurope&tier=premium&mode=external&tag=Sql',
    /no such parameter: given "tag"; .*nearest: tags/,
  ],
  ['region=westeurope&region=uksouth&tier=premium&mode=external', /region is given twice/],
  [
    `region=westeurope&tier=premium&mode=external&tags=${'Sql,'.repeat(41)}`,
    /given 41; accepted: at most 40/,
  ],
])('refuses ?%s', (query, ...messages) => {
  for (const message of messages) expect(() => read(query)).toThrow(message);
});
