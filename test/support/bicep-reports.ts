/** Reports on the sample deployment in the styles of Bicep. */

import { validateSource } from '../../core/validate/validate-source.ts';
import { styles } from './bicep-styles.ts';
import { options, sample } from './sample-deployment.ts';

export type Files = { path: string; text: string }[];

export const filesOf = (style: string): Files => {
  const write = styles[style];
  if (!write) throw new Error(`no style is called ${style}`);
  return write(sample).map((file) => ({ ...file }));
};
interface With {
  readonly entry?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export const check = (files: Files, { parameters, ...source }: With = {}) =>
  validateSource({ files, ...source }, { ...options, parameters });
