/**
 * The resources of `terraform show -json`, of a plan or of a state: the planned values with what is known only after
 * apply left open, and the references by which the configuration joins them.
 */

import { UserInputError } from '../../knowledge/user-input-error.ts';
import { listOf } from './found.ts';
import { get, isObject, type Path, Unresolved } from './unresolved.ts';

export interface TerraformResource {
  readonly address: string;
  /** Address of its module; empty for the root module. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** Key of count or for_each. */
  readonly index: string | number | undefined;
  readonly values: Record<string, unknown>;
  readonly path: Path;
}

const maxModules = 50;
const maxDepth = 60;
const maxResources = 5000;
const maxReferences = 100_000;

export class TerraformPlan {
  readonly resources: TerraformResource[] = [];
  readonly #configuration: unknown;
  #followed = 0;
  readonly #unknowns: ReadonlyMap<unknown, unknown>;

  constructor(plan: unknown) {
    this.#configuration = get(get(plan, 'configuration'), 'root_module');
    this.#unknowns = new Map(
      listOf(get(plan, 'resource_changes')).map((change) => [
        get(change, 'address'),
        get(get(change, 'change'), 'after_unknown'),
      ]),
    );
    const key = get(plan, 'planned_values') === undefined ? 'values' : 'planned_values';
    const root = get(get(plan, key), 'root_module');
    this.#collect(root, '', ['document', key, 'root_module'], 0);
  }

  ofType(type: string): TerraformResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  #collect(module: unknown, address: string, path: Path, depth: number): void {
    if (depth > maxModules) throw tooMuch('modules nested in each other', maxModules);
    listOf(get(module, 'resources')).forEach((resource, index) => {
      const type = get(resource, 'type');
      const name = get(resource, 'name');
      const own = get(resource, 'address');
      const values = get(resource, 'values');
      if (typeof type !== 'string' || typeof name !== 'string' || typeof own !== 'string') return;
      if (get(resource, 'mode') === 'data' || !isObject(values)) return;
      if (this.resources.length >= maxResources) throw tooMuch('resources', maxResources);
      const key = get(resource, 'index');
      this.resources.push({
        address: own,
        module: address,
        type,
        name,
        index: typeof key === 'string' || typeof key === 'number' ? key : undefined,
        values: withUnknowns(values, this.#unknowns.get(own), own, 0) as Record<string, unknown>,
        path: [...path, 'resources', index, 'values'],
      });
    });
    listOf(get(module, 'child_modules')).forEach((child, index) => {
      const own = get(child, 'address');
      const childPath = [...path, 'child_modules', index];
      this.#collect(child, typeof own === 'string' ? own : '', childPath, depth + 1);
    });
  }

  /** The expression that the configuration gives a field of the resource, by the keys that lead to it. */
  expressionOf(resource: TerraformResource, keys: Path): unknown {
    const configured = listOf(get(this.#moduleOf(resource.module), 'resources')).find(
      (one) =>
        get(one, 'type') === resource.type &&
        get(one, 'name') === resource.name &&
        get(one, 'mode') !== 'data',
    );
    return keys.reduce<unknown>((value, key) => get(value, key), get(configured, 'expressions'));
  }

  /** The resources of a type that an expression names, through variables and outputs of modules. */
  referred(expression: unknown, from: TerraformResource, type: string): TerraformResource[] {
    const found = new Set<TerraformResource>();
    this.#follow(expression, from.module, type, from.index, found, 0);
    return [...found];
  }

  #follow(
    expression: unknown,
    module: string,
    type: string,
    index: TerraformResource['index'],
    found: Set<TerraformResource>,
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
        const given = get(get(this.#callIn(parent, call), 'expressions'), second);
        if (call) this.#follow(given, parent, type, undefined, found, depth + 1);
      } else if (first === 'module') {
        const match = /^module\.([\w-]+)(\[[^\]]*\])?\.([\w-]+)/.exec(reference);
        if (!match) continue;
        const [, call = '', key = '', output = ''] = match;
        const child = get(this.#callIn(module, call), 'module');
        const given = get(get(get(child, 'outputs'), output), 'expression');
        const address = `${module === '' ? '' : `${module}.`}module.${call}${key}`;
        this.#follow(given, address, type, undefined, found, depth + 1);
      } else {
        for (const one of this.#named(reference, module, type, isByOwnKey ? index : undefined)) {
          found.add(one);
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
    const match = /^([\w-]+)\.([\w-]+)(\[[^\]]*\])?/.exec(reference);
    if (match?.[1] !== type) return [];
    const [, , name, key] = match;
    const all = this.ofType(type).filter((one) => one.name === name && isIn(one.module, module));
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

/** References without the shorter forms that Terraform lists behind each: subnet["a"].id, subnet["a"], subnet. */
function mostSpecific(references: readonly unknown[]): string[] {
  const texts = references.filter((one): one is string => typeof one === 'string');
  return texts.filter((text, index) => {
    const before = texts[index - 1];
    return !(before?.startsWith(text) && /^[.[]/.test(before.slice(text.length)));
  });
}

const tooMuch = (what: string, limit: number) =>
  new UserInputError(`too many ${what}`, {
    path: ['document'],
    given: `more than ${limit}`,
    accepted: [`at most ${limit}`],
  });

/** The calls of a module address: module.network["a"].module.subnet. */
function stepsOf(address: string): { call: string; text: string }[] {
  return [...address.matchAll(/(?:^|\.)module\.([\w-]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/g)].map(
    ([text, call]) => ({ call: call ?? '', text }),
  );
}

function callOf(address: string): { parent: string; call: string } {
  const steps = stepsOf(address);
  const last = steps.at(-1);
  return {
    parent: address.slice(0, address.length - (last?.text.length ?? 0)),
    call: last?.call ?? '',
  };
}

/** The same module, or an instance of the one meant where its key is not known. */
function isIn(module: string, meant: string): boolean {
  if (module === meant) return true;
  const [own, other] = [stepsOf(module), stepsOf(meant)];
  return (
    own.length === other.length &&
    own.every(({ call, text }, index) => {
      const step = other[index];
      return text === step?.text || (call === step?.call && !step.text.endsWith(']'));
    })
  );
}

/** The values, and what the plan says is known only after apply, left open. */
function withUnknowns(value: unknown, unknown: unknown, address: string, depth: number): unknown {
  if (unknown === true) return new Unresolved(`[${address}]`, `[known after apply: ${address}]`);
  if (depth > maxDepth || typeof unknown !== 'object' || unknown === null) return value;
  if (Array.isArray(unknown)) {
    const values = listOf(value);
    return Array.from({ length: Math.max(values.length, unknown.length) }, (_, index) =>
      withUnknowns(values[index], unknown[index], `${address}[${index}]`, depth + 1),
    );
  }
  const fields = isObject(value) ? value : {};
  return Object.fromEntries(
    [...new Set([...Object.keys(fields), ...Object.keys(unknown)])].map((key) => [
      key,
      withUnknowns(get(fields, key), get(unknown, key), `${address}.${key}`, depth + 1),
    ]),
  );
}
