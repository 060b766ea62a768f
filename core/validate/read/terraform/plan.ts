/**
 * The resources of `terraform show -json`, of a plan or of a state: the planned values with what is known only after
 * apply left open, and the references by which the configuration joins them.
 */

import { isAzapi } from '../azapi.ts';
import { ReadingNotes } from '../reading-notes.ts';
import type { TerraformPart } from '../terraform-part.ts';
import { get, keyOf, listOf, type Path } from '../unresolved.ts';
import { callOf, isIn, mostSpecific, stepsOf } from './addresses.ts';
import { Refreshed, replacedSubnets } from './refreshed.ts';
import { resourcesOf, type TerraformResource, tooMuch } from './values.ts';

const isData = ({ prefix }: TerraformResource) => prefix.startsWith('data.');
const idOf = ({ values }: TerraformResource) => keyOf(values.id);

/** A module by its address, and the document that has it. */
type ModulePlace = Pick<TerraformResource, 'module' | 'source'>;

/** A reference that leads no further through variables and outputs. */
export interface ReferenceEnd {
  readonly reference: string;
  readonly resources: readonly TerraformResource[];
}

const maxModules = 50;
const maxReferences = 100_000;

export class TerraformPlan {
  #resources: TerraformResource[];
  readonly #byType = new Map<string, TerraformResource[]>();
  readonly notes = new ReadingNotes();
  readonly refreshed: Refreshed;
  readonly #configurations: readonly unknown[];
  #followed = 0;

  /** Plans and states that describe one deployment together. */
  constructor(parts: readonly TerraformPart[]) {
    this.#configurations = parts.map(({ document }) =>
      get(get(document, 'configuration'), 'root_module'),
    );
    this.#resources = parts.flatMap((part, source) => resourcesOf(part, source));
    this.refreshed = new Refreshed(parts);
    const replaced = replacedSubnets(this);
    this.#resources = this.#resources.filter((one) => !replaced.has(one));
    this.#byType.clear();
  }

  get resources(): readonly TerraformResource[] {
    return this.#resources;
  }

  /** Replaces an earlier description of a resource, or adds it. */
  put(resource: TerraformResource, earlier: TerraformResource): void {
    const at = this.#resources.indexOf(earlier);
    this.#resources.splice(at, 1, resource);
    this.#byType.clear();
  }

  add(resource: TerraformResource): void {
    this.#resources.push(resource);
    this.#byType.clear();
  }

  /** What is of the type in Azure, data sources among it where nothing else has their id. */
  ofType(type: string): TerraformResource[] {
    const known = this.#byType.get(type) ?? this.#listOf(type);
    this.#byType.set(type, known);
    return known;
  }

  #listOf(type: string): TerraformResource[] {
    const all = this.resources.filter((resource) => resource.type === type);
    const ids = new Set(all.filter((one) => !isData(one)).map(idOf));
    return all.filter((one) => !isData(one) || idOf(one) === undefined || !ids.has(idOf(one)));
  }

  /** Resources of the type that the plan itself makes or keeps. */
  managed(type: string): TerraformResource[] {
    return this.ofType(type).filter((resource) => !isData(resource));
  }

  /** Resources of the type that the plan removes, as they were before. */
  removed(type: string): TerraformResource[] {
    return this.refreshed.removed.filter((resource) => resource.type === type);
  }

  /** True where the configuration that made the resource is in the document. */
  isConfigured({ source }: TerraformResource): boolean {
    return this.#configurations[source] !== undefined;
  }

  /** True where the configuration says that one resource is made after the other. */
  waitsFor(one: TerraformResource, other: TerraformResource): boolean {
    return listOf(get(this.#configured(one), 'depends_on')).includes(
      `${other.prefix}.${other.name}`,
    );
  }

  /** The expression that the configuration gives a field of the resource, by the keys that lead to it. */
  expressionOf(resource: TerraformResource, keys: Path): unknown {
    const owner = resource.updatedBy?.get(String(keys[0])) ?? resource;
    const expressions = get(this.#configured(owner), 'expressions');
    const steps = expressionSteps(owner, keys);
    return steps.reduce<unknown>((value, key) => get(value, key), blockOf(owner, expressions));
  }

  #configured(resource: TerraformResource): unknown {
    return listOf(get(this.#moduleOf(resource), 'resources')).find(
      (one) =>
        (get(one, 'mode') === 'data' ? 'data.' : '') + String(get(one, 'type')) ===
          resource.prefix && get(one, 'name') === resource.name,
    );
  }

  /** The resources of a type that an expression names, through variables and outputs of modules. */
  referred(expression: unknown, from: TerraformResource, type: string): TerraformResource[] {
    const ends = this.ends(expression, from, type);
    return [...new Set(ends.flatMap(({ resources }) => resources))];
  }

  /** What an expression refers to in the end, each with its resources of the type; none where it names something else. */
  ends(expression: unknown, from: TerraformResource, type: string): readonly ReferenceEnd[] {
    const ends: ReferenceEnd[] = [];
    this.#follow(expression, from, type, from.index, ends, 0);
    return ends;
  }

  #follow(
    expression: unknown,
    { module, source }: ModulePlace,
    type: string,
    index: TerraformResource['index'],
    ends: ReferenceEnd[],
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
      const before = ends.length;
      if (first === 'var' && second) {
        const { parent, call } = callOf(module);
        const outer = { module: parent, source };
        const argument = get(get(this.#callIn(outer, call), 'expressions'), second);
        if (call) this.#follow(argument, outer, type, undefined, ends, depth + 1);
      } else if (first === 'module') {
        const match = /^module\.([\w-]+)(\[[^\]]*\])?\.([\w-]+)/.exec(reference);
        const [, call = '', key = '', output = ''] = match ?? [];
        const child = get(this.#callIn({ module, source }, call), 'module');
        const expression = get(get(get(child, 'outputs'), output), 'expression');
        const address = `${module === '' ? '' : `${module}.`}module.${call}${key}`;
        const inner = { module: address, source };
        this.#follow(expression, inner, type, undefined, ends, depth + 1);
      } else {
        const own = isByOwnKey ? index : undefined;
        const resources = this.#named(reference, { module, source }, type, own);
        ends.push({ reference, resources });
      }
      if (ends.length === before) ends.push({ reference, resources: [] });
    }
  }

  #named(
    reference: string,
    { module, source }: ModulePlace,
    type: string,
    index: TerraformResource['index'],
  ): TerraformResource[] {
    const match = /^((?:data\.)?[\w-]+)\.([\w-]+)(\[[^\]]*\])?/.exec(reference);
    if (!match) return [];
    const [, prefix, name, key] = match;
    const all = this.resources.filter(
      (one) =>
        one.type === type &&
        one.prefix === prefix &&
        one.name === name &&
        one.source === source &&
        isIn(one.module, module),
    );
    if (key !== undefined) {
      return all.filter(
        ({ index: own }) => own !== undefined && key === `[${JSON.stringify(own)}]`,
      );
    }
    return index !== undefined && all.length > 1 ? all.filter((one) => one.index === index) : all;
  }

  #callIn(place: ModulePlace, call: string): unknown {
    return get(get(this.#moduleOf(place), 'module_calls'), call);
  }

  #moduleOf({ module: address, source }: ModulePlace): unknown {
    return stepsOf(address).reduce<unknown>(
      (module, { call }) => get(get(get(module, 'module_calls'), call), 'module'),
      this.#configurations[source],
    );
  }
}

/** azapi has one expression for the whole body, and names what contains the resource as its parent. */
function expressionSteps(resource: TerraformResource, keys: Path): Path {
  const [first] = keys;
  if (isAzapi(resource) && first !== 'resource_id')
    return [String(first).endsWith('_name') ? 'parent_id' : 'body'];
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
