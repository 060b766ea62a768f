/** Official weekly service-tag files, as downloaded or as `az network list-service-tags` prints them. */

import { z } from 'zod';
import type { CloudName, IsoDate } from '../../../data/model.ts';
import { looksLikeIpv6, parsePrefix } from '../sets/ipv4.ts';
import { ServiceTagFile } from './service-tag-file.ts';
import { addressesOf } from './service-tags.ts';
import { tableOf } from './snapshot.ts';

const fileShape = z.object({
  changeNumber: z.union([
    z.int().positive().max(999_999_999),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]),
  cloud: z.string(),
  values: z
    .array(
      z.object({
        // A snapshot has a name in each line.
        name: z.string().regex(/^[^\r\n]+$/, 'accepted: a name in one line'),
        properties: z.object({ addressPrefixes: z.array(z.string()) }),
      }),
    )
    .min(1),
});

/** Names that the two shapes give a cloud. */
const cloudBySpelling: Readonly<Record<string, CloudName>> = {
  public: 'PUBLIC',
  azurecloud: 'PUBLIC',
  azuregovernment: 'US_GOVERNMENT',
  azureusgovernment: 'US_GOVERNMENT',
  usgov: 'US_GOVERNMENT',
  china: 'CHINA',
  azurechinacloud: 'CHINA',
};

const mostNamed = 5;

/** True for a text that looks like an IPv6 prefix; IPv6 is not read further. */
const isReadable = (text: string): boolean =>
  looksLikeIpv6(text)
    ? /^[\da-f:.]{2,45}\/\d{1,3}$/i.test(text)
    : parsePrefix(text).kind === 'prefix';

/** Refuses a prefix that cannot be read: without it a tag would be too small and a verdict wrong. */
function requireReadable(values: z.infer<typeof fileShape>['values']): void {
  const unreadable = values.flatMap(({ name, properties }) =>
    properties.addressPrefixes
      .filter((text) => !isReadable(text))
      .map((text) => `"${text.slice(0, 50)}" of ${name.slice(0, 80)}`),
  );
  if (unreadable.length === 0) return;
  const first = unreadable.slice(0, mostNamed).join(', ');
  throw new TypeError(
    `not a service-tag file: ${unreadable.length} address prefixes cannot be read, the first are ${first}; accepted are prefixes such as 20.60.0.0/24 and 2603:1020:5::/48`,
  );
}

/** The date in the name of a download: ServiceTags_Public_20251110.json. */
export function dateInFileName(name: string): IsoDate | undefined {
  const [, year, month, day] = name.match(/^ServiceTags_\w+_(\d{4})(\d{2})(\d{2})\.json$/) ?? [];
  const date = `${year}-${month}-${day}`;
  return z.iso.date().safeParse(date).success ? (date as IsoDate) : undefined;
}

/**
 * Reads a weekly file, whose date only its name has; throws a TypeError that names what is missing or cannot be read.
 */
export function readServiceTagFile(json: unknown, name = ''): ServiceTagFile {
  const file = fileShape.safeParse(json);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new TypeError(
      `not a service-tag file: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`,
    );
  }
  const { changeNumber, cloud: spelling, values } = file.data;
  const cloud = Object.hasOwn(cloudBySpelling, spelling.toLowerCase())
    ? cloudBySpelling[spelling.toLowerCase()]
    : undefined;
  if (!cloud) {
    throw new TypeError(
      `not a service-tag file of a known cloud: cloud is "${spelling.slice(0, 40)}", accepted are Public, AzureGovernment and China`,
    );
  }
  requireReadable(values);
  const date = dateInFileName(name);
  // Azure reads names in any case, so a name that comes twice is one tag.
  const tags = new Map(
    values.map(({ name, properties }) => [
      name.toLowerCase(),
      [name, addressesOf(properties.addressPrefixes)] as const,
    ]),
  );
  const table = tableOf([...tags.values()].sort(([one], [other]) => (one < other ? -1 : 1)));
  return new ServiceTagFile({ cloud, changeNumber, ...(date && { date }) }, { table });
}
