/**
 * Regions of the cloud that 21Vianet operates in China: addresses from the network
 * reference, service-tag names from the weekly file.
 */

import type { Region } from '../model.ts';
import { printed, regionsOf } from './define.ts';

const region = regionsOf('CHINA');

export const chinaRegions: readonly Region[] = [
  region('chinaeast', 'China East', [
    printed('139.217.171.176', '2019-09-09', { scope: 'CLOUD' }),
    printed('40.126.120.30', '2021-08-06'),
  ]),
  region('chinaeast2', 'China East 2', [printed('40.73.104.4', '2021-08-06')]),
  region('chinaeast3', 'China East 3', []),
  region('chinanorth', 'China North', [
    printed('139.217.51.16', '2019-09-09', { scope: 'CLOUD' }),
    printed('40.125.137.220', '2021-08-06'),
  ]),
  region('chinanorth2', 'China North 2', [printed('40.73.41.178', '2021-08-06')]),
  region('chinanorth3', 'China North 3', []),
];
