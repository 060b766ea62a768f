/** What is known of an address: each list, each cloud, both families, and what is no address. */

import { describe, expect, it } from 'vitest';
import { isRetired, printedControlPlaneAddresses } from '../../../core/answers/control-plane.ts';
import { lookupAddress } from '../../../core/answers/lookup-address.ts';
import { InputError } from '../../../core/input-error.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import { catalog } from '../../../data/index.ts';
import { expectCited } from '../../support/citations.ts';
import { findOfficial, madeUpDownload } from '../../support/weekly-files.ts';

const weeklyFile = readServiceTagFile({
  changeNumber: 1,
  cloud: 'Public',
  values: [
    ['AzureCloud', ['51.0.0.0/8']],
    ['AzureCloud.westeurope', ['51.145.0.0/16']],
    ['ApiManagement', ['51.145.179.78/32', '2603:1010:304:402::140/124']],
    ['Storage', ['20.60.0.0/16']],
  ].map(([name, addressPrefixes]) => ({ name, properties: { addressPrefixes } })),
});

type Row = readonly [
  address: string,
  regions: readonly (string | null)[],
  retired: boolean,
  tags: readonly string[],
];

describe('lookupAddress', () => {
  it.each<Row>([
    ['51.145.179.78', ['westeurope'], false, ['ApiManagement.WestEurope', 'ApiManagement']],
    // The table calls the region "India Central", which is not Central India.
    [
      '20.192.234.160',
      ['jioindiacentral'],
      false,
      ['ApiManagement.JioIndiaCentral', 'ApiManagement'],
    ],
    // A breaking-change notice assigns it to South Africa North.
    [
      '102.133.0.79',
      ['southafricawest'],
      false,
      ['ApiManagement.SouthAfricaWest', 'ApiManagement'],
    ],
    ['139.217.51.16', ['chinanorth'], false, ['ApiManagement.ChinaNorth', 'ApiManagement']],
    ['52.127.42.160', ['usgovvirginia'], false, ['ApiManagement.USGovVirginia', 'ApiManagement']],
    ['13.73.72.21', ['usgoviowa'], false, []],
    ['13.84.189.17', ['southcentralus'], true, ['ApiManagement.SouthCentralUS', 'ApiManagement']],
    ['52.159.16.255', [null], true, []],
    ['8.8.8.8', [], false, []],
  ])('%s', (address, regions, retired, tags) => {
    const actual = lookupAddress(address, []);
    expect(actual.controlPlaneAddresses.map(({ region }) => region?.name ?? null)).toEqual(regions);
    expect(actual.controlPlaneAddresses.some((printed) => printed.isRetired)).toBe(retired);
    expect(actual.controlPlanePrefixes.map(({ serviceTag }) => serviceTag)).toEqual(tags);
    expect(actual.serviceTags).toEqual([]);
    expect([actual.platformAddress, actual.privateRange]).toEqual([null, null]);
    expectCited(actual);
  });

  it.each([
    ['139.217.51.16', 'CLOUD'],
    ['52.159.16.255', 'CLOUD'],
    ['40.125.137.220', 'REGION'],
  ])('%s has the scope %s', (address, scope) => {
    const [printed] = lookupAddress(address, []).controlPlaneAddresses;
    expect(printed?.scope).toBe(scope);
    expect(printed?.editions.length).toBeGreaterThan(0);
  });

  it('finds every printed address', () => {
    const offenders = printedControlPlaneAddresses.filter(
      ({ address, region }) =>
        !lookupAddress(address, []).controlPlaneAddresses.some(
          (actual) => actual.region === region,
        ),
    );
    expect(offenders.map(({ address }) => address)).toEqual([]);
  });

  it('calls an address retired that the table of January 2023 leaves out', () => {
    const offenders = printedControlPlaneAddresses.filter(
      (printed) => isRetired(printed) === printed.editions.includes('2023-01-06'),
    );
    expect(offenders.map(({ address }) => address)).toEqual([]);
  });

  it('finds each current address in the prefixes of its own region', () => {
    const offenders = printedControlPlaneAddresses.filter(
      (printed) =>
        !isRetired(printed) &&
        printed.region?.serviceTagSuffix !== undefined &&
        !lookupAddress(printed.address, []).controlPlanePrefixes.some(
          ({ region }) => region === printed.region,
        ),
    );
    expect(offenders.map(({ address }) => address)).toEqual([]);
  });

  it.each(
    Object.values(catalog.serviceTagExtracts).flatMap(({ cloud, apiManagement }) =>
      apiManagement
        .filter((prefix) => /\/(32|128|28|124)$/.test(prefix))
        .filter((_, index) => index % 40 === 0)
        .map((prefix) => [cloud, prefix] as const),
    ),
  )('%s: the first address of %s is in the tag', (cloud, prefix) => {
    const actual = lookupAddress(prefix.split('/')[0] ?? '', []).controlPlanePrefixes;
    expect(actual.map((held) => [held.cloud, held.serviceTag, held.prefix])).toContainEqual([
      cloud,
      'ApiManagement',
      prefix,
    ]);
  });

  it('names the loaded tags that hold the address, the smallest first', () => {
    expect(lookupAddress('51.145.179.78', [weeklyFile]).serviceTags).toEqual([
      {
        cloud: 'PUBLIC',
        changeNumber: 1,
        date: null,
        names: ['ApiManagement', 'AzureCloud.westeurope', 'AzureCloud'],
      },
    ]);
    expect(lookupAddress('8.8.8.8', [weeklyFile]).serviceTags).toEqual([]);
  });

  it.each([
    ['168.63.129.16', /host/],
    ['169.254.169.254', /metadata/],
  ])('%s is an address of Azure itself', (address, title) => {
    const actual = lookupAddress(address, []);
    expect(actual.platformAddress?.title).toMatch(title);
    expectCited(actual);
  });

  it.each([
    ['10.255.0.1', '10.0.0.0/8'],
    ['172.31.0.1', '172.16.0.0/12'],
    ['172.32.0.1', null],
    ['192.168.1.5', '192.168.0.0/16'],
    ['100.64.0.1', '100.64.0.0/10'],
  ])('%s lies in the private range %s', (address, range) => {
    expect(lookupAddress(address, []).privateRange).toBe(range);
  });

  it.each([
    ['2603:1010:304:402::14f', '2603:1010:304:402::14f', 2],
    [' 2603:1010:0304:0402:0000:0000:0000:0140 ', '2603:1010:304:402::140', 2],
    ['2603:1010:304:402::150', '2603:1010:304:402::150', 0],
    ['::', '::', 0],
    ['::ffff:51.145.179.78', '::ffff:3391:b34e', 0],
  ])('%s is compared with the stored IPv6 prefixes', (input, address, count) => {
    const actual = lookupAddress(input, [weeklyFile]);
    expect(actual.address).toBe(address);
    expect(actual.controlPlanePrefixes).toHaveLength(count);
    expect(actual.serviceTags).toEqual([]);
    expect(actual.notes.map(({ text }) => text).join()).toMatch(/IPv6/);
    expectCited(actual);
  });

  it.each([
    ['51.145.179.78/32', /not a prefix.*nearest: 51\.145\.179\.78/],
    ['2603:1010::/32', /not a prefix.*nearest: 2603:1010::/],
    ['', /not an IP address/],
    ['westeurope', /not an IP address/],
    ['ApiManagement', /not an IP address/],
    ['1.2.3', /not an IP address/],
    ['1.2.3.256', /not an IP address/],
    ['01.2.3.4', /not an IP address/],
    ['1.2.3.4:443', /without a port.*nearest: 1\.2\.3\.4/],
    ['1:2:3:4:5:6:7:8:9', /not an IP address/],
    ['::1::', /not an IP address/],
    ['[::1]', /not an IP address/],
    ['fe80::1%eth0', /not an IP address/],
    ['a'.repeat(5000), /not an IP address/],
    [':'.repeat(5000), /not an IP address/],
    ['hello/world', /not an IP address/],
  ])('refuses %s', (input, message) => {
    const act = () => lookupAddress(input, [weeklyFile]);
    expect(act).toThrow(InputError);
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ path: ['address'] }));
  });
});

describe.each([
  { name: 'a made-up file', read: () => madeUpDownload('CHINA') },
  ...findOfficial('ServiceTags_China_20260720.json'),
])('$name', ({ read }) => {
  it('holds the control plane in the tags of its region', () => {
    const loaded = readServiceTagFile(read());
    expect(lookupAddress('139.217.51.16', [loaded]).serviceTags).toEqual([
      {
        cloud: 'CHINA',
        changeNumber: catalog.serviceTagExtracts.CHINA.changeNumber,
        date: null,
        names: ['ApiManagement.ChinaNorth', 'ApiManagement', 'AzureCloud.chinanorth', 'AzureCloud'],
      },
    ]);
  });
});
