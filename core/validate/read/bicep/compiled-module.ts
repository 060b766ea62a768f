/** Compiled templates as modules. */

import { InputError } from '../../../input-error.ts';
import { requireShallow } from '../document-shape.ts';
import { isObject } from '../unresolved.ts';
import { loadedJson } from './loaded-json.ts';
import type { LoweredModule } from './lower-deployed.ts';

/** The module; undefined for what is not a template, or one nested too deeply. */
export function compiledModule(text: string): LoweredModule | undefined {
  const template = loadedJson(text, undefined)?.value;
  if (!isObject(template) || typeof template.resources !== 'object') return undefined;
  try {
    requireShallow(template);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
  const { parameters } = template;
  return { template, parameters: Object.keys(isObject(parameters) ? parameters : {}) };
}
