/**
 * `npm run data:refresh -- <weekly file>`: rewrites service-tag-files/<cloud>.ts and <cloud>-snapshot.ts from an
 * official weekly service-tag file, adds what it changes to changes.ts, for the feeds, and prints what changed and what
 * to do next. It writes nothing else: the ids, dates and citations of the file follow from the extract.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { followedTags } from '../core/answers/feeds/tags.ts';
import { changedTags } from '../core/network/service-tags/compare-files.ts';
import type { ServiceTagFile } from '../core/network/service-tags/service-tag-file.ts';
import { shippedServiceTagFiles } from '../core/network/service-tags/shipped-files.ts';
import { dateInFileName, readServiceTagFile } from '../core/network/service-tags/weekly-file.ts';
import {
  type CloudName,
  cloudNames,
  type IsoDate,
  type ServiceTagExtract,
  type ServiceTagFileChange,
} from '../data/model.ts';
import { serviceTagFileChanges } from '../data/service-tag-files/changes.ts';
import { serviceTagExtracts } from '../data/weekly-files.ts';
import { changeReport } from './extract-changes.ts';
import { printChanges, printExtract, printSnapshot, targets } from './print-service-tags.ts';

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

/** Input that cannot be used; the message has the value and what is accepted. */
export class InputError extends Error {}

function dateInName(fileName: string, fileCloud: string): IsoDate {
  const date = dateInFileName(fileName);
  if (date === undefined || !fileName.startsWith(`ServiceTags_${fileCloud}_`)) {
    throw new InputError(
      `"${fileName}" holds the tags of ${fileCloud}, ` +
        `so it must be named ServiceTags_${fileCloud}_YYYYMMDD.json`,
    );
  }
  return date;
}

/** What the data stores of the weekly file called `fileName`. */
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

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(
      `"${path}" cannot be read as a weekly service-tag file (JSON): ${(error as Error).message}`,
    );
  }
}

/** A year of weekly files for each cloud. */
const mostChanges = 52;

/** The stored changes and those of a newer file, oldest first; without those of a file that changes nothing. */
export function withChanges(
  stored: readonly ServiceTagFileChange[],
  before: ServiceTagFile,
  after: ServiceTagFile,
): readonly ServiceTagFileChange[] {
  const { cloud, changeNumber, date } = after;
  if (date === undefined || before.date === undefined) throw new Error('a file without a date');
  const tags = changedTags(before, after, followedTags(cloud));
  if (tags.length === 0) return stored;
  const own = stored.filter((change) => change.cloud === cloud);
  const kept = stored.filter(
    (change) => change.cloud !== cloud || own.indexOf(change) > own.length - mostChanges,
  );
  const change = { cloud, date, changeNumber, comparedWith: before.date, tags };
  return [...kept, change].sort((a, b) => a.date.localeCompare(b.date));
}

/** Writes the extract and all prefixes of the weekly file at `path` into `folder`; returns what changed and what to do next. */
export function refresh(path: string, folder: string): string {
  const content = readJson(path);
  const extract = extractOf(basename(path), content);
  const before = serviceTagExtracts[extract.cloud];
  if (extract.changeNumber < before.changeNumber) {
    throw new InputError(
      `"${basename(path)}" has change number ${extract.changeNumber}; the data has ` +
        `${before.changeNumber} (${before.date}) already and takes that or a later one`,
    );
  }
  const file = readServiceTagFile(content, basename(path));
  const shipped = shippedServiceTagFiles.find(({ cloud }) => cloud === extract.cloud);
  if (!shipped) throw new Error(`no weekly file of ${extract.cloud}`);
  const changes = withChanges(serviceTagFileChanges, shipped, file);
  const { module, snapshotModule } = targets[extract.cloud];
  writeFileSync(join(folder, module), printExtract(extract));
  writeFileSync(join(folder, snapshotModule), printSnapshot(extract, file.bytes));
  writeFileSync(join(folder, 'changes.ts'), printChanges(changes));
  return changeReport(before, extract);
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
