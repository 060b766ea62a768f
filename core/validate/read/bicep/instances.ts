/** Which resource or module of a file an expression names, and what its loop's variables are. */

import type { Expression } from '../arm/expressions.ts';
import type { Syntax } from './ast.ts';
import { type Context, type Instance, type Locals, noLocals } from './context.ts';
import { call, literal, member } from './expression.ts';
import type { Deployed } from './program.ts';

/** The resource or module that a name means in this file; loops are several. */
function deployedNamed(name: string, locals: Locals, context: Context): Deployed | undefined {
  if (locals.has(name)) return undefined;
  const named = context.file.names.get(name);
  return named?.kind === 'deployed' ? named : undefined;
}

/** The loop of resources or modules that an expression names. */
export function loopNamed(syntax: Syntax, locals: Locals, context: Context): Deployed | undefined {
  const named = syntax.kind === 'name' ? deployedNamed(syntax.name, locals, context) : undefined;
  return named?.loop ? named : undefined;
}

/** The one resource or module that an expression names. */
export function instanceOf(syntax: Syntax, locals: Locals, context: Context): Instance | undefined {
  if (syntax.kind === 'name') {
    const local = locals.get(syntax.name);
    if (local) return local.kind === 'instance' ? local : undefined;
    const of = deployedNamed(syntax.name, locals, context);
    return of && !of.loop ? { kind: 'instance', of, index: undefined, context } : undefined;
  }
  if (syntax.kind === 'child') {
    const around = instanceOf(syntax.of, locals, context);
    const of = around?.of.children.get(syntax.name);
    return around && of && { kind: 'instance', of, index: around.index, context: around.context };
  }
  if (syntax.kind !== 'member' || syntax.isFromEnd) return undefined;
  const of = loopNamed(syntax.of, locals, context);
  return of && { kind: 'instance', of, index: context.lower(syntax.key, locals), context };
}

/** The list of a loop, computed once. */
export function listOf(of: Deployed, context: Context): Expression | undefined {
  const { loop } = of;
  return (
    loop &&
    context.variable(
      `items of ${of.key}`,
      () => context.lower(loop.list, noLocals),
      context.at(loop.list),
    )
  );
}

/** How many resources or modules a loop deploys. */
export function countOf(of: Deployed, context: Context): Expression {
  const { loop } = of;
  const at = context.at(loop?.list ?? of.declaration);
  const other = loop && loopNamed(loop.list, noLocals, context);
  if (other && other !== of) {
    const count = context.follow(of, 'count', () => countOf(other, context));
    return count ?? context.unknown(of.declaration);
  }
  const list = listOf(of, context);
  return list ? call('length', [list], at) : literal(1, at);
}

/** Names within a body: the resources that are nested around it, and what the loop's variables are for this one. */
export function loopLocals(instance: Instance): Locals {
  const { of, index, context } = instance;
  const { loop } = of;
  const list = listOf(of, context);
  const nested = nestedAround(instance);
  if (!loop || !list) return nested;
  const at = context.at(loop.list);
  const number = index ?? call('copyindex', [literal(of.key, at)], at);
  const other = loopNamed(loop.list, noLocals, context);
  return new Map<string, Expression | Instance>([
    ...nested,
    [
      loop.item,
      other && other !== of
        ? { kind: 'instance', of: other, index: number, context }
        : member(list, number, at),
    ],
    ...(loop.index === undefined ? [] : [[loop.index, number] as const]),
  ]);
}

/** A body names the resources within it, and those within the resources around it. */
function nestedAround({ of, context }: Instance): Locals {
  if (!of.around && of.children.size === 0) return noLocals;
  const locals = new Map<string, Instance>();
  for (let one: Deployed | undefined = of; one; one = one.around) {
    for (const [name, child] of one.children) {
      if (locals.has(name)) continue;
      locals.set(name, { kind: 'instance', of: child, index: undefined, context });
    }
  }
  return locals;
}

export const entryOf = (of: Deployed, key: string): Syntax | undefined =>
  of.body?.entries.find((entry) => entry.key === key)?.value;
