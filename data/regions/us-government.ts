/**
 * Regions of the US Government cloud: addresses from the network reference's editions of 2019 and
 * 2023, service-tag names from weekly file 402.
 */

import type { Region } from '../model.ts';
import { in2023, inBoth, regionsOf } from './define.ts';

const region = regionsOf('US_GOVERNMENT', 'service-tags-us-government-402');

export const usGovernmentRegions: readonly Region[] = [
  region('usdodcentral', 'US DoD Central', [in2023('52.182.32.132')]),
  region('usdodeast', 'US DoD East', [in2023('52.181.32.192')]),
  region('usgovarizona', 'US Gov Arizona', [in2023('52.244.32.39')]),
  // Left the weekly file on 2025-03-03; the row of the table is stale.
  region('usgoviowa', 'US Gov Iowa', [in2023('13.73.72.21')], { hasServiceTags: false }),
  region('usgovtexas', 'US Gov Texas', [
    inBoth('52.127.34.192', 'CLOUD'),
    in2023('52.243.154.118'),
  ]),
  region('usgovvirginia', 'US Gov Virginia', [
    inBoth('52.127.42.160', 'CLOUD'),
    in2023('52.227.222.92'),
  ]),
];
