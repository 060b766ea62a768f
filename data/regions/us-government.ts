/**
 * Regions of the US Government cloud: addresses from the network reference's editions of 2019,
 * 2021 and 2023, service-tag names from the weekly file.
 */

import type { Region } from '../model.ts';
import { inAll, regionsOf, since2021 } from './define.ts';

const region = regionsOf('US_GOVERNMENT');

export const usGovernmentRegions: readonly Region[] = [
  region('usdodcentral', 'US DoD Central', [since2021('52.182.32.132')], {
    spelledAs: 'USDoD Central',
  }),
  region('usdodeast', 'US DoD East', [since2021('52.181.32.192')], { spelledAs: 'USDoD East' }),
  region('usgovarizona', 'US Gov Arizona', [since2021('52.244.32.39')], {
    spelledAs: 'USGov Arizona',
  }),
  // Left the weekly file on 2025-03-03; the row of the table is stale.
  region('usgoviowa', 'US Gov Iowa', [since2021('13.73.72.21')], {
    spelledAs: 'USGov Iowa',
    hasServiceTags: false,
  }),
  region(
    'usgovtexas',
    'US Gov Texas',
    [inAll('52.127.34.192', 'CLOUD'), since2021('52.243.154.118')],
    { spelledAs: 'USGov Texas' },
  ),
  region(
    'usgovvirginia',
    'US Gov Virginia',
    [inAll('52.127.42.160', 'CLOUD'), since2021('52.227.222.92')],
    { spelledAs: 'USGov Virginia' },
  ),
];
