/**
 * `npm run data:refresh -- <weekly file>`: rewrites service-tag-files/<cloud>.ts from an official weekly
 * service-tag file and prints what changed. Nothing but the file is read, and nothing else is written.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { type CloudName, cloudNames, type IsoDate, type ServiceTagExtract } from '../data/model.ts';
import { chinaExtract } from '../data/service-tag-files/china.ts';
import { publicExtract } from '../data/service-tag-files/public.ts';
import { usGovernmentExtract } from '../data/service-tag-files/us-government.ts';

const lineWidth = 100;

const targets = {
  PUBLIC: {
    fileCloud: 'Public',
    module: 'public.ts',
    constant: 'publicExtract',
    stored: publicExtract,
  },
  US_GOVERNMENT: {
    fileCloud: 'AzureGovernment',
    module: 'us-government.ts',
    constant: 'usGovernmentExtract',
    stored: usGovernmentExtract,
  },
  CHINA: {
    fileCloud: 'China',
    module: 'china.ts',
    constant: 'chinaExtract',
    stored: chinaExtract,
  },
} as const satisfies Record<CloudName, object>;

const WeeklyFile = z.object({
  changeNumber: z.int().positive(),
  cloud: z.enum(cloudNames.map((name) => targets[name].fileCloud)),
  values: z.array(
    z.object({
      name: z.string().regex(/^\w+(\.\w+)*$/),
      properties: z.object({
        region: z.string(),
        addressPrefixes: z.array(z.union([z.cidrv4(), z.cidrv6()])),
        networkFeatures: z.array(z.string().regex(/^\w+$/)).nullish(),
      }),
    }),
  ),
});

/** Input that cannot be taken over; the message says what was given and what is accepted. */
export class InputError extends Error {}

function dateInName(fileName: string, fileCloud: string): IsoDate {
  const pattern = new RegExp(`^ServiceTags_${fileCloud}_(\\d{4})(\\d{2})(\\d{2})\\.json$`);
  const [, year, month, day] = fileName.match(pattern) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!z.iso.date().safeParse(date).success) {
    throw new InputError(
      `"${fileName}" holds the tags of ${fileCloud}, ` +
        `so it must be named ServiceTags_${fileCloud}_YYYYMMDD.json`,
    );
  }
  return date as IsoDate;
}

/** What the data keeps of the weekly file called `fileName`. */
export function extractOf(fileName: string, content: unknown): ServiceTagExtract {
  const parsed = WeeklyFile.safeParse(content, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `"${fileName}" is not a weekly service-tag file ({ changeNumber, cloud, values }): ` +
        `${issue?.path.join('.') || 'content'}: ${issue?.message}; ` +
        `given ${String(JSON.stringify(issue?.input)).slice(0, 40)}`,
    );
  }
  const { changeNumber, cloud: fileCloud, values } = parsed.data;
  const apiManagement = values.find((tag) => tag.name === 'ApiManagement');
  if (apiManagement === undefined) throw new InputError(`"${fileName}" has no tag ApiManagement`);

  const regional = values.filter((tag) => tag.properties.region !== '');
  const bases = new Set(regional.map((tag) => tag.name.slice(0, tag.name.lastIndexOf('.'))));
  const tagNames = values
    .filter((tag) => tag.properties.region === '')
    .map((tag) => tag.name)
    .sort();
  return {
    cloud: cloudNames.find((name) => targets[name].fileCloud === fileCloud) as CloudName,
    changeNumber,
    date: dateInName(fileName, fileCloud),
    tagNames,
    regionalTagNames: tagNames.filter((name) => bases.has(name)),
    apiManagementFeatures: apiManagement.properties.networkFeatures ?? [],
    apiManagement: apiManagement.properties.addressPrefixes,
    apiManagementByRegion: Object.fromEntries(
      regional
        .filter((tag) => tag.name.startsWith('ApiManagement.'))
        .sort((first, second) => (first.name < second.name ? -1 : 1))
        .map((tag) => [tag.name.replace('ApiManagement.', ''), tag.properties.addressPrefixes]),
    ),
  };
}

/** What came and went in one list of an extract. */
export interface ListChange {
  readonly list: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function listsOf(extract: ServiceTagExtract): Record<string, readonly string[]> {
  return {
    'service tags': extract.tagNames,
    'service tags with regional versions': extract.regionalTagNames,
    'network features of ApiManagement': extract.apiManagementFeatures,
    ApiManagement: extract.apiManagement,
    ...Object.fromEntries(
      Object.entries(extract.apiManagementByRegion).map(([suffix, prefixes]) => [
        `ApiManagement.${suffix}`,
        prefixes,
      ]),
    ),
  };
}

/** The lists that differ; a regional tag that is new or gone shows as a list of additions or removals. */
export function diffExtracts(before: ServiceTagExtract, after: ServiceTagExtract): ListChange[] {
  const old = listsOf(before);
  const current = listsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(current)])]
    .map((list) => {
      const was = new Set(old[list]);
      const is = new Set(current[list]);
      return { list, added: [...is.difference(was)], removed: [...was.difference(is)] };
    })
    .filter(({ added, removed }) => added.length > 0 || removed.length > 0);
}

function printList(key: string, items: readonly string[], indent: string): string {
  const quoted = items.map((item) => `'${item}'`);
  const line = `${indent}${key}: [${quoted.join(', ')}],`;
  if (line.length <= lineWidth) return line;
  return [`${indent}${key}: [`, ...quoted.map((item) => `${indent}  ${item},`), `${indent}],`].join(
    '\n',
  );
}

/** The module that holds the extract, in the formatter's own layout. */
export function printExtract(extract: ServiceTagExtract): string {
  const { fileCloud, constant } = targets[extract.cloud];
  const weeklyFile = `ServiceTags_${fileCloud}_${extract.date.replaceAll('-', '')}.json`;
  return [
    `// Generated by \`npm run data:refresh\` from ${weeklyFile}; do not edit.`,
    '',
    "import type { ServiceTagExtract } from '../model.ts';",
    '',
    `export const ${constant}: ServiceTagExtract = {`,
    `  cloud: '${extract.cloud}',`,
    `  changeNumber: ${extract.changeNumber},`,
    `  date: '${extract.date}',`,
    printList('tagNames', extract.tagNames, '  '),
    printList('regionalTagNames', extract.regionalTagNames, '  '),
    printList('apiManagementFeatures', extract.apiManagementFeatures, '  '),
    printList('apiManagement', extract.apiManagement, '  '),
    '  apiManagementByRegion: {',
    ...Object.entries(extract.apiManagementByRegion).map(([suffix, prefixes]) =>
      printList(suffix, prefixes, '    '),
    ),
    '  },',
    '};',
    '',
  ].join('\n');
}

function report(before: ServiceTagExtract, after: ServiceTagExtract): string {
  const changes = diffExtracts(before, after);
  return [
    `${after.cloud}: change number ${before.changeNumber} (${before.date}) -> ` +
      `${after.changeNumber} (${after.date})`,
    ...changes.flatMap(({ list, added, removed }) => [
      `${list}: ${added.length} added, ${removed.length} removed`,
      ...added.map((item) => `  + ${item}`),
      ...removed.map((item) => `  - ${item}`),
    ]),
    ...(changes.length === 0 ? ['nothing that is kept of the file has changed'] : []),
  ].join('\n');
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(
      `"${path}" cannot be read as a weekly service-tag file (JSON): ${(error as Error).message}`,
    );
  }
}

/** Takes over the weekly file at `path` into `folder` and tells what changed. */
export function refresh(path: string, folder: string): string {
  const extract = extractOf(basename(path), readJson(path));
  const before = targets[extract.cloud].stored;
  if (extract.changeNumber < before.changeNumber) {
    throw new InputError(
      `"${basename(path)}" has change number ${extract.changeNumber}; the data has ` +
        `${before.changeNumber} (${before.date}) already and takes that or a later one`,
    );
  }
  writeFileSync(join(folder, targets[extract.cloud].module), printExtract(extract));
  return report(before, extract);
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  try {
    const [path] = paths;
    if (path === undefined || paths.length > 1) {
      throw new InputError(
        `${paths.length} files given; give one: npm run data:refresh -- ServiceTags_Public_20251110.json`,
      );
    }
    console.log(refresh(path, join(import.meta.dirname, '../data/service-tag-files')));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
