/** How documents and sources are read, and where their values are written. */

import type { IsoDate } from '../../data/model.ts';
import type { Deployment } from '../deployment.ts';
import type { LocationOptions } from './location/location.ts';
import type { SourceLocation } from './read/source/location.ts';

export interface InputOptions extends LocationOptions {
  /** Values by name for parameters and variables that a document or a source leaves open. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  /** Name of the service to judge where a document or a source has several. */
  readonly service?: string | undefined;
  /** Edition of the port table for a document or a source; the newest if none is named. */
  readonly edition?: IsoDate | undefined;
}

export interface InputLocation {
  /** JSON pointer into the input. */
  readonly path: string;
  readonly sourceLocation?: SourceLocation;
  readonly loopLocation?: SourceLocation;
}

/** No document and no source names an edition. */
export const inEdition = (deployment: Deployment, { edition }: InputOptions): Deployment =>
  edition === undefined ? deployment : { ...deployment, edition };

/** Paths of errors that begin with an option are in no document. */
export const isArgument = ([first]: readonly (string | number)[]): boolean =>
  first === 'service' || first === 'flows';
