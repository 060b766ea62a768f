/**
 * Regions of the cloud that 21Vianet operates in China: addresses from the network reference's
 * editions of 2019, 2021 and 2023, service-tag names from the weekly file.
 */

import type { Region } from '../model.ts';
import { inAll, regionsOf, since2021 } from './define.ts';

const region = regionsOf('CHINA');

export const chinaRegions: readonly Region[] = [
  region('chinaeast', 'China East', [
    inAll('139.217.171.176', 'CLOUD'),
    since2021('40.126.120.30'),
  ]),
  region('chinaeast2', 'China East 2', [since2021('40.73.104.4')]),
  region('chinaeast3', 'China East 3', []),
  region('chinanorth', 'China North', [
    inAll('139.217.51.16', 'CLOUD'),
    since2021('40.125.137.220'),
  ]),
  region('chinanorth2', 'China North 2', [since2021('40.73.41.178')]),
  region('chinanorth3', 'China North 3', []),
];
