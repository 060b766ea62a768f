/**
 * Regions of the US Government cloud: addresses from the network reference, service-tag names from
 * the weekly file.
 */

import type { Region } from '../model.ts';
import { printed, regionsOf } from './define.ts';

const region = regionsOf('US_GOVERNMENT');

export const usGovernmentRegions: readonly Region[] = [
  region('usdodcentral', 'US DoD Central', [printed('52.182.32.132', '2021-08-06')], {
    alsoCalled: ['USDoD Central'],
  }),
  region('usdodeast', 'US DoD East', [printed('52.181.32.192', '2021-08-06')], {
    alsoCalled: ['USDoD East'],
  }),
  region('usgovarizona', 'US Gov Arizona', [printed('52.244.32.39', '2021-08-06')], {
    alsoCalled: ['USGov Arizona'],
  }),
  // The weekly file no longer has the region since 2025-03-03; the row of the table is out of date.
  region('usgoviowa', 'US Gov Iowa', [printed('13.73.72.21', '2021-08-06')], {
    alsoCalled: ['USGov Iowa'],
    hasServiceTags: false,
  }),
  region(
    'usgovtexas',
    'US Gov Texas',
    [
      printed('52.127.34.192', '2019-09-09', { scope: 'CLOUD' }),
      printed('52.243.154.118', '2021-08-06'),
    ],
    { alsoCalled: ['USGov Texas'] },
  ),
  region(
    'usgovvirginia',
    'US Gov Virginia',
    [
      printed('52.127.42.160', '2019-09-09', { scope: 'CLOUD' }),
      printed('52.227.222.92', '2021-08-06'),
    ],
    { alsoCalled: ['USGov Virginia'] },
  ),
];
