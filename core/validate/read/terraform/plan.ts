/**
 * The resources of `terraform show -json`, of a plan or of a state: the planned values with what is known only after
 * apply left open, and the references by which the configuration joins them.
 */

import { isAzapi } from '../azapi.ts';
import { ReadingNotes } from '../reading-notes.ts';
import { get, keyOf, listOf, type Path } from '../unresolved.ts';
import { callOf, isIn, mostSpecific, stepsOf } from './addresses.ts';
import { resourcesOf, type TerraformResource, tooMuch } from './values.ts';

const isData = ({ prefix }: TerraformResource) => prefix.startsWith('data.');
const idOf = ({ values }: TerraformResource) => keyOf(values.id);

const maxModules = 50;
const maxReferences = 100_000;

export class TerraformPlan {
  readonly resources: readonly TerraformResource[];
  readonly notes = new ReadingNotes();
  readonly #configuration: unknown;
  #followed = 0;

  constructor(plan: unknown) {
    this.#configuration = get(get(plan, 'configuration'), 'root_module');
    this.resources = resourcesOf(plan);
  }

  /** What is of the type in Azure, data sources among it where nothing else has their id. */
  ofType(type: string): TerraformResource[] {
    const all = this.resources.filter((resource) => resource.type === type);
    const ids = new Set(all.filter((one) => !isData(one)).map(idOf));
    return all.filter((one) => !isData(one) || idOf(one) === undefined || !ids.has(idOf(one)));
  }

  /** Resources of the type that the plan itself makes or keeps. */
  managed(type: string): TerraformResource[] {
    return this.ofType(type).filter((resource) => !isData(resource));
  }

  /** The expression that the configuration gives a field of the resource, by the keys that lead to it. */
  expressionOf(resource: TerraformResource, keys: Path): unknown {
    const configured = listOf(get(this.#moduleOf(resource.module), 'resources')).find(
      (one) =>
        (get(one, 'mode') === 'data' ? 'data.' : '') + String(get(one, 'type')) ===
          resource.prefix && get(one, 'name') === resource.name,
    );
    const expressions = get(configured, 'expressions');
    const steps = expressionSteps(resource, keys);
    return steps.reduce<unknown>((value, key) => get(value, key), blockOf(resource, expressions));
  }

  /** The resources of a type that an expression names, through variables and outputs of modules. */
  referred(expression: unknown, from: TerraformResource, type: string): TerraformResource[] {
    const resources = new Set<TerraformResource>();
    this.#follow(expression, from.module, type, from.index, resources, 0);
    return [...resources];
  }

  #follow(
    expression: unknown,
    module: string,
    type: string,
    index: TerraformResource['index'],
    resources: Set<TerraformResource>,
    depth: number,
  ): void {
    if (depth > maxModules) return;
    const references = mostSpecific(listOf(get(expression, 'references')));
    const isByOwnKey =
      references.length === 2 &&
      references.some((one) => ['each.key', 'count.index'].includes(one));
    this.#followed += 1 + references.length;
    if (this.#followed > maxReferences) throw tooMuch('references', maxReferences);
    for (const reference of references) {
      const [first, second] = reference.split('.');
      if (first === 'var' && second) {
        const { parent, call } = callOf(module);
        const argument = get(get(this.#callIn(parent, call), 'expressions'), second);
        if (call) this.#follow(argument, parent, type, undefined, resources, depth + 1);
      } else if (first === 'module') {
        const match = /^module\.([\w-]+)(\[[^\]]*\])?\.([\w-]+)/.exec(reference);
        if (!match) continue;
        const [, call = '', key = '', output = ''] = match;
        const child = get(this.#callIn(module, call), 'module');
        const expression = get(get(get(child, 'outputs'), output), 'expression');
        const address = `${module === '' ? '' : `${module}.`}module.${call}${key}`;
        this.#follow(expression, address, type, undefined, resources, depth + 1);
      } else {
        for (const one of this.#named(reference, module, type, isByOwnKey ? index : undefined)) {
          resources.add(one);
        }
      }
    }
  }

  #named(
    reference: string,
    module: string,
    type: string,
    index: TerraformResource['index'],
  ): TerraformResource[] {
    const match = /^((?:data\.)?[\w-]+)\.([\w-]+)(\[[^\]]*\])?/.exec(reference);
    if (!match) return [];
    const [, prefix, name, key] = match;
    const all = this.resources.filter(
      (one) =>
        one.type === type && one.prefix === prefix && one.name === name && isIn(one.module, module),
    );
    if (key !== undefined) {
      return all.filter(
        ({ index: own }) => own !== undefined && key === `[${JSON.stringify(own)}]`,
      );
    }
    return index !== undefined && all.length > 1 ? all.filter((one) => one.index === index) : all;
  }

  #callIn(module: string, call: string): unknown {
    return get(get(this.#moduleOf(module), 'module_calls'), call);
  }

  #moduleOf(address: string): unknown {
    return stepsOf(address).reduce<unknown>(
      (module, { call }) => get(get(get(module, 'module_calls'), call), 'module'),
      this.#configuration,
    );
  }
}

/** azapi has one expression for the whole body, and names what contains the resource as its parent. */
function expressionSteps(resource: TerraformResource, keys: Path): Path {
  const [first] = keys;
  if (isAzapi(resource)) return [String(first).endsWith('_name') ? 'parent_id' : 'body'];
  return resource.within && first === 'network_security_group_id' ? ['security_group'] : keys;
}

/** What the configuration says of a block of a virtual network, found by the block's name. */
function blockOf({ within, values, prefix }: TerraformResource, expressions: unknown): unknown {
  if (!within || isAzapi({ prefix })) return expressions;
  const blocks = listOf(get(expressions, 'subnet'));
  return blocks.length === 1
    ? blocks[0]
    : blocks.find((one) => get(get(one, 'name'), 'constant_value') === values.name);
}
