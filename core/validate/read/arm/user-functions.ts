/** Functions that a template defines itself. They see their own parameters and no others, and no variables. */

import { memoizeByObject } from '../../../network/memoize.ts';
import { get, isObject, listOf, textOf } from '../unresolved.ts';

export interface UserFunction {
  /** What the output is evaluated in: the parameters of the function, and the other functions. */
  readonly template: unknown;
  /** Names of the parameters in lower case, in the order of the arguments. */
  readonly parameters: readonly string[];
  readonly output: unknown;
}

/** The function that a call in lower case names: contoso.name, or __bicep.name in what Bicep compiles. */
export function userFunction(template: unknown, name: string): UserFunction | undefined {
  return isObject(template) ? functionsOf(template).get(name) : undefined;
}

const functionsOf = memoizeByObject(
  (template: object): ReadonlyMap<string, UserFunction> =>
    new Map(
      listOf(get(template, 'functions')).flatMap((group) => {
        const members = get(group, 'members');
        return Object.entries(isObject(members) ? members : {}).map(([member, definition]) => {
          const parameters = listOf(get(definition, 'parameters')).map(
            (one) => [textOf(get(one, 'name')), one] as const,
          );
          const own: UserFunction = {
            template: {
              parameters: Object.fromEntries(parameters),
              functions: get(template, 'functions'),
              definitions: get(template, 'definitions'),
            },
            parameters: parameters.map(([name]) => name.toLowerCase()),
            output: get(get(definition, 'output'), 'value'),
          };
          return [`${textOf(get(group, 'namespace'))}.${member}`.toLowerCase(), own] as const;
        });
      }),
    ),
);
