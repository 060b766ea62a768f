/** Parses `apim-atlas.yaml`; apart from what finds it, because few repositories have one, and YAML takes long to load. */

import { posix } from 'node:path';
import { type Document, LineCounter, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { z } from 'zod';
import { checkIdOf, type Ignore, type IgnoreProblem, isDate } from '../../core/validate/ignores.ts';
import type { IsoDate } from '../../data/model.ts';
import { UsageError } from '../io.ts';

const entryShape = z.strictObject({
  check: z.string(),
  /** Glob of the files it is about; all where it is left out. */
  path: z.string().optional(),
  reason: z.string().min(1),
  until: z.string().optional(),
});

const settingsShape = z.strictObject({ ignore: z.array(entryShape).default([]) });

export interface Settings {
  readonly ignores: readonly Ignore[];
  readonly problems: readonly IgnoreProblem[];
}

/**
 * `nameOf` gives the name of a file relative to the folder of the settings. Throws UsageError, with the name of the file,
 * for what is no settings file.
 */
export function parseSettings(
  text: string,
  file: string,
  nameOf: (file: string) => string,
): Settings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax) {
    const { line, col: column } = lines.linePos(syntax.pos[0]);
    throw new UsageError(`${file}:${line}:${column}: ${syntax.message}`);
  }
  const settings = settingsShape.safeParse(plainValue(document, file) ?? {});
  if (!settings.success) {
    const mistakes = settings.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    );
    throw new UsageError(`${file}: ${mistakes.join('; ')}`);
  }
  const written = (document.contents as YAMLMap | null)?.get('ignore') as YAMLSeq | undefined;
  const ignores: Ignore[] = [];
  const problems: IgnoreProblem[] = [];
  for (const [index, entry] of settings.data.ignore.entries()) {
    const offset = (written?.items[index] as YAMLMap | undefined)?.range?.[0] ?? 0;
    const { line, col: column } = lines.linePos(offset);
    const at = { file, line, column };
    const checkId = checkIdOf(entry.check);
    if (checkId === undefined || (entry.until !== undefined && !isDate(entry.until))) {
      problems.push({
        ...at,
        message:
          checkId === undefined
            ? `there is no check "${entry.check}"`
            : `"${entry.until}" is not a date; write YYYY-MM-DD`,
      });
      continue;
    }
    ignores.push({
      checkId,
      reason: entry.reason,
      until: entry.until as IsoDate | undefined,
      at,
      kind: 'EXTERNAL',
      covers: (location) =>
        entry.path === undefined ||
        (location !== undefined && posix.matchesGlob(nameOf(location.file), entry.path)),
    });
  }
  return { ignores, problems };
}

/** A text with too many aliases, or with one of nothing, has no value. */
function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw error instanceof ReferenceError ? new UsageError(`${file}: ${error.message}`) : error;
  }
}
