/** Input for which there are no required rules, and what the refusal says. */

import { describe, expect, it } from 'vitest';
import { type RequiredRulesInput, requiredRules } from '../../../core/answers/required-rules.ts';
import { editions } from '../../../data/index.ts';
import { input, problemOf } from './rules-input.ts';

describe('requiredRules refuses', () => {
  const path = (...keys: (string | number)[]) => keys;
  it.each<[string, Partial<RequiredRulesInput>, (string | number)[], RegExp]>([
    ['an unknown region', { region: 'wst europe' }, path('region'), /nearest: westeurope/],
    [
      'a tier without networking',
      { tier: 'CONSUMPTION' },
      path('tier'),
      /accepted: DEVELOPER, PREMIUM, STANDARD_V2, PREMIUM_V2/,
    ],
    [
      'Basic',
      { tier: 'BASIC' },
      path('tier'),
      /accepted: DEVELOPER, PREMIUM, STANDARD_V2, PREMIUM_V2/,
    ],
    [
      'Standard',
      { tier: 'STANDARD' },
      path('tier'),
      /accepted: DEVELOPER, PREMIUM, STANDARD_V2, PREMIUM_V2/,
    ],
    [
      'Basic v2',
      { tier: 'BASIC_V2' },
      path('tier'),
      /accepted: DEVELOPER, PREMIUM, STANDARD_V2, PREMIUM_V2/,
    ],
    [
      'no virtual network',
      { virtualNetworkType: 'NONE' },
      path('virtualNetworkType'),
      /EXTERNAL, INTERNAL/,
    ],
    [
      'injection of Standard v2',
      { tier: 'STANDARD_V2', virtualNetworkType: 'INTERNAL' },
      path('virtualNetworkType'),
      /accepted: EXTERNAL$/,
    ],
    [
      'an edition that the data lacks',
      { edition: '2020-06-10' },
      path('edition'),
      new RegExp(`accepted: ${editions.join(', ')}; nearest: 2021-08-06`),
    ],
    [
      'stv2 in 2019',
      { edition: '2019-09-09' },
      path('edition'),
      new RegExp(`STV2.*accepted: ${editions.slice(1).join(', ')}`),
    ],
    [
      'stv1 in 2026',
      { edition: '2026-04-30', platform: 'STV1' },
      path('edition'),
      /STV1.*accepted: 2019-09-09, 2021-08-06, 2023-01-06, 2023-11-29;/,
    ],
    [
      'a second region of Developer',
      { tier: 'DEVELOPER', additionalRegions: ['uksouth'] },
      path('tier'),
      /accepted: PREMIUM$/,
    ],
    [
      'a second region of Premium v2',
      { tier: 'PREMIUM_V2', additionalRegions: ['uksouth'] },
      path('tier'),
      /accepted: PREMIUM$/,
    ],
    [
      'the primary region again, under another name',
      { additionalRegions: ['uksouth', 'West Europe'] },
      path('additionalRegions', 1),
      /West Europe is listed twice/,
    ],
    [
      'a region twice',
      { additionalRegions: ['uksouth', 'UK South'] },
      path('additionalRegions', 1),
      /UK South is listed twice/,
    ],
    [
      'a region of another cloud',
      { additionalRegions: ['chinaeast2'] },
      path('additionalRegions', 0),
      /regions of PUBLIC/,
    ],
    [
      'an unknown further region',
      { additionalRegions: ['uksouth', 'constructor'] },
      path('additionalRegions', 1),
      /no region has this name/,
    ],
    [
      'a thousand regions',
      { additionalRegions: Array.from({ length: 1000 }, (_, index) => `region-${index}`) },
      path('additionalRegions', 0),
      /no region has this name/,
    ],
  ])('%s', (_, change, at, message) => {
    const problem = problemOf(() => requiredRules(input(change)));
    expect(problem.path).toEqual(at);
    expect(problem.message).toMatch(message);
    expect([...problem.accepted, ...problem.expected]).not.toEqual([]);
  });
});
