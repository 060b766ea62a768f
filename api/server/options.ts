/** What the server is started with: environment variables, read once; a bad value is an error message. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { withShippedFiles } from '../../core/network/service-tags/shipped-files.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { type Setting, settings } from './settings.ts';

export interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** All addresses of the machine when there is none. */
  readonly host?: string;
  readonly serviceTagFiles: readonly ServiceTagFile[];
  /** Validations for each client; 0 for as many as it likes. */
  readonly validationsPerMinute: number;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Whether each request gets a line in the log. */
  readonly logsRequests: boolean;
}

/** A reason not to start, as a message. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number from the environment, or the default. */
function readNumber(env: Environment, setting: Required<Setting>): number {
  const { variable, max } = setting;
  const text = env[variable];
  if (text === undefined || text === '') return setting.default;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw new StartError(`${variable} is "${text}"; accepted: a whole number from 0 to ${max}`);
}

function loadServiceTagFile(path: string): ServiceTagFile {
  try {
    const text = readFileSync(path, 'utf8');
    return readServiceTagFile(JSON.parse(text.replace(/^\uFEFF/, '')), basename(path));
  } catch (error) {
    throw new StartError(
      `${path}: ${(error as Error).message}; accepted: the weekly download "Azure IP Ranges and Service Tags" or the output of az network list-service-tags`,
    );
  }
}

/** The official weekly files at these paths, at most one for each cloud; throws a StartError. */
export function loadServiceTagFiles(paths: readonly string[]): readonly ServiceTagFile[] {
  const files = paths.map(loadServiceTagFile);
  for (const [index, { cloud }] of files.entries()) {
    const first = files.findIndex((other) => other.cloud === cloud);
    if (first === index) continue;
    throw new StartError(
      `${paths[index]} and ${paths[first]} are of the cloud ${cloud}; accepted: one file for each cloud`,
    );
  }
  return files;
}

/** Options from the environment; throws a StartError. */
export function readServerOptions(env: Environment): ServerOptions {
  const named = env[settings.serviceTags.variable] ?? '';
  const paths = named.split(',').map((path) => path.trim());
  const host = env[settings.host.variable];
  return {
    port: readNumber(env, settings.port),
    ...(host && { host }),
    validationsPerMinute: readNumber(env, settings.validationsPerMinute),
    trustedProxies: readNumber(env, settings.trustedProxies),
    logsRequests: readNumber(env, settings.requestLog) === 1,
    serviceTagFiles: withShippedFiles(loadServiceTagFiles(paths.filter((path) => path !== ''))),
  };
}

/** What holds where nothing is set. */
export const defaultOptions: ServerOptions = readServerOptions({});
