/** Settings and flows: each deployment has the nearest ones above it. */

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReadFlowsFile } from '../../core/validate/own-flows/flows-file.ts';
import { flowsFileName } from '../../core/validate/own-flows/own-flow.ts';
import { nearestFile, settingsFileName } from '../scope.ts';
import { nameIn } from '../source-tree.ts';
import type { CheckInputs } from './check-input.ts';
import { readFlows, requireFlowsFile } from './flows.ts';
import type { Settings } from './parse-settings.ts';
import { readSettings } from './settings.ts';

export interface OwnFiles {
  /** Those of all deployments together. */
  readonly settings: Settings;
  /** The name of the settings file of a deployment; undefined where it has none. */
  settingsFileOf(path: string): string | undefined;
  flowsOf(path: string): ReadFlowsFile | undefined;
}

/** By the paths of the deployments. With `flows`, the path of a file, all have these. */
export async function ownFilesOf(
  { base, scope, inputs }: Pick<CheckInputs, 'base' | 'scope' | 'inputs'>,
  { flows: named }: { readonly flows?: string | undefined },
  cwd: string,
): Promise<OwnFiles> {
  const namedFile = named === undefined ? undefined : requireFlowsFile(named, cwd);
  const paths = inputs.map(({ path }) => path);
  const nearest = (name: string) =>
    new Map(
      inputs.map(({ path, places = [path] }) => {
        const folders = places.map((place) => folderOf(resolve(base, place)));
        return [path, nearestFile(name, folders, scope)] as const;
      }),
    );
  const settingsFiles = nearest(settingsFileName);
  const flowsFiles = namedFile
    ? new Map(paths.map((path) => [path, namedFile] as const))
    : nearest(flowsFileName);
  const settings = await Promise.all(unique(settingsFiles).map((file) => readSettings(file, base)));
  const flows = new Map(
    await Promise.all(
      unique(flowsFiles).map(async (file) => [file, await readFlows(file, base)] as const),
    ),
  );
  return {
    settings: {
      ignores: settings.flatMap(({ ignores }) => ignores),
      problems: settings.flatMap(({ problems }) => problems),
    },
    settingsFileOf(path) {
      const file = settingsFiles.get(path);
      return file && nameIn(base, file);
    },
    flowsOf: (path) => flows.get(flowsFiles.get(path) ?? ''),
  };
}

const unique = (files: ReadonlyMap<string, string | undefined>): readonly string[] => [
  ...new Set([...files.values()].filter((file) => file !== undefined)),
];

const folderOf = (entry: string) =>
  statSync(entry, { throwIfNoEntry: false })?.isDirectory() ? entry : dirname(entry);
