/** What the server is started with: environment variables and command-line arguments, read once and refused in words. */

import { parseArgs } from 'node:util';
import { loadServiceTagFiles, ServiceTagFileError } from './service-tag-files.ts';
import type { ServiceTagFile } from './validate/network/service-tags.ts';

export interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** All addresses of the machine when there is none. */
  readonly host?: string;
  readonly serviceTagFiles: readonly ServiceTagFile[];
}

/** A reason not to start, in words for whoever starts the server. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

const defaultPort = 4000;
const maxPort = 65_535;

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= maxPort) return port;
  throw new StartError(`PORT is "${text}"; accepted: a whole number from 0 to ${maxPort}`, 1);
}

function readArguments(args: readonly string[]): readonly string[] | undefined {
  try {
    const options = { 'service-tags': { type: 'string', multiple: true } } as const;
    return parseArgs({ args: [...args], options }).values['service-tags'];
  } catch (error) {
    throw new StartError(`${(error as Error).message}; accepted: --service-tags=<file>`, 2);
  }
}

/** Options from `PORT`, `HOST` and `SERVICE_TAGS`, or `--service-tags` in its place; throws a StartError. */
export function readServerOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ServerOptions {
  const named = readArguments(args) ?? [env.SERVICE_TAGS ?? ''];
  const paths = named.flatMap((list) => list.split(',')).map((path) => path.trim());
  const port = readPort(env.PORT);
  try {
    return {
      port,
      ...(env.HOST ? { host: env.HOST } : {}),
      serviceTagFiles: loadServiceTagFiles(paths.filter((path) => path !== '')),
    };
  } catch (error) {
    if (!(error instanceof ServiceTagFileError)) throw error;
    throw new StartError(error.message, 2);
  }
}
