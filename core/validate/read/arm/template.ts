/**
 * The resources of an ARM template, those of nested deployments and child resources among them, or of a list of
 * exported resources, each with the scope that its expressions are read in.
 */

import { InputError } from '../../../input-error.ts';
import { pointer } from '../../../json-pointer.ts';
import { type FoundResources, type RawResource, rawResources } from '../document-shape.ts';
import type { MissingValue } from '../missing-value.ts';
import { parseResourceId, type ResourceId } from '../resource-id.ts';
import { field, get, isObject, keyOf, type Path, Unresolved } from '../unresolved.ts';
import type { Budget } from './budget.ts';
import { type Copies, noCopies } from './copies.ts';
import { givenParameters, secret, type Values, valuesByName } from './given-parameters.ts';
import { parametersAsked } from './parameters-asked.ts';
import { type Resource, withIds } from './resource.ts';
import { ResourceIndex } from './resource-index.ts';
import { Scope } from './scope.ts';
import { type World, worldOf } from './world.ts';

/** One copy of a resource, or the resource itself where it has no copies. */
interface Turn {
  readonly copies: Copies;
  readonly path: Path;
  readonly symbolicName: string | undefined;
  /** The number of copies, where it is open. */
  readonly count: string | undefined;
}

/** What is deployed, with the scope of its expressions. */
interface Root extends FoundResources {
  readonly scope: Scope;
  readonly given: ReadonlyMap<string, unknown>;
}

const maxNesting = 20;
/** In items: a path for each resource, a function for each parameter. */
const pricePerResource = 4;
const pricePerParameter = 8;
const deploymentType = 'microsoft.resources/deployments';

export class TemplateResources {
  /** Nested deployments whose template is not in the document. */
  readonly linked: Resource[] = [];
  readonly #world: World<Scope>;
  readonly #index: ResourceIndex;
  readonly #root: Root;

  /** `values` are values of parameters by name, which go before those of the document. */
  constructor(found: FoundResources, budget: Budget, values: Values = {}) {
    const { list, template, parameters, resourceGroup } = found;
    this.#index = new ResourceIndex(budget);
    this.#world = worldOf(budget, (key, isFull, scope) => this.#reference(key, isFull, scope));
    const name = keyOf(get(resourceGroup, 'name'));
    const given = new Map([
      ...givenParameters(parameters, (value, key) => value ?? secret(key)),
      ...valuesByName(values),
    ]);
    const location = get(resourceGroup, 'location');
    const scope = new Scope(this.#world, template, { group: name, given, location });
    this.#root = { ...found, scope, given };
    this.#collect(list, scope, noCopies, undefined, 0);
  }

  /** Which expression made an object or a list of a resource, where an input says where its expressions are written. */
  get origins(): World<Scope>['origins'] {
    return this.#world.origins;
  }

  get all(): readonly Resource[] {
    return this.#index.all;
  }

  /** Parameters of the deployed template without a value that open values of the network rest on. */
  get missingValues(): MissingValue[] {
    const { template, path, scope, given } = this.#root;
    const parameters = get(template, 'parameters');
    const names = Object.keys(isObject(parameters) ? parameters : {}).filter(
      (name) =>
        !given.has(name.toLowerCase()) && get(get(parameters, name), 'defaultValue') === undefined,
    );
    const asked = names.length > 0 ? parametersAsked(this.all, [scope.id]) : new Set<string>();
    return names
      .filter((name) => asked.has(name.toLowerCase()))
      .map((name) => ({ name, pointer: pointer(...path, 'parameters', name) }));
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
    const found = key.startsWith('/') ? this.named(key) : this.#inScope(key, scope);
    const [resource] = found;
    if (found.length !== 1 || !resource || resource.condition !== undefined) return undefined;
    if (resource.id.type === deploymentType) {
      if (!resource.outputs) return undefined;
      const answer = { outputs: resource.outputs() };
      return isFull ? { properties: answer } : answer;
    }
    const resolved = withIds(resource);
    return isFull ? resolved : get(resolved, 'properties');
  }

  /** Resources of a scope by their symbolic name, or else by their name. */
  #inScope(key: string, scope: Scope): Resource[] {
    const called = this.#index.called(key).filter((resource) => resource.scope === scope);
    const symbolic = called.filter(({ symbolicName }) => symbolicName === key);
    return symbolic.length > 0 ? symbolic : called;
  }

  #collect(
    list: readonly RawResource[],
    scope: Scope,
    copies: Copies,
    parent: ResourceId | undefined,
    nesting: number,
  ): void {
    if (nesting > maxNesting) {
      throw new InputError('the deployments are nested too deeply', {
        path: ['document'],
        given: nesting,
        accepted: [`at most ${maxNesting} levels`],
      });
    }
    this.#world.budget.handle(pricePerResource * list.length, 0);
    for (const { raw, path, symbolicName } of list) {
      if (!isObject(raw) || get(raw, 'existing') === true) continue;
      for (const turn of this.#turns(raw, scope, copies, path, symbolicName)) {
        this.#add(raw, scope, turn, parent, nesting);
      }
    }
  }

  /** One turn for each copy of a resource; one, its count open, where the number of copies is. */
  #turns(
    raw: object,
    scope: Scope,
    copies: Copies,
    path: Path,
    symbolicName: string | undefined,
  ): Turn[] {
    const loop = get(raw, 'copy');
    const name = get(loop, 'name');
    const one = { copies, path, symbolicName, count: undefined };
    if (typeof name !== 'string') return [one];
    const turns = scope.turns(loop, name, copies);
    if (!turns) return [{ ...one, count: '[copy]' }];
    return turns.map((turn, index) => ({
      ...one,
      copies: turn,
      path: [...path, copyStep(index)],
      symbolicName: symbolicName && `${symbolicName}[${index}]`,
    }));
  }

  #add(
    raw: Record<string, unknown>,
    scope: Scope,
    { copies, path, symbolicName, count }: Turn,
    parent: ResourceId | undefined,
    nesting: number,
  ): void {
    const condition = scope.resolve(get(raw, 'condition') ?? true, copies);
    if (condition === false) return;
    const literalId = get(raw, 'id');
    this.#payForTexts(literalId);
    const given = typeof literalId === 'string' ? parseResourceId(literalId) : undefined;
    const id = given ?? this.#identify(raw, scope, copies, parent);
    if (!id) return;
    let resolved: Record<string, unknown> | undefined;
    const resource: Resource = {
      id,
      literalId: given && (literalId as string).toLowerCase(),
      symbolicName,
      scope,
      path,
      condition: condition instanceof Unresolved ? condition.text : count,
      conditionKey: condition instanceof Unresolved ? condition.key : undefined,
      resolved: () => {
        resolved ??= scope.resolve(bodyOf(raw), copies) as Record<string, unknown>;
        return resolved;
      },
    };
    if (id.type === deploymentType) {
      this.#addDeployment(resource, raw, copies, nesting);
    } else {
      this.#index.add(resource);
      const children = rawResources(get(raw, 'resources'), [...path, 'resources']);
      this.#collect(children, scope, copies, id, nesting + 1);
    }
  }

  #addDeployment(resource: Resource, raw: object, copies: Copies, nesting: number): void {
    const { id, scope, path } = resource;
    const template = field(raw, 'template');
    if (!isObject(template)) {
      this.linked.push(resource);
      this.#index.add(resource);
      return;
    }
    const parameters = field(raw, 'parameters');
    this.#world.budget.handle(
      pricePerParameter * Object.keys(isObject(parameters) ? parameters : {}).length,
      0,
    );
    const isInner = keyOf(get(field(raw, 'expressionEvaluationOptions'), 'scope')) === 'inner';
    const group = scope.resolve(get(raw, 'resourceGroup'), copies);
    const groupName =
      group instanceof Unresolved
        ? undefined
        : typeof group === 'string'
          ? keyOf(group)
          : scope.group;
    const inner = isInner
      ? new Scope(this.#world, template, {
          group: groupName,
          given: givenParameters(parameters, (value, key) =>
            value === undefined ? secret(key) : scope.resolve(value, copies),
          ),
          location: group === undefined ? scope.location : undefined,
        })
      : undefined;
    this.#index.add({
      ...resource,
      id: { ...id, group: groupName },
      outputs: () =>
        inner ? inner.outputs() : scope.outputsOf(template, id.names.join('/'), copies),
    });
    this.#collect(
      rawResources(get(template, 'resources'), [...path, 'properties', 'template', 'resources']),
      inner ?? scope,
      inner ? noCopies : copies,
      undefined,
      nesting + 1,
    );
  }

  #payForTexts(...texts: readonly unknown[]): void {
    for (const text of texts) {
      if (typeof text === 'string') this.#world.budget.handle(0, text.length);
    }
  }

  #identify(
    raw: object,
    scope: Scope,
    copies: Copies,
    parent: ResourceId | undefined,
  ): ResourceId | undefined {
    const type = keyOf(get(raw, 'type'));
    const name = keyOf(scope.resolve(get(raw, 'name'), copies)) ?? '';
    this.#payForTexts(type, name);
    if (!type) return undefined;
    const isWhole = type.includes('/');
    return {
      group: scope.group,
      type: isWhole || !parent ? type : `${parent.type}/${type}`,
      names: isWhole || !parent ? name.split('/') : [...parent.names, ...name.split('/')],
    };
  }
}

/** The resource itself, without its copies and its children. */
const bodyOf = (raw: object) =>
  Object.fromEntries(
    Object.entries(raw).filter(([key]) => !['copy', 'resources'].includes(key.toLowerCase())),
  );

/** A step in a path that tells the copies of a resource apart; it is not in the document. */
const copyStep = (index: number) => `copyIndex=${index}`;
