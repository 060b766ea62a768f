/** Calls in Bicep: functions of the language, of the file, of other files, and of resources. */

import type { Expression } from '../arm/expressions.ts';
import type { CallSyntax, FunctionDeclaration, Syntax } from './ast.ts';
import { type Context, declarationOf, type Instance, type Locals } from './context.ts';
import { call, literal } from './expression.ts';
import { countOf, instanceOf, loopNamed } from './instances.ts';
import { loadedJson, locatedJson } from './loaded-json.ts';
import { idOf } from './lower-id.ts';

const namespaces = ['az', 'sys'];
const lambdaCalls = ['map', 'toObject', 'reduce'];

export function lowerCall(syntax: CallSyntax, locals: Locals, context: Context): Expression {
  const { of, name } = syntax;
  const at = context.at(syntax);
  const args = () => syntax.args.map((arg) => context.lower(arg, locals));
  if (of && !(of.kind === 'name' && namespaces.includes(of.name) && !isNamed(of.name, context))) {
    const library = libraryOf(of, locals, context);
    if (library) return lowerNamedCall(name, syntax, args(), library, context);
    const instance = instanceOf(of, locals, context);
    // Keys, secrets and the like: equal for the same resource, and known to the deployment alone.
    if (instance) return call(`${name.toLowerCase()} of`, [idOf(instance), ...args()], at);
    return context.unknown(syntax);
  }
  if (!of && isFunction(name, context)) {
    return lowerNamedCall(name, syntax, args(), context, context);
  }
  switch (name) {
    case 'any': {
      const [value] = syntax.args;
      return value ? context.lower(value, locals) : context.unknown(syntax);
    }
    case 'nameof': {
      const [value] = syntax.args;
      const last = value?.kind === 'member' ? value.key : value;
      return literal(
        last?.kind === 'name' ? last.name : last?.kind === 'literal' ? last.value : '',
        at,
      );
    }
    case 'loadTextContent':
    case 'loadJsonContent': {
      const path = textIn(syntax.args[0], context);
      const file = path === undefined ? undefined : context.textOf(path);
      if (!file) {
        return context.unknown(syntax, `${path ?? 'the file'} is not among the files; add it`);
      }
      if (name === 'loadTextContent') return literal(file.text, at);
      const query = syntax.args[1] && textIn(syntax.args[1], context);
      if (syntax.args[1] && query === undefined) return context.unknown(syntax);
      const located = locatedJson(file, query ?? '$');
      if (located) return located;
      const json = loadedJson(file.text, query);
      return json ? literal(json.value, at) : context.unknown(syntax, `${path} is not valid JSON`);
    }
    case 'loadYamlContent':
      return context.unknown(
        syntax,
        'loadYamlContent is not read; use loadJsonContent, or send what bicep build prints',
      );
    case 'readEnvironmentVariable': {
      const fallback = syntax.args[1];
      return fallback ? context.lower(fallback, locals) : context.unknown(syntax);
    }
  }
  const [first, ...others] = syntax.args;
  const deployed = first && lambdaCalls.includes(name) && loopNamed(first, locals, context);
  if (!deployed) return call(name.toLowerCase(), args(), at);
  const list = call('range', [literal(0, at), countOf(deployed, context)], at);
  const rest = others.map((arg) => overInstances(arg, deployed, locals, context));
  return call(name.toLowerCase(), [list, ...rest], at);
}

const isNamed = (name: string, context: Context) => context.file.names.has(name);

function isFunction(name: string, context: Context): boolean {
  const named = context.file.names.get(name);
  return named?.kind === 'func' || named?.kind === 'imported';
}

/** The file that an import of everything in it means. */
function libraryOf(of: Syntax, locals: Locals, context: Context): Context | undefined {
  if (of.kind !== 'name' || locals.has(of.name)) return undefined;
  const named = context.file.names.get(of.name);
  return named?.kind === 'imported' && named.name === '*'
    ? context.imported(named.path, named.pathStart)
    : undefined;
}

/** A function that the file declares or imports; `user` is the file in which it is called. */
function lowerNamedCall(
  name: string,
  syntax: CallSyntax,
  args: readonly Expression[],
  context: Context,
  user: Context,
): Expression {
  const declared = declarationOf(name, context);
  const named = declared?.context.file.names.get(declared.name);
  return declared && named?.kind === 'func'
    ? application(named, args, declared.context, user.at(syntax))
    : user.unknown(syntax, `no function is called ${name} here`);
}

/** A function with its arguments; what it computes is lowered when it is evaluated, for it may call others. */
function application(
  { lambda }: FunctionDeclaration,
  args: readonly Expression[],
  context: Context,
  at: ReturnType<Context['at']>,
): Expression {
  const names = lambda.variables.map(context.unique);
  let body: Expression | undefined;
  return {
    ...at,
    kind: 'let',
    variables: names,
    values: args,
    body: () => {
      body ??= context.lower(
        lambda.body,
        new Map(
          lambda.variables.map((variable, index) => [
            variable,
            call('lambdavariables', [literal(names[index], at)], at),
          ]),
        ),
      );
      return body;
    },
  };
}

/** A lambda over the resources or modules of a loop: its first variable is one of them. */
function overInstances(
  syntax: Syntax,
  of: Instance['of'],
  locals: Locals,
  context: Context,
): Expression {
  if (syntax.kind !== 'lambda') return context.lower(syntax, locals);
  const at = context.at(syntax);
  const names = syntax.variables.map(context.unique);
  const inner = new Map<string, Expression | Instance>(locals);
  const itemIndex = syntax.variables.length > 1 ? 1 : 0;
  for (const [index, variable] of syntax.variables.entries()) {
    const value = call('lambdavariables', [literal(names[index], at)], at);
    inner.set(
      variable,
      index === itemIndex ? { kind: 'instance', of, index: value, context } : value,
    );
  }
  return { ...at, kind: 'lambda', variables: names, body: context.lower(syntax.body, inner) };
}

/** A text that is known without a deployment. */
function textIn(syntax: Syntax | undefined, context: Context): string | undefined {
  if (syntax?.kind === 'literal')
    return typeof syntax.value === 'string' ? syntax.value : undefined;
  const named = syntax?.kind === 'name' ? context.file.names.get(syntax.name) : undefined;
  return named?.kind === 'var' && named.value.kind === 'literal'
    ? textIn(named.value, context)
    : undefined;
}
