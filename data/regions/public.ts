/**
 * Regions of the public cloud: addresses from the network reference, service-tag names from the
 * weekly file.
 */

import type { ControlPlaneAddress, Region } from '../model.ts';
import { addressOfNoRegion, printed, regionsOf } from './define.ts';

const region = regionsOf('PUBLIC');

export const publicRegions: readonly Region[] = [
  region('australiacentral', 'Australia Central', [printed('20.37.52.67', '2019-09-09')]),
  region('australiacentral2', 'Australia Central 2', [printed('20.39.99.81', '2019-09-09')]),
  region('australiaeast', 'Australia East', [printed('20.40.125.155', '2019-09-09')]),
  region('australiasoutheast', 'Australia Southeast', [printed('20.40.160.107', '2019-09-09')]),
  region('austriaeast', 'Austria East', []),
  region('belgiumcentral', 'Belgium Central', []),
  region('brazilsouth', 'Brazil South', [
    printed('191.233.24.179', '2019-09-09'),
    printed('191.238.73.14', '2023-01-06'),
  ]),
  region('brazilsoutheast', 'Brazil Southeast', [printed('191.232.18.181', '2021-08-06')], {
    serviceTagRegion: 'brazilse',
  }),
  region('canadacentral', 'Canada Central', [
    printed('52.139.20.34', '2019-09-09'),
    printed('20.48.201.76', '2023-01-06'),
  ]),
  region('canadaeast', 'Canada East', [printed('52.139.80.117', '2019-09-09')]),
  region('centralindia', 'Central India', [
    printed('13.71.49.1', '2019-09-09'),
    printed('20.192.45.112', '2023-01-06'),
  ]),
  region('centralus', 'Central US', [printed('13.86.102.66', '2019-09-09')]),
  region('centraluseuap', 'Central US EUAP', [printed('52.253.159.160', '2019-09-09')]),
  region('chilecentral', 'Chile Central', [], { serviceTagRegion: 'chilec' }),
  region('eastasia', 'East Asia', [printed('52.139.152.27', '2019-09-09')]),
  region('eastus', 'East US', [printed('52.224.186.99', '2019-09-09')]),
  region('eastus2', 'East US 2', [printed('20.44.72.3', '2019-09-09')]),
  region('eastus2euap', 'East US 2 EUAP', [printed('52.253.229.253', '2021-08-06')]),
  region('eastusstg', 'East US STG', [], { serviceTagRegion: 'usstagee' }),
  region('francecentral', 'France Central', [printed('40.66.60.111', '2019-09-09')], {
    serviceTagRegion: 'centralfrance',
  }),
  region('francesouth', 'France South', [printed('20.39.80.2', '2019-09-09')], {
    serviceTagRegion: 'southfrance',
  }),
  region('germanynorth', 'Germany North', [printed('51.116.0.0', '2019-09-09')], {
    serviceTagRegion: 'germanyn',
  }),
  region(
    'germanywestcentral',
    'Germany West Central',
    [printed('51.116.96.0', '2019-09-09'), printed('20.52.94.112', '2023-01-06')],
    { serviceTagRegion: 'germanywc' },
  ),
  region('indonesiacentral', 'Indonesia Central', []),
  region('israelcentral', 'Israel Central', []),
  region('israelnorthwest', 'Israel Northwest', []),
  region('italynorth', 'Italy North', []),
  region('japaneast', 'Japan East', [printed('52.140.238.179', '2019-09-09')]),
  region('japanwest', 'Japan West', [printed('40.81.185.8', '2019-09-09')]),
  // The table of 2021 has these names; the addresses of "India Central" and "India West" in 2023 are in the tags of
  // these regions. "Central India" is another region.
  region('jioindiacentral', 'Jio India Central', [printed('20.192.234.160', '2021-08-06')], {
    printedAs: { '2023-01-06': 'India Central' },
  }),
  region('jioindiawest', 'Jio India West', [printed('20.193.202.160', '2021-08-06')], {
    printedAs: { '2023-01-06': 'India West' },
  }),
  region('koreacentral', 'Korea Central', [
    printed('40.82.157.167', '2019-09-09'),
    printed('20.194.74.240', '2023-01-06'),
  ]),
  region('koreasouth', 'Korea South', [printed('40.80.232.185', '2019-09-09')]),
  region('malaysiasouth', 'Malaysia South', []),
  region('malaysiawest', 'Malaysia West', []),
  region('mexicocentral', 'Mexico Central', []),
  region('newzealandnorth', 'New Zealand North', []),
  region('northcentralus', 'North Central US', [
    printed('40.81.47.216', '2019-09-09'),
    printed('23.96.224.175', '2019-09-09', { until: '2019-09-09' }),
    printed('23.101.166.38', '2019-09-09', { until: '2019-09-09' }),
    printed('52.162.110.80', '2019-09-09', { until: '2021-08-06', scope: 'CLOUD' }),
  ]),
  region('northeurope', 'North Europe', [printed('52.142.95.35', '2019-09-09')]),
  region('norwayeast', 'Norway East', [printed('51.120.2.185', '2021-08-06')], {
    serviceTagRegion: 'norwaye',
  }),
  region('norwaywest', 'Norway West', [printed('51.120.130.134', '2021-08-06')], {
    serviceTagRegion: 'norwayw',
  }),
  region('polandcentral', 'Poland Central', []),
  region('qatarcentral', 'Qatar Central', []),
  region('southafricanorth', 'South Africa North', [
    printed('102.133.130.197', '2019-09-09'),
    printed('102.37.166.220', '2023-01-06'),
  ]),
  region('southafricawest', 'South Africa West', [printed('102.133.0.79', '2019-09-09')]),
  region('southcentralus', 'South Central US', [
    printed('20.188.77.119', '2019-09-09'),
    printed('20.97.32.190', '2023-01-06'),
    printed('13.84.189.17', '2019-09-09', { until: '2019-09-09' }),
    printed('13.85.22.63', '2019-09-09', { until: '2019-09-09' }),
    printed('104.214.19.224', '2019-09-09', { until: '2021-08-06', scope: 'CLOUD' }),
  ]),
  region('southcentralus2', 'South Central US 2', []),
  region('southcentralusstg', 'South Central US STG', [], { serviceTagRegion: 'usstagec' }),
  region('southindia', 'South India', [printed('20.44.33.246', '2019-09-09')]),
  region('southeastasia', 'Southeast Asia', [printed('40.90.185.46', '2019-09-09')]),
  region('southeastus', 'Southeast US', []),
  region('southeastus3', 'Southeast US 3', []),
  region('spaincentral', 'Spain Central', []),
  region('swedencentral', 'Sweden Central', []),
  region('swedensouth', 'Sweden South', []),
  region(
    'switzerlandnorth',
    'Switzerland North',
    [printed('51.107.246.176', '2023-01-06'), printed('51.107.0.91', '2019-09-09')],
    { serviceTagRegion: 'switzerlandn' },
  ),
  region('switzerlandwest', 'Switzerland West', [printed('51.107.96.8', '2019-09-09')], {
    serviceTagRegion: 'switzerlandw',
  }),
  region('taiwannorth', 'Taiwan North', []),
  region('taiwannorthwest', 'Taiwan Northwest', []),
  region('uaecentral', 'UAE Central', [printed('20.37.81.41', '2019-09-09')]),
  region('uaenorth', 'UAE North', [printed('20.46.144.85', '2019-09-09')]),
  region('uksouth', 'UK South', [printed('51.145.56.125', '2019-09-09')]),
  region('ukwest', 'UK West', [printed('51.137.136.0', '2019-09-09')]),
  region('westcentralus', 'West Central US', [printed('52.253.135.58', '2021-08-06')]),
  region('westeurope', 'West Europe', [printed('51.145.179.78', '2019-09-09')]),
  region('westindia', 'West India', [printed('40.81.89.24', '2019-09-09')]),
  region('westus', 'West US', [printed('13.64.39.16', '2019-09-09')]),
  region('westus2', 'West US 2', [printed('51.143.127.203', '2019-09-09')]),
  region('westus3', 'West US 3', [printed('20.150.167.160', '2021-08-06')]),
];

/** Only the list of 2019 prints them; no weekly file that we compared has them in an ApiManagement tag. */
export const addressesOfNoRegion: readonly ControlPlaneAddress[] = [
  addressOfNoRegion('52.159.16.255'),
  addressOfNoRegion('52.253.225.124'),
];
