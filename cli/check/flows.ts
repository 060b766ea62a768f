/** A flows file, `apim-atlas.flows.yaml`, or the one that --flows names. */

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../core/input-error.ts';
import type { ReadFlowsFile } from '../../core/validate/own-flows/flows-file.ts';
import { UsageError } from '../io.ts';
import { nameIn } from '../source-tree.ts';

/** The file that `--flows` names. Throws UsageError where there is none. */
export function requireFlowsFile(named: string, cwd: string): string {
  const path = resolve(cwd, named);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return path;
  throw new UsageError(
    stats ? `${named} is a folder; --flows names a file` : `there is no file ${named}`,
  );
}

/** Throws UsageError with a line for each mistake. */
export async function readFlows(path: string, base: string): Promise<ReadFlowsFile> {
  const { FlowsFileError, readFlowsFile } = await import(
    '../../core/validate/own-flows/flows-file.ts'
  );
  try {
    return readFlowsFile(readFileSync(path, 'utf8'), nameIn(base, path));
  } catch (error) {
    throw error instanceof FlowsFileError ? new UsageError(...error.messages) : error;
  }
}

/** What is wrong with a flow only in the cloud of an instance, such as its service tag, has its line, too. */
export function withFlowLines<T>(flows: ReadFlowsFile | undefined, judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (!flows || !(error instanceof InputError)) throw error;
    throw new UsageError(...flows.withLine(error).messages);
  }
}
