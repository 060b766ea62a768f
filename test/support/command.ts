/** Runs the command in a folder of its own, with what it printed. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
// The command loads it when it runs; here no test pays for that.
import '../../cli/check/check.ts';
import { run } from '../../cli/program.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandEnvironment {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly today?: string;
  readonly isTerminal?: boolean;
}

/** A new folder with these files; it goes when the test has ended. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export async function command(
  cwd: string,
  args: readonly string[],
  { stdin = '', env = {}, today = '2026-12-01', isTerminal = false }: CommandEnvironment = {},
): Promise<Ran> {
  const printed = { out: '', err: '' };
  const code = await run(
    args,
    {
      cwd,
      env,
      today,
      isTerminal,
      out: (text) => {
        printed.out += text;
      },
      err: (text) => {
        printed.err += text;
      },
      stdin: async () => stdin,
    },
    '0.0.0',
  );
  return { code, ...printed };
}

/** What `apim-atlas check --format json` says of a folder. */
export async function checked(folder: string, args: readonly string[] = []) {
  const { out, err, code } = await command(folder, ['check', '--format', 'json', ...args]);
  const { deployments, notJudged } =
    out === '' ? { deployments: [], notJudged: [] } : JSON.parse(out);
  return { deployments, notJudged, err, code };
}
