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
  const args = ['account', 'get-access-token', '--output', 'json'];
  const { stdout, problem } = await run(
    [...args, '--subscription', subscription, '--resource', resource],
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

function run(args: readonly string[], env: Io['env']): Promise<Ran> {
  // On Windows az is a batch file, which only a shell starts; in the home folder it finds no az of a repository.
  const options = {
    env: { ...env },
    cwd: homedir(),
    timeout: longestWaitMs,
    maxBuffer: 1_000_000,
    shell: process.platform === 'win32',
  };
  return new Promise((resolve) => {
    execFile('az', [...args], options, (error, stdout, stderr) => {
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
