/** What names of resources and modules mean in expressions: their properties, their outputs, themselves. */

import type { Expression } from '../arm/expressions.ts';
import type { Instance } from './context.ts';
import { call, format, literal, member, type Written } from './expression.ts';
import { loopLocals } from './instances.ts';
import { idOf, ownNameOf } from './lower-id.ts';

/** The reference() to a resource or module; null where it is certain not to exist, if the access is safe. */
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
  const lowered = context.follow(of, 'condition', () =>
    of.conditions.map((one) => context.lower(one, loopLocals(instance))),
  );
  if (!lowered) return context.unknown(of.declaration);
  const [first, ...others] = lowered;
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
