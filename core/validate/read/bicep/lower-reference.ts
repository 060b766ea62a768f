/** What names of resources and modules mean in expressions: ids, names, properties, outputs, and what they are deployed to. */

import type { Expression } from '../arm/expressions.ts';
import type { Syntax } from './ast.ts';
import { type Context, type Instance, type Locals, noLocals } from './context.ts';
import { call, format, literal, member, type Written } from './expression.ts';
import type { Deployed } from './program.ts';

/** The resource or module that a name stands for in this file; loops are several. */
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
  if (other && other !== of) return countOf(other, context);
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

const maxParents = 20;

export const entryOf = (of: Deployed, key: string): Syntax | undefined =>
  of.body?.entries.find((entry) => entry.key === key)?.value;

/** The resource that this one is a child of: the one around it, or the one that it names. */
function parentOf(instance: Instance): Instance | 'unknown' | undefined {
  const { of, index, context } = instance;
  if (of.around) return { ...instance, of: of.around, index };
  const parent = entryOf(of, 'parent');
  return parent && (instanceOf(parent, loopLocals(instance), context) ?? 'unknown');
}

/** The name as it is written, without those of the parents. */
export function ownNameOf(instance: Instance): Expression {
  const { of, context } = instance;
  const name = entryOf(of, 'name');
  if (name) return context.lower(name, loopLocals(instance));
  const at = context.at(of.declaration);
  if (of.declaration.kind === 'module') return generatedName(instance, at);
  return context.unknown(of.declaration);
}

/** A module may leave its name to the deployment. */
const generatedName = ({ of, index }: Instance, at: Written): Expression =>
  of.loop
    ? format([`${of.key}-`, index ?? call('copyindex', [literal(of.key, at)], at)], at)
    : literal(of.key, at);

/** The name with those of the parents before it, parted by slashes. */
export function wholeNameOf(instance: Instance, level = 0): Expression {
  const own = ownNameOf(instance);
  const parent = parentOf(instance);
  const { declaration } = instance.of;
  const { context } = instance;
  if (!parent) return own;
  if (parent === 'unknown' || level > maxParents) return context.unknown(declaration);
  return format([wholeNameOf(parent, level + 1), '/', own], context.at(declaration));
}

/** What something is deployed to, or looked up in. */
export interface Target {
  readonly kind: 'group' | 'subscription' | 'tenant' | 'resource';
  /** The resource group's name or the resource's id; its own one where undefined. */
  readonly name?: Expression | undefined;
  readonly subscription?: Expression | undefined;
}

const targets: Readonly<Record<string, Target['kind']>> = {
  resourceGroup: 'group',
  subscription: 'subscription',
  managementGroup: 'tenant',
  tenant: 'tenant',
};

const groupType = 'microsoft.resources/resourcegroups';

/** What a scope names; undefined where it cannot be followed. */
export function targetOf(syntax: Syntax, locals: Locals, context: Context): Target | undefined {
  if (syntax.kind === 'call') {
    const kind = targets[syntax.name];
    const args = syntax.args.map((arg) => context.lower(arg, locals));
    if (kind !== 'group') return kind && { kind, subscription: args[0] };
    return { kind, name: args.at(-1), subscription: args.length > 1 ? args[0] : undefined };
  }
  if (syntax.kind === 'ternary') {
    const [yes, no] = [syntax.yes, syntax.no].map((one) => targetOf(one, locals, context));
    if (yes?.kind !== 'group' || no?.kind !== 'group') return undefined;
    const at = context.at(syntax);
    const own = member(call('resourcegroup', [], at), 'name', at);
    const condition = context.lower(syntax.condition, locals);
    return { kind: 'group', name: call('if', [condition, yes.name ?? own, no.name ?? own], at) };
  }
  const instance = instanceOf(syntax, locals, context);
  if (!instance) return undefined;
  if (instance.of.type?.toLowerCase() !== groupType) {
    return { kind: 'resource', name: idOf(instance) };
  }
  const scope = entryOf(instance.of, 'scope');
  const { subscription } = (scope && targetOf(scope, loopLocals(instance), context)) ?? {};
  return { kind: 'group', name: ownNameOf(instance), subscription };
}

/** The scope of a resource: its own one, or that of its parents. */
function targetOfInstance(instance: Instance, level = 0): Target | undefined {
  const { of, context } = instance;
  const scope = entryOf(of, 'scope');
  if (scope) return targetOf(scope, loopLocals(instance), context);
  const parent = parentOf(instance);
  if (parent && parent !== 'unknown' && level <= maxParents) {
    return targetOfInstance(parent, level + 1);
  }
  const kind = targets[context.targetScope] ?? 'group';
  return { kind };
}

export function idOf(instance: Instance): Expression {
  const { of, context } = instance;
  const target = targetOfInstance(instance);
  if (of.type === undefined || !target) return context.unknown(of.declaration);
  const at = context.at(of.declaration);
  const none = literal(null, at);
  return call(
    'resourceidbyname',
    [
      literal(target.kind, at),
      literal(of.type, at),
      wholeNameOf(instance),
      target.name ?? none,
      target.subscription ?? none,
    ],
    at,
  );
}

/** The reference() to a resource or module; null where it is certain not to be there, if that is asked for. */
export function referenceTo(
  instance: Instance,
  isFull: boolean,
  isSafe: boolean,
  at: Written,
): Expression {
  const { of, index } = instance;
  const { declaration } = of;
  const isExisting = declaration.kind === 'resource' && declaration.isExisting;
  const key = isExisting
    ? idOf(instance)
    : index
      ? format([`${of.key}[`, index, ']'], at)
      : literal(of.key, at);
  const full = isFull ? [literal('', at), literal('full', at)] : [];
  const reference = call('reference', [key, ...full], at);
  if (!isSafe || of.conditions.length === 0) return reference;
  return call('if', [conditionOf(instance) ?? literal(true, at), reference, literal(null, at)], at);
}

/** Whether it is deployed; undefined where it always is. */
export function conditionOf(instance: Instance): Expression | undefined {
  const { of, context } = instance;
  const [first, ...others] = of.conditions.map((one) => context.lower(one, loopLocals(instance)));
  return first && others.length > 0
    ? call('and', [first, ...others], context.at(of.declaration))
    : first;
}

/** A member of a resource or a module. */
export function memberOfInstance(
  instance: Instance,
  key: string,
  isSafe: boolean,
  at: Written,
): Expression {
  const { of } = instance;
  const { declaration } = of;
  if (key === 'name') return ownNameOf(instance);
  if (declaration.kind === 'module') {
    if (key !== 'outputs') return member(referenceTo(instance, true, isSafe, at), key, at, isSafe);
    const outputs = member(referenceTo(instance, false, isSafe, at), 'outputs', at, isSafe);
    return call('mapvalues', [outputs, valueOfOutput(at)], at);
  }
  switch (key) {
    case 'id':
      return idOf(instance);
    case 'type':
      return literal(of.type ?? '', at);
    case 'apiVersion':
      return literal(declaration.type?.split('@')[1] ?? '', at);
    case 'properties':
      return referenceTo(instance, false, isSafe, at);
    default:
      return member(referenceTo(instance, true, isSafe, at), key, at, isSafe);
  }
}

const valueOfOutput = (at: Written): Expression => ({
  ...at,
  kind: 'lambda',
  variables: ['output'],
  body: member(call('lambdavariables', [literal('output', at)], at), 'value', at),
});

/** The output of a module: its value. */
export function outputOf(
  instance: Instance,
  name: Expression,
  isSafe: readonly [boolean, boolean],
  at: Written,
): Expression {
  const outputs = member(referenceTo(instance, false, isSafe[0], at), 'outputs', at, isSafe[0]);
  const output = member(outputs, name, at, isSafe[0] || isSafe[1]);
  return member(output, 'value', at, isSafe[0] || isSafe[1]);
}

/** A resource or module as a value of its own. */
export function valueOfInstance(instance: Instance, at: Written): Expression {
  const { of } = instance;
  const key = (name: string) => literal(name, at);
  if (of.declaration.kind === 'module') {
    const outputs = memberOfInstance(instance, 'outputs', false, at);
    return call('createobject', [key('name'), ownNameOf(instance), key('outputs'), outputs], at);
  }
  const known = call(
    'createobject',
    [key('id'), idOf(instance), key('name'), ownNameOf(instance), key('type'), key(of.type ?? '')],
    at,
  );
  const rest = referenceTo(instance, true, false, at);
  return call('shallowmerge', [call('createarray', [rest, known], at)], at);
}
