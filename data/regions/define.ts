/** How a region is written down: its names, its addresses and the editions that print them; the citations follow. */

import { cite } from '../cite.ts';
import type {
  AddressScope,
  Citation,
  CloudName,
  Confidence,
  ControlPlaneAddress,
  Region,
} from '../model.ts';
import { citeWeeklyFile } from '../weekly-files.ts';

/** The editions of the network reference that print control-plane addresses, oldest first, and the heading of the list. */
const addressEditions = [
  { date: '2019-09-09', section: 'Force tunneling: management IP addresses', namesRegions: false },
  { date: '2021-08-06', section: 'Control plane IP addresses', namesRegions: true },
  { date: '2023-01-06', section: 'Control plane IP addresses', namesRegions: true },
] as const;

type Edition = (typeof addressEditions)[number];
type EditionDate = Edition['date'];

/** An address and the editions that print it. */
interface PrintedAddress {
  readonly address: string;
  readonly scope: AddressScope;
  readonly editions: readonly EditionDate[];
}

/** An address that every edition with addresses prints from `from` on, up to `until` if it is retired. */
export function printed(
  address: string,
  from: EditionDate,
  { until, scope = 'REGION' }: { until?: EditionDate; scope?: AddressScope } = {},
): PrintedAddress {
  const editions = addressEditions
    .map(({ date }) => date)
    .filter((date) => date >= from && (until === undefined || date <= until));
  return { address, editions, scope };
}

export interface RegionDetails {
  /** Other names that users or documents give the region. */
  readonly alsoCalled?: readonly string[];
  /** Another name in the table of an edition, where we infer that it means this region. */
  readonly printedAs?: { readonly [Date in EditionDate]?: string };
  /** Region id in the weekly file, where it differs from the programmatic name. */
  readonly serviceTagRegion?: string;
  /** False where the weekly file has no tags of the region. */
  readonly hasServiceTags?: boolean;
}

function citeAddresses({ date, section, namesRegions }: Edition, isInferred = false): Citation {
  const confidence: Confidence = isInferred || !namesRegions ? 'INFERRED' : 'DOCUMENTED';
  return cite(`vnet-reference-${date}`, section, confidence);
}

/** An address of 2019 that nothing assigns to a region: it counts for the whole cloud. */
export function addressOfNoRegion(address: string): ControlPlaneAddress {
  const [{ date, section }] = addressEditions;
  const citation = cite(`vnet-reference-${date}`, `${section} (printed without a region)`);
  return { ...printed(address, date, { until: date, scope: 'CLOUD' }), citations: [citation] };
}

/** A function that makes the regions of one cloud. */
export function regionsOf(cloud: CloudName) {
  return (
    name: string,
    displayName: string,
    addresses: readonly PrintedAddress[],
    {
      alsoCalled = [],
      printedAs = {},
      serviceTagRegion = name,
      hasServiceTags = true,
    }: RegionDetails = {},
  ): Region => {
    // In every weekly file the suffix of a region's tags is its display name without the spaces.
    const serviceTagSuffix = displayName.replaceAll(' ', '');
    /** Citations of the editions in `dates`, newest first. */
    const citationsOf = (dates: readonly EditionDate[]) =>
      addressEditions
        .filter(({ date }) => dates.includes(date))
        .map((edition) => citeAddresses(edition, printedAs[edition.date] !== undefined))
        .reverse();
    const tables = addresses.flatMap(({ editions }) => editions);
    const [newestTable] = citationsOf(tables);
    return {
      name,
      displayName,
      aliases: [
        ...new Set([
          ...Object.values(printedAs),
          ...alsoCalled,
          ...(serviceTagRegion === name ? [] : [serviceTagRegion]),
        ]),
      ],
      cloud,
      ...(hasServiceTags ? { serviceTagSuffix, serviceTagRegion } : {}),
      controlPlaneAddresses: addresses.map((row) => ({
        ...row,
        citations: citationsOf(row.editions),
      })),
      citations: [
        ...(newestTable ? [newestTable] : []),
        ...(hasServiceTags ? [citeWeeklyFile(cloud, `ApiManagement.${serviceTagSuffix}`)] : []),
      ],
    };
  };
}
