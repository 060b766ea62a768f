/** The texts of chosen files and of those in zip archives, as far as a deployment may need them. */

import { InputError } from '../../../../core/input-error.ts';
import {
  decoded,
  isImplied,
  isImpliedText,
  isJson,
  isSource,
  isText,
  isZip,
} from '../../../../core/validate/read/source/file-kinds.ts';
import {
  maxFiles,
  maxText,
  nameOf,
  normalizedPath,
  type SourceFile,
} from '../../../../core/validate/read/source/files.ts';
import type { ChosenFile } from './chosen-file.ts';
import { isFlowsFile } from './flows-field.ts';

/** A file whose text is read when it is needed. */
interface Candidate {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}

export interface Texts {
  readonly files: readonly SourceFile[];
  /** The flows file among them. */
  readonly ownFlows: SourceFile | undefined;
  /** Paths of the files that are neither source nor named in one, and of further flows files. */
  readonly ignored: readonly string[];
}

const maxBytes = 4 * maxText;

/** Throws InputError where there is too much to read, two files have one path, or a zip archive is broken. */
export async function readTexts(chosen: readonly ChosenFile[]): Promise<Texts> {
  const all = (await Promise.all(chosen.map(candidatesOf))).flat();
  requireEachOnce(all);
  const [flowsFile, ...otherFlows] = all.filter(({ path }) => isFlowsFile(path));
  const candidates = all.filter(({ path }) => !isFlowsFile(path));
  const hasSource = candidates.some(({ path }) => isSource(path));
  const first = candidates.filter(({ path }) =>
    hasSource ? isSource(path) || isImplied(path) : isJson(path),
  );
  const read = (await textsOf(first)).filter(
    ({ path, text }) => isSource(path) || !hasSource || isImpliedText(path, text),
  );
  const texts = hasSource ? read.map(({ text }) => text).join('\n') : '';
  const named = candidates.filter(
    (one) => !first.includes(one) && isText(one.path) && texts.includes(nameOf(one.path)),
  );
  const files = [...read, ...(await textsOf(named))];
  const known = new Set(files.map(({ path }) => path));
  const [ownFlows] = await textsOf(flowsFile ? [flowsFile] : []);
  return {
    ownFlows,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ignored: [...candidates, ...otherFlows]
      .map(({ path }) => path)
      .filter((path) => !known.has(path)),
  };
}

/** Two archives may have files of one path, of which only one could count. */
function requireEachOnce(candidates: readonly Candidate[]): void {
  const seen = new Set<string>();
  for (const { path } of candidates) {
    if (seen.has(path)) {
      throw new InputError('two of the files have the same path', {
        path: ['document'],
        given: path,
        expected: ['one folder or one zip archive'],
      });
    }
    seen.add(path);
  }
}

async function candidatesOf({ path, file }: ChosenFile): Promise<readonly Candidate[]> {
  const read = async () => new Uint8Array(await file.arrayBuffer());
  if (!isZip(path)) {
    return [{ path: normalizedPath(path) ?? file.name, size: file.size, read }];
  }
  requireBytes(file.size);
  const { inZip } = await import('./zip.ts');
  return inZip(await read(), path, maxBytes).map(([within, bytes]) => ({
    path: within,
    size: bytes.length,
    read: async () => bytes,
  }));
}

async function textsOf(candidates: readonly Candidate[]): Promise<readonly SourceFile[]> {
  if (candidates.length > maxFiles) throw tooMuch(`${candidates.length} files`);
  requireBytes(candidates.reduce((sum, { size }) => sum + size, 0));
  return Promise.all(
    candidates.map(async ({ path, read }) => ({ path, text: decoded(await read()) })),
  );
}

function requireBytes(bytes: number): void {
  if (bytes > maxBytes) throw tooMuch(`${bytes} bytes`);
}

const tooMuch = (given: string) =>
  new InputError('this is too much to read; choose the folder with the deployment', {
    path: ['document'],
    given,
    accepted: [`at most ${maxFiles} files with ${maxText} characters in all`],
  });
