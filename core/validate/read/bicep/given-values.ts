/** Values for the parameters of a deployment: those of a values file, and those that are sent with the files. */

import type { Expression } from '../arm/expressions.ts';
import { Tree } from '../arm/tree.ts';
import { get, isObject } from '../unresolved.ts';
import { type Context, noLocals } from './context.ts';
import { call, literal } from './expression.ts';
import { loadedJson, locatedJson } from './loaded-json.ts';
import type { Lowering, Template } from './lowering.ts';
import type { BicepFile } from './program.ts';

/** Expressions by the names of parameters in lower case; null for a value that only the deployment knows. */
export type Values = Map<string, Expression | null>;

const maxExtends = 20;

/** The values of a .bicepparam file, and of those that it extends. */
export function valuesOfFile(file: BicepFile, lowering: Lowering, template: Template): Values {
  const values: Values = new Map();
  let one: BicepFile | undefined = file;
  for (let count = 0; one && count < maxExtends; count += 1) {
    const context = lowering.context(one, template);
    for (const named of one.names.values()) {
      const key = named.kind === 'param' ? named.name.toLowerCase() : '';
      if (named.kind !== 'param' || !named.value || values.has(key)) continue;
      values.set(
        key,
        isUnknown(named.value, context) ? null : context.lower(named.value, noLocals),
      );
    }
    one = lowering.extended(one);
  }
  return values;
}

/** A value that only the environment or a store has. */
const isUnknown = (syntax: Parameters<Context['lower']>[0], { file }: Context): boolean => {
  if (syntax.kind !== 'call' || file.names.has(syntax.name)) return false;
  return (
    ['getSecret', 'externalInput'].includes(syntax.name) ||
    (syntax.name === 'readEnvironmentVariable' && syntax.args.length < 2)
  );
};

/** The values of a parameters file: { parameters: { name: { value } } }. */
export function valuesOfJson(path: string, text: string): Values | undefined {
  const parameters = get(loadedJson(text, undefined)?.value, 'parameters');
  if (!isObject(parameters)) return undefined;
  return new Map(
    Object.keys(parameters).map((name) => {
      const keys = ['parameters', name, 'value'];
      return [name.toLowerCase(), locatedJson({ path, text }, keys, withoutVariables) ?? null];
    }),
  );
}

const maxVariables = 100;

/**
 * The text with the variables that the Azure Developer CLI puts in: ${NAME=default} is its default. Undefined where one
 * has none.
 */
function withoutVariables(text: string): string | undefined {
  if (!text.includes('${')) return text;
  const parts = text.split(/\$\{([A-Za-z_]\w*(?:=[^}]*)?)\}/, maxVariables);
  const texts = parts.map((part, index) =>
    index % 2 === 0 ? part : part.includes('=') ? part.slice(part.indexOf('=') + 1) : undefined,
  );
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** Values that are sent by name. */
export const valuesSent = (parameters: Readonly<Record<string, unknown>>): Values =>
  new Map(
    Object.entries(parameters).map(([name, value]) => [
      name.toLowerCase(),
      literal(value, { source: name }),
    ]),
  );

/** The parameters of the deployment as a template hands them to the one within it. */
export function asParameters(names: readonly string[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values.get(name.toLowerCase());
      if (value === undefined) return [];
      // A parameter that the outer template does not have stays open.
      const open = call('parameters', [literal(name, { source: name })], { source: name });
      return [[name, { value: new Tree(value ?? open) }]];
    }),
  );
}
