/** What is judged: the deployments that were found, and the texts that they were found in. */

import type { NotJudged } from '../../core/validate/report/check-run.ts';
import type { Input } from '../../core/validate/validate-input.ts';
import type { Scope } from '../scope.ts';

export interface CheckInput {
  /** Path as the report names it, relative to the base; `-` for standard input. */
  readonly path: string;
  readonly input: Input;
  /** In and above which its settings and flows are looked for: its values files, the last one first, and what is deployed. */
  readonly places?: readonly string[];
  /** The text of a JSON document, for lines and columns in it. */
  readonly text?: string;
  /** True for what was found below a folder, and not named: it need not be a deployment. */
  readonly isFound?: boolean;
  /** True for what was piped in, so that no file of it can be edited. */
  readonly isStream?: boolean;
  /** What a JSON pointer into the input leads to, for an input that is no file. */
  readonly nameOf?: (keys: readonly (string | number)[]) => string;
}

export interface CheckInputs {
  /** Folder that all paths are relative to: the repository, or a folder that holds several. */
  readonly base: string;
  /** Where their settings and flows may be. */
  readonly scope: Pick<Scope, 'folder' | 'bound'>;
  readonly inputs: readonly CheckInput[];
  /** Absolute paths of the folders whose deployments are all among them. */
  readonly folders: readonly string[];
  readonly notJudged: readonly NotJudged[];
  /** Texts of all files by path, for excerpts and for comments in them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What one path or stream gives. */
export interface FileInputs extends Omit<CheckInputs, 'base' | 'scope' | 'folders'> {}

export const none: FileInputs = { inputs: [], notJudged: [], texts: new Map() };
