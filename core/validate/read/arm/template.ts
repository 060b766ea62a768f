/**
 * The resources of an ARM template, those of nested deployments and child resources among them, or of a list of
 * exported resources, each with the scope that its expressions are read in.
 */

import { InputError } from '../../../input-error.ts';
import { type DocumentResources, type RawResource, rawResources } from '../document-shape.ts';
import type { MissingValue } from '../missing-value.ts';
import { ReadingNotes } from '../reading-notes.ts';
import { parseResourceId, type ResourceId } from '../resource-id.ts';
import { get, isObject, keyOf, type Path, Unresolved } from '../unresolved.ts';
import type { Budget } from './budget.ts';
import { type Copies, noCopies } from './copies.ts';
import { nestedTemplate } from './nested-template.ts';
import { decidingPart } from './object-parts.ts';
import { parameterValues, type Values, valuesByName } from './parameter-values.ts';
import { type Resource, withIds } from './resource.ts';
import { ResourceIndex } from './resource-index.ts';
import {
  missingParameters,
  type ParameterDefault,
  type Root,
  usedDefaults,
} from './root-parameters.ts';
import { Scope } from './scope.ts';
import { identify, payForTexts, type Turn, turnsIn } from './turns.ts';
import { type World, worldOf } from './world.ts';

/** What contains a list of resources. */
interface Around {
  readonly scope: Scope;
  readonly copies: Copies;
  readonly parent?: ResourceId | undefined;
  readonly within?: Resource | undefined;
  readonly nesting: number;
}

const maxNesting = 20;
/** In items: a path for each resource. */
const pricePerResource = 4;
const deploymentType = 'microsoft.resources/deployments';

export class TemplateResources {
  readonly notes = new ReadingNotes();
  /** Nested deployments whose template is not in the document. */
  readonly linked: Resource[] = [];
  readonly #world: World<Scope>;
  readonly #index: ResourceIndex;
  readonly #roots: readonly Root[];
  /** Templates whose parameters can be set at the deployment of the document. */
  readonly #deployed: Pick<Root, 'template' | 'scope'>[];
  /** The service, what contains it, and the keys of their conditions. */
  readonly #assumed = new Set<Resource | string>();

  /** `values` are values of parameters by name, which go before those of the document. */
  constructor(parts: readonly DocumentResources[], budget: Budget, values: Values = {}) {
    this.#index = new ResourceIndex(budget);
    this.#world = worldOf(budget, (key, isFull, scope) => this.#reference(key, isFull, scope));
    this.#roots = parts.map((part) => this.#rootOf(part, values));
    this.#deployed = [...this.#roots];
    for (const { list, scope } of this.#roots) {
      this.#collect(list, { scope, copies: noCopies, nesting: 0 });
    }
  }

  #rootOf(part: DocumentResources, values: Values): Root {
    const { template, parameters, resourceGroup } = part;
    const name = keyOf(get(resourceGroup, 'name'));
    const named = new Map([...parameterValues(parameters), ...valuesByName(values)]);
    const location = get(resourceGroup, 'location');
    const scope = new Scope(this.#world, template, { group: name, parameters: named, location });
    return { ...part, scope, values: named };
  }

  /** Which expression made an object or a list of a resource, where an input says where its expressions are written. */
  get origins(): World<Scope>['origins'] {
    return this.#world.origins;
  }

  /** For lists that a reader makes of resources; throws InputError where they have too many items. */
  pay(items: number): void {
    this.#world.budget.handle(items, 0);
  }

  get all(): readonly Resource[] {
    return this.#index.all;
  }

  /** Parameters of the deployed templates without a value that open values of the network rest on. */
  get missingValues(): MissingValue[] {
    return this.#roots.flatMap((root) => missingParameters(root, this.all));
  }

  /** The defaults of parameters of the deployed templates that what is at some keys of a resource rests on. */
  defaultsAt(resource: Resource, keys: Path): ParameterDefault[] {
    const used = resource.defaultsAt(keys);
    return this.#deployed.flatMap((root) => usedDefaults(root, used));
  }

  /** From here on a resource is there, with what contains it: conditions of these are taken for true. */
  assume(resource: Resource | undefined): void {
    for (let one = resource; one; one = one.within) {
      this.#assumed.add(one);
      if (one.conditionKey !== undefined) this.#assumed.add(one.conditionKey);
    }
  }

  /** The open condition of a resource, or of a deployment that contains it, that the service does not share. */
  openCondition(resource: Resource): string | undefined {
    for (let one: Resource | undefined = resource; one; one = one.within) {
      const { condition, conditionKey } = one;
      const isAssumed = this.#assumed.has(one) || this.#assumed.has(conditionKey ?? one);
      if (condition !== undefined && !isAssumed) return condition;
    }
    return undefined;
  }

  get linkedNames(): string[] {
    return this.linked.map(({ id }) => id.names.join('/'));
  }

  ofType(type: string): readonly Resource[] {
    return this.#index.ofType(type);
  }

  named(key: string): Resource[] {
    return this.#index.named(key);
  }

  #reference(key: string, isFull: boolean, scope: Scope): unknown {
    const resources = this.meantBy(key, scope);
    const [resource] = resources;
    if (resources.length !== 1 || !resource || resource.condition !== undefined) return undefined;
    if (resource.id.type === deploymentType) {
      if (!resource.outputs) return undefined;
      const answer = { outputs: resource.outputs() };
      return isFull ? { properties: answer } : answer;
    }
    const resolved = withIds(resource);
    return isFull ? resolved : get(resolved, 'properties');
  }

  /** The resources that an id or a name in a scope means. */
  meantBy(key: string, scope: Scope): Resource[] {
    return key.startsWith('/') ? this.named(key) : this.#inScope(key, scope);
  }

  /** Resources of a scope by their symbolic name, or else by their name. */
  #inScope(key: string, scope: Scope): Resource[] {
    const called = this.#index.called(key).filter((resource) => resource.scope === scope);
    const symbolic = called.filter(({ symbolicName }) => symbolicName === key);
    return symbolic.length > 0 ? symbolic : called;
  }

  #collect(list: readonly RawResource[], around: Around): void {
    const { scope, copies, nesting } = around;
    if (nesting > maxNesting) {
      throw new InputError('the deployments are nested too deeply', {
        path: ['document'],
        given: nesting,
        expected: [`at most ${maxNesting} levels`],
      });
    }
    this.#world.budget.handle(pricePerResource * list.length, 0);
    for (const { raw, path, symbolicName } of list) {
      if (!isObject(raw) || get(raw, 'existing') === true) continue;
      for (const turn of turnsIn(raw, { scope, copies, path, symbolicName })) {
        this.#add(raw, turn, around);
      }
    }
  }

  #add(
    raw: Record<string, unknown>,
    { copies, path, symbolicName, count }: Turn,
    around: Around,
  ): void {
    const { scope, parent, within } = around;
    const condition = scope.resolve(get(raw, 'condition') ?? true, copies);
    if (condition === false) return;
    const literalId = get(raw, 'id');
    payForTexts(this.#world.budget, literalId);
    const parsed = typeof literalId === 'string' ? parseResourceId(literalId) : undefined;
    const id = parsed ?? identify(raw, scope, copies, parent);
    if (!id) return;
    let resolved: Record<string, unknown> | undefined;
    const resource: Resource = {
      id,
      literalId: parsed && (literalId as string).toLowerCase(),
      symbolicName,
      scope,
      path,
      within,
      condition: condition instanceof Unresolved ? condition.text : count,
      conditionKey: condition instanceof Unresolved ? condition.key : undefined,
      resolved: () => {
        resolved ??= scope.resolve(bodyOf(raw), copies) as Record<string, unknown>;
        return resolved;
      },
      defaultsAt: (keys) => {
        const at = decidingPart(raw, keys);
        return this.#world.defaults.during(() => scope.resolve(at, copies)).names;
      },
    };
    if (id.type === deploymentType) {
      this.#addDeployment(resource, raw, copies, around.nesting);
    } else {
      this.#index.add(resource);
      const children = rawResources(get(raw, 'resources'), [...path, 'resources']);
      this.#collect(children, { ...around, copies, parent: id, nesting: around.nesting + 1 });
    }
  }

  #addDeployment(resource: Resource, raw: object, copies: Copies, nesting: number): void {
    const nested = nestedTemplate(resource, raw, copies);
    if (!nested) {
      this.linked.push(resource);
      this.#index.add(resource);
      return;
    }
    this.#index.add(nested.deployment);
    if (nested.isSource) this.#deployed.push(nested);
    this.#collect(nested.resources, {
      scope: nested.scope,
      copies: nested.copies,
      within: nested.deployment,
      nesting: nesting + 1,
    });
  }
}

/** The resource itself, without its copies and its children. */
const bodyOf = (raw: object) =>
  Object.fromEntries(
    Object.entries(raw).filter(([key]) => !['copy', 'resources'].includes(key.toLowerCase())),
  );
