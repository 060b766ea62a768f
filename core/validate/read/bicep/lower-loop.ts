/** Lambdas and loops in values. */

import type { Expression } from '../arm/expressions.ts';
import type { ForSyntax, LambdaSyntax } from './ast.ts';
import type { Context, Instance, Locals } from './context.ts';
import { call, literal } from './expression.ts';
import { countOf, loopNamed } from './instances.ts';

/** A lambda; its variables have names that no other one has. */
export function lowerLambda(
  { variables, body, ...syntax }: LambdaSyntax,
  locals: Locals,
  context: Context,
): Expression {
  const names = variables.map(context.unique);
  const at = context.at(syntax);
  const inner = new Map([
    ...locals,
    ...variables.map(
      (variable, index) =>
        [variable, call('lambdavariables', [literal(names[index], at)], at)] as const,
    ),
  ]);
  return { ...at, kind: 'lambda', variables: names, body: context.lower(body, inner) };
}

/** A loop in a value: map(), and an empty list for what its condition leaves out. */
export function lowerLoop(syntax: ForSyntax, locals: Locals, context: Context): Expression {
  const at = context.at(syntax);
  const itemName = context.unique(syntax.item);
  const indexName = context.unique(syntax.index ?? 'index');
  const variable = (name: string) => call('lambdavariables', [literal(name, at)], at);
  const deployed = loopNamed(syntax.list, locals, context);
  const item: Expression | Instance = deployed
    ? { kind: 'instance', of: deployed, index: variable(itemName), context }
    : variable(itemName);
  const inner = new Map<string, Expression | Instance>([...locals, [syntax.item, item]]);
  if (syntax.index !== undefined) inner.set(syntax.index, variable(indexName));
  const list = deployed
    ? call('range', [literal(0, at), countOf(deployed, context)], at)
    : context.lower(syntax.list, locals);
  const each = (body: Expression): Expression =>
    call('map', [list, { ...at, kind: 'lambda', variables: [itemName, indexName], body }], at);
  const { body } = syntax;
  if (body.kind !== 'if') return each(context.lower(body, inner));
  const bodyAt = context.at(body.body);
  const parts = [
    context.lower(body.condition, inner),
    call('createarray', [context.lower(body.body, inner)], bodyAt),
    call('createarray', [], bodyAt),
  ];
  return call('flatten', [each(call('if', parts, at))], at);
}
