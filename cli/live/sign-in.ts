/** The caller's own sign-in: one token of the Azure CLI, held for the run and sent to Resource Manager alone. */

import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { z } from 'zod';
import { printable } from '../../core/validate/report/printable.ts';
import { type Io, UsageError } from '../io.ts';

const outputShape = z.object({ accessToken: z.string().regex(/^[\x21-\x7e]{1,20000}$/) });
const longestWaitMs = 60_000;

/**
 * Asks `az` for a token. `subscription` is a checked GUID and tells az which of several tenants to ask; `resource` is
 * the address of Resource Manager. Throws UsageError, without the output of az, where there is none.
 */
export async function accessToken(
  subscription: string,
  resource: string,
  { env }: Pick<Io, 'env'>,
): Promise<string> {
  const command = 'az account get-access-token --output json';
  const { stdout, problem } = await run(
    `${command} --subscription ${subscription} --resource ${resource}`,
    env,
  );
  if (problem !== undefined) throw new UsageError(problem);
  try {
    return outputShape.parse(JSON.parse(stdout)).accessToken;
  } catch {
    throw new UsageError(
      'az account get-access-token printed no token; run az login, then try again',
    );
  }
}

interface Ran {
  readonly stdout: string;
  readonly problem?: string;
}

/**
 * What is started for a command line of plain words, without quotes. On Windows az is a batch file, which only a shell
 * starts; Node warns where a shell gets the words one by one.
 */
export function startOf(
  line: string,
  platform: NodeJS.Platform,
): { readonly file: string; readonly args: readonly string[]; readonly shell: boolean } {
  if (!/^[\w\-./: ]+$/.test(line)) throw new Error(`not plain words: ${line}`);
  if (platform === 'win32') return { file: line, args: [], shell: true };
  const [file = '', ...args] = line.split(' ');
  return { file, args, shell: false };
}

function run(line: string, env: Io['env']): Promise<Ran> {
  const { file, args, shell } = startOf(line, process.platform);
  const options = {
    env: { ...env },
    // Where no az of a repository is; a shell of Windows looks into the current folder first.
    cwd: homedir(),
    timeout: longestWaitMs,
    maxBuffer: 1_000_000,
    shell,
  };
  return new Promise((resolve) => {
    execFile(file, [...args], options, (error, stdout, stderr) => {
      if (!error) resolve({ stdout });
      else resolve({ stdout: '', problem: problemOf(error, stderr) });
    });
  });
}

function problemOf(error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.code === 'ENOENT') {
    return 'the Azure CLI (az) is not on the PATH; install it and run az login, or run apim-atlas collect where it is';
  }
  if (error.killed) {
    return `az account get-access-token took longer than ${longestWaitMs / 1000} s; run it by itself to see why`;
  }
  const line = stderr.split('\n').find((one) => one.trim() !== '') ?? '';
  const said = line === '' ? '' : `: ${printable(line.trim()).slice(0, 300)}`;
  return `az account get-access-token failed${said}; run az login, then try again`;
}
