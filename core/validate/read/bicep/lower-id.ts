/** Names and ids of resources, and what something is deployed to. */

import type { Expression } from '../arm/expressions.ts';
import type { Syntax } from './ast.ts';
import type { Context, Instance, Locals } from './context.ts';
import { call, format, literal, member, type Written } from './expression.ts';
import { entryOf, instanceOf, loopLocals } from './instances.ts';

const maxParents = 20;

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
  if (name) {
    const named = context.follow(of, 'name', () => context.lower(name, loopLocals(instance)));
    return named ?? context.unknown(of.declaration);
  }
  const at = context.at(of.declaration);
  if (of.declaration.kind === 'module') return generatedName(instance, at);
  return context.unknown(of.declaration);
}

/** A module may leave its name to the deployment. */
const generatedName = ({ of, index }: Instance, at: Written): Expression =>
  of.loop
    ? format([`${of.key}-`, index ?? call('copyindex', [literal(of.key, at)], at)], at)
    : literal(of.key, at);

/** The name with those of the parents before it, separated by slashes. */
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
  const { subscription } = (scope && scopeOf(instance, scope)) ?? {};
  return { kind: 'group', name: ownNameOf(instance), subscription };
}

const scopeOf = (instance: Instance, scope: Syntax): Target | undefined =>
  instance.context.follow(instance.of, 'scope', () =>
    targetOf(scope, loopLocals(instance), instance.context),
  );

/** The scope of a resource: its own one, or that of its parents. */
function targetOfInstance(instance: Instance, level = 0): Target | undefined {
  const { of, context } = instance;
  const scope = entryOf(of, 'scope');
  if (scope) return scopeOf(instance, scope);
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
