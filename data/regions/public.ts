/**
 * Regions of the public cloud: addresses from the network reference's editions of 2019, 2021
 * and 2023, service-tag names from the weekly file.
 */

import type { ControlPlaneAddress, Region } from '../model.ts';
import {
  addressOfNoRegion,
  in2019,
  in2023,
  inAll,
  regionsOf,
  since2021,
  until2021,
} from './define.ts';

const region = regionsOf('PUBLIC');

export const publicRegions: readonly Region[] = [
  region('australiacentral', 'Australia Central', [inAll('20.37.52.67')]),
  region('australiacentral2', 'Australia Central 2', [inAll('20.39.99.81')]),
  region('australiaeast', 'Australia East', [inAll('20.40.125.155')]),
  region('australiasoutheast', 'Australia Southeast', [inAll('20.40.160.107')]),
  region('austriaeast', 'Austria East', []),
  region('belgiumcentral', 'Belgium Central', []),
  region('brazilsouth', 'Brazil South', [inAll('191.233.24.179'), in2023('191.238.73.14')]),
  region('brazilsoutheast', 'Brazil Southeast', [since2021('191.232.18.181')], {
    serviceTagRegion: 'brazilse',
  }),
  region('canadacentral', 'Canada Central', [inAll('52.139.20.34'), in2023('20.48.201.76')]),
  region('canadaeast', 'Canada East', [inAll('52.139.80.117')]),
  region('centralindia', 'Central India', [inAll('13.71.49.1'), in2023('20.192.45.112')]),
  region('centralus', 'Central US', [inAll('13.86.102.66')]),
  region('centraluseuap', 'Central US EUAP', [inAll('52.253.159.160')]),
  region('chilecentral', 'Chile Central', [], { serviceTagRegion: 'chilec' }),
  region('eastasia', 'East Asia', [inAll('52.139.152.27')]),
  region('eastus', 'East US', [inAll('52.224.186.99')]),
  region('eastus2', 'East US 2', [inAll('20.44.72.3')]),
  region('eastus2euap', 'East US 2 EUAP', [since2021('52.253.229.253')]),
  region('eastusstg', 'East US STG', [], { serviceTagRegion: 'usstagee' }),
  region('francecentral', 'France Central', [inAll('40.66.60.111')], {
    serviceTagRegion: 'centralfrance',
  }),
  region('francesouth', 'France South', [inAll('20.39.80.2')], {
    serviceTagRegion: 'southfrance',
  }),
  region('germanynorth', 'Germany North', [inAll('51.116.0.0')], { serviceTagRegion: 'germanyn' }),
  region(
    'germanywestcentral',
    'Germany West Central',
    [inAll('51.116.96.0'), in2023('20.52.94.112')],
    { serviceTagRegion: 'germanywc' },
  ),
  region('indonesiacentral', 'Indonesia Central', []),
  region('israelcentral', 'Israel Central', []),
  region('israelnorthwest', 'Israel Northwest', []),
  region('italynorth', 'Italy North', []),
  region('japaneast', 'Japan East', [inAll('52.140.238.179')]),
  region('japanwest', 'Japan West', [inAll('40.81.185.8')]),
  // The table of 2021 has these names; "India Central" and "India West" of 2023 lie in the tags of these regions.
  // "Central India" is another.
  region('jioindiacentral', 'Jio India Central', [since2021('20.192.234.160')], {
    printedAs: 'India Central',
  }),
  region('jioindiawest', 'Jio India West', [since2021('20.193.202.160')], {
    printedAs: 'India West',
  }),
  region('koreacentral', 'Korea Central', [inAll('40.82.157.167'), in2023('20.194.74.240')]),
  region('koreasouth', 'Korea South', [inAll('40.80.232.185')]),
  region('malaysiasouth', 'Malaysia South', []),
  region('malaysiawest', 'Malaysia West', []),
  region('mexicocentral', 'Mexico Central', []),
  region('newzealandnorth', 'New Zealand North', []),
  region('northcentralus', 'North Central US', [
    inAll('40.81.47.216'),
    in2019('23.96.224.175'),
    in2019('23.101.166.38'),
    until2021('52.162.110.80', 'CLOUD'),
  ]),
  region('northeurope', 'North Europe', [inAll('52.142.95.35')]),
  region('norwayeast', 'Norway East', [since2021('51.120.2.185')], { serviceTagRegion: 'norwaye' }),
  region('norwaywest', 'Norway West', [since2021('51.120.130.134')], {
    serviceTagRegion: 'norwayw',
  }),
  region('polandcentral', 'Poland Central', []),
  region('qatarcentral', 'Qatar Central', []),
  region('southafricanorth', 'South Africa North', [
    inAll('102.133.130.197'),
    in2023('102.37.166.220'),
  ]),
  region('southafricawest', 'South Africa West', [inAll('102.133.0.79')]),
  region('southcentralus', 'South Central US', [
    inAll('20.188.77.119'),
    in2023('20.97.32.190'),
    in2019('13.84.189.17'),
    in2019('13.85.22.63'),
    until2021('104.214.19.224', 'CLOUD'),
  ]),
  region('southcentralus2', 'South Central US 2', []),
  region('southcentralusstg', 'South Central US STG', [], { serviceTagRegion: 'usstagec' }),
  region('southindia', 'South India', [inAll('20.44.33.246')]),
  region('southeastasia', 'Southeast Asia', [inAll('40.90.185.46')]),
  region('southeastus', 'Southeast US', []),
  region('southeastus3', 'Southeast US 3', []),
  region('spaincentral', 'Spain Central', []),
  region('swedencentral', 'Sweden Central', []),
  region('swedensouth', 'Sweden South', []),
  region(
    'switzerlandnorth',
    'Switzerland North',
    [in2023('51.107.246.176'), inAll('51.107.0.91')],
    { serviceTagRegion: 'switzerlandn' },
  ),
  region('switzerlandwest', 'Switzerland West', [inAll('51.107.96.8')], {
    serviceTagRegion: 'switzerlandw',
  }),
  region('taiwannorth', 'Taiwan North', []),
  region('taiwannorthwest', 'Taiwan Northwest', []),
  region('uaecentral', 'UAE Central', [inAll('20.37.81.41')]),
  region('uaenorth', 'UAE North', [inAll('20.46.144.85')]),
  region('uksouth', 'UK South', [inAll('51.145.56.125')]),
  region('ukwest', 'UK West', [inAll('51.137.136.0')]),
  region('westcentralus', 'West Central US', [since2021('52.253.135.58')]),
  region('westeurope', 'West Europe', [inAll('51.145.179.78')]),
  region('westindia', 'West India', [inAll('40.81.89.24')]),
  region('westus', 'West US', [inAll('13.64.39.16')]),
  region('westus2', 'West US 2', [inAll('51.143.127.203')]),
  region('westus3', 'West US 3', [since2021('20.150.167.160')]),
];

/** Printed in 2019 and never after; no weekly file compared has them in an ApiManagement tag. */
export const addressesOfNoRegion: readonly ControlPlaneAddress[] = [
  addressOfNoRegion('52.159.16.255'),
  addressOfNoRegion('52.253.225.124'),
];
