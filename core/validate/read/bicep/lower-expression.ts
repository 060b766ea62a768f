/** Bicep's expressions as those of templates. */

import type { Expression } from '../arm/expressions.ts';
import type { ObjectSyntax, Syntax } from './ast.ts';
import { type Context, declarationOf, type Locals, noLocals } from './context.ts';
import { call, format, literal, member } from './expression.ts';
import { instanceOf } from './instances.ts';
import { lowerCall } from './lower-call.ts';
import { lowerLambda, lowerLoop } from './lower-loop.ts';
import { memberOfInstance, outputOf, valueOfInstance } from './lower-reference.ts';

const operators: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '<': 'less',
  '<=': 'lessorequals',
  '>': 'greater',
  '>=': 'greaterorequals',
  '==': 'equals',
  '&&': 'and',
  '||': 'or',
  '??': 'coalesce',
};

export function lowerExpression(syntax: Syntax, locals: Locals, context: Context): Expression {
  const at = context.at(syntax);
  const lower = (one: Syntax) => context.lower(one, locals);
  switch (syntax.kind) {
    case 'literal':
      return literal(syntax.value, at);
    case 'interpolation':
      return format(
        syntax.parts.map((part) => (typeof part === 'string' ? part : lower(part))),
        at,
      );
    case 'array':
      return lowerParts(syntax.items, lower, at);
    case 'object':
      return lowerObject(syntax, locals, context);
    case 'for':
      return lowerLoop(syntax, locals, context);
    case 'if': {
      const none = literal(null, at);
      return call('if', [lower(syntax.condition), lower(syntax.body), none], at);
    }
    case 'unary': {
      const of = lower(syntax.of);
      if (syntax.operator === '!') return call('not', [of], at);
      return syntax.operator === '-' ? call('sub', [literal(0, at), of], at) : of;
    }
    case 'binary':
      return lowerBinary(syntax.operator, lower(syntax.left), lower(syntax.right), at);
    case 'ternary':
      return call('if', [syntax.condition, syntax.yes, syntax.no].map(lower), at);
    case 'call':
      return lowerCall(syntax, locals, context);
    case 'member':
      return lowerMember(syntax, locals, context);
    case 'child': {
      const instance = instanceOf(syntax, locals, context);
      return instance ? valueOfInstance(instance, at) : context.unknown(syntax);
    }
    case 'lambda':
      return lowerLambda(syntax, locals, context);
    case 'name':
      return lowerName(syntax.name, syntax, locals, context);
    case 'unreadable':
      return context.unknown(syntax);
  }
}

function lowerBinary(
  operator: string,
  left: Expression,
  right: Expression,
  at: ReturnType<Context['at']>,
): Expression {
  const name = operators[operator];
  if (name !== undefined) return call(name, [left, right], at);
  const isExact = operator === '!=';
  const sides = isExact ? [left, right] : [left, right].map((one) => call('tolower', [one], at));
  const equal = call('equals', sides, at);
  return operator === '=~' ? equal : call('not', [equal], at);
}

/** A list: its items, and those of the lists that are spread in it. */
function lowerParts(
  items: readonly { readonly value: Syntax; readonly isSpread: boolean }[],
  lower: (one: Syntax) => Expression,
  at: ReturnType<Context['at']>,
): Expression {
  if (!items.some(({ isSpread }) => isSpread)) {
    return call(
      'createarray',
      items.map(({ value }) => lower(value)),
      at,
    );
  }
  const lists: Expression[] = [];
  let run: Expression[] = [];
  const endRun = () => {
    if (run.length > 0) lists.push(call('createarray', run, at));
    run = [];
  };
  for (const { value, isSpread } of items) {
    if (!isSpread) {
      run.push(lower(value));
      continue;
    }
    endRun();
    lists.push(lower(value));
  }
  endRun();
  return call('flatten', [call('createarray', lists, at)], at);
}

function lowerObject(
  { entries, ...syntax }: ObjectSyntax,
  locals: Locals,
  context: Context,
): Expression {
  const at = context.at(syntax);
  const objects: Expression[] = [];
  let run: Expression[] = [];
  const endRun = () => {
    if (run.length > 0) objects.push(call('createobject', run, at));
    run = [];
  };
  for (const entry of entries) {
    const value = context.lower(entry.value, locals);
    if (entry.key === undefined) {
      endRun();
      objects.push(value);
      continue;
    }
    const key =
      typeof entry.key === 'string'
        ? literal(entry.key, context.at(entry))
        : context.lower(entry.key, locals);
    run.push(key, value);
  }
  endRun();
  const [only] = objects;
  if (only && objects.length === 1 && entries.every(({ key }) => key !== undefined)) return only;
  return objects.length === 0
    ? call('createobject', [], at)
    : call('shallowmerge', [call('createarray', objects, at)], at);
}

function lowerMember(
  syntax: Syntax & { readonly kind: 'member' },
  locals: Locals,
  context: Context,
): Expression {
  const at = context.at(syntax);
  const { of, key, isSafe } = syntax;
  const whole = instanceOf(syntax, locals, context);
  if (whole) return valueOfInstance(whole, at);
  const instance = instanceOf(of, locals, context);
  if (instance && key.kind === 'literal' && typeof key.value === 'string') {
    return memberOfInstance(instance, key.value, isSafe, at);
  }
  if (of.kind === 'member' && of.key.kind === 'literal' && of.key.value === 'outputs') {
    const module = instanceOf(of.of, locals, context);
    if (module?.of.declaration.kind === 'module') {
      return outputOf(module, context.lower(key, locals), [of.isSafe, isSafe], at);
    }
  }
  const imported = importedMember(of, key, locals, context);
  if (imported) return imported;
  const list = context.lower(of, locals);
  const index = context.lower(key, locals);
  if (syntax.isFromEnd) return call(isSafe ? 'tryindexfromend' : 'indexfromend', [list, index], at);
  return member(list, index, at, isSafe);
}

/** A member of everything that a file exports: import * as lib, lib.name. */
function importedMember(
  of: Syntax,
  key: Syntax,
  locals: Locals,
  context: Context,
): Expression | undefined {
  if (of.kind !== 'name' || locals.has(of.name) || key.kind !== 'literal') return undefined;
  const named = context.file.names.get(of.name);
  if (named?.kind !== 'imported' || named.name !== '*') return undefined;
  const other = context.imported(named.path, named.pathStart);
  return other ? lowerName(String(key.value), key, noLocals, other, context) : context.unknown(key);
}

/** What a name means in a file; `user` is the file in which it is written. */
function lowerName(
  name: string,
  syntax: Syntax,
  locals: Locals,
  context: Context,
  user = context,
): Expression {
  const at = user.at(syntax);
  const local = locals.get(name);
  if (local) return local.kind === 'instance' ? valueOfInstance(local, at) : local;
  const named = context.file.names.get(name);
  switch (named?.kind) {
    case 'param': {
      const { value } = named;
      // A values file sets parameters, and its other values may use them.
      return value && context.file.path.endsWith('.bicepparam')
        ? context.variable(`value of ${name}`, () => context.lower(value, noLocals), at)
        : call('parameters', [literal(name, at)], at);
    }
    case 'var': {
      const { value } = named;
      return context.variable(name, () => context.lower(value, noLocals), at);
    }
    case 'deployed': {
      const instance = instanceOf({ ...syntax, kind: 'name', name }, locals, context);
      if (instance) return valueOfInstance(instance, at);
      break;
    }
    case 'imported': {
      const declared = declarationOf(name, context);
      return declared
        ? lowerName(declared.name, syntax, noLocals, declared.context, user)
        : user.unknown(syntax);
    }
    case undefined:
      return user.unknown(syntax, `nothing is called ${name} here; declare it`);
  }
  return user.unknown(syntax);
}
