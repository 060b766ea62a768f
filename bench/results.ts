/** What the last run measured, in results.json in this folder: the site computes from it what requests cost. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Kind, Size } from './queries.ts';

/** Requests that a server answers in a second of processor time. */
export interface ServerRates {
  readonly size: Size;
  readonly kind: Kind;
  readonly perSecond: Readonly<Record<'raw' | 'atlas' | 'mercurius' | 'apollo', number>>;
}

/** Microseconds of processor time for one validation with the fields that a pipeline reads. */
export interface ValidationTime {
  readonly rules: number;
  readonly microseconds: number;
}

export interface Results {
  /** Date as yyyy-mm-dd. */
  readonly measuredOn: string;
  readonly processor: string;
  readonly node: string;
  readonly servers: readonly ServerRates[];
  readonly validations: readonly ValidationTime[];
}

const file = new URL('results.json', import.meta.url);

export function record(measured: Partial<Pick<Results, 'servers' | 'validations'>>): void {
  const results: Results = {
    ...JSON.parse(readFileSync(file, 'utf8')),
    measuredOn: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? '',
    node: process.versions.node,
    ...measured,
  };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
