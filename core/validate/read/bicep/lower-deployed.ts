/** Resources and modules of Bicep as resources of a template. */

import type { Expression } from '../arm/expressions.ts';
import { Tree } from '../arm/tree.ts';
import { unreadField } from '../azure/unread-modules.ts';
import type { Entry, Syntax } from './ast.ts';
import type { Context, Instance, Locals } from './context.ts';
import { call, literal, member } from './expression.ts';
import { countOf, entryOf, loopLocals } from './instances.ts';
import { ownNameOf, targetOf, wholeNameOf } from './lower-id.ts';
import { conditionOf } from './lower-reference.ts';
import type { Deployed } from './program.ts';

/** What is read in another way than as a field of the resource. */
const special = [
  'name',
  'type',
  'parent',
  'scope',
  'dependsOn',
  'params',
  'copy',
  'resources',
  'id',
];

/** Fields of a resource that may come out of an object that is spread in its body. */
const usual = ['location', 'sku', 'zones', 'properties', 'identity', 'kind', 'tags'];

export interface LoweredModule {
  /** The template is missing, and the module may hold parts of the network. */
  readonly mayHoldNetwork?: boolean;
  /** The template of the module; undefined where it cannot be read. */
  readonly template: object | undefined;
  /** Names of its parameters. */
  readonly parameters: readonly string[];
}

/** The resource of the template; undefined for one that exists already. */
export function lowerResource(of: Deployed, context: Context): object | undefined {
  const { declaration, type } = of;
  if (declaration.kind !== 'resource' || declaration.isExisting || type === undefined) {
    return undefined;
  }
  const instance: Instance = { kind: 'instance', of, index: undefined, context };
  const locals = loopLocals(instance);
  const entries = of.body?.entries ?? [];
  const fields = entries.some(({ key }) => typeof key !== 'string')
    ? spreadFields(entries, locals, context)
    : entries.flatMap(({ key, value }): [string, unknown][] =>
        typeof key === 'string' && !special.includes(key)
          ? [[key, new Tree(context.lower(value, locals))]]
          : [],
      );
  if (deploysNothing(type, of.body)) fields.push(['properties', { template: { resources: [] } }]);
  if (!of.body) {
    fields.push(['properties', new Tree(context.unknown(declaration.body))], [unreadField, true]);
  }
  return Object.fromEntries([
    ['type', type],
    ['name', new Tree(wholeNameOf(instance))],
    ...repetition(instance),
    ...fields,
  ]);
}

/** A deployment whose template has no resources and no outputs: it only counts how often the source is deployed. */
function deploysNothing(type: string, body: Syntax | undefined): boolean {
  if (type.toLowerCase() !== 'microsoft.resources/deployments') return false;
  const template = valueIn(valueIn(body, 'properties'), 'template');
  const outputs = valueIn(template, 'outputs');
  return isEmpty(valueIn(template, 'resources')) && (outputs === undefined || isEmpty(outputs));
}

function valueIn(of: Syntax | undefined, name: string): Syntax | undefined {
  if (of?.kind !== 'object') return undefined;
  return of.entries.find(({ key }) => key === name)?.value;
}

const isEmpty = (of: Syntax | undefined): boolean =>
  (of?.kind === 'array' && of.items.length === 0) ||
  (of?.kind === 'object' && of.entries.length === 0 && of.resources.length === 0);

function spreadFields(
  entries: readonly Entry[],
  locals: Locals,
  context: Context,
): [string, unknown][] {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return [];
  const { start } = first;
  const { end } = last;
  const body = context.lower({ kind: 'object', entries, resources: [], start, end }, locals);
  return usual.map((key) => [key, new Tree(member(body, key, context.at({ start, end }), true))]);
}

/** The loop and the condition of a resource or module. */
function repetition(instance: Instance): [string, unknown][] {
  const { of, context } = instance;
  const condition = conditionOf(instance);
  return [
    ...(of.loop
      ? ([
          ['copy', { name: of.key, count: new Tree(countOf(of, context)), ...itemOf(instance) }],
        ] as const)
      : []),
    ...(condition ? ([['condition', new Tree(condition)]] as const) : []),
  ].map(([key, value]) => [key, value]);
}

/** What the loop goes over, for a finding's location. */
function itemOf(instance: Instance): object {
  const item = loopLocals(instance).get(instance.of.loop?.item ?? '');
  return item && item.kind !== 'instance' ? { item: new Tree(item) } : {};
}

/** The deployment that a module is. */
export function lowerModule(
  of: Deployed,
  { template, parameters, mayHoldNetwork }: LoweredModule,
  context: Context,
): object {
  const instance: Instance = { kind: 'instance', of, index: undefined, context };
  const locals = loopLocals(instance);
  return Object.fromEntries([
    ['type', 'Microsoft.Resources/deployments'],
    ['name', new Tree(ownNameOf(instance))],
    ...repetition(instance),
    ...deployedTo(instance, locals),
    ...(mayHoldNetwork ? [[unreadField, true] as const] : []),
    [
      'properties',
      {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: lowerParameters(entryOf(of, 'params'), parameters, locals, context),
        ...(template && { template }),
      },
    ],
  ]);
}

function deployedTo({ of, context }: Instance, locals: Locals): [string, unknown][] {
  const scope = entryOf(of, 'scope');
  if (!scope) return [];
  const target = targetOf(scope, locals, context);
  if (!target) return [['resourceGroup', new Tree(context.unknown(scope))]];
  return target.kind === 'group' && target.name ? [['resourceGroup', new Tree(target.name)]] : [];
}

function lowerParameters(
  params: Syntax | undefined,
  names: readonly string[],
  locals: Locals,
  context: Context,
): object {
  const tree = (value: Expression) => ({ value: new Tree(value) });
  if (!params) return {};
  if (params.kind === 'object' && params.entries.every(({ key }) => typeof key === 'string')) {
    return Object.fromEntries(
      params.entries.map(({ key, value }) => [String(key), tree(context.lower(value, locals))]),
    );
  }
  const at = context.at(params);
  const all = context.lower(params, locals);
  return Object.fromEntries(
    names.map((name) => [name, tree(call('tryget', [all, literal(name, at)], at))]),
  );
}
