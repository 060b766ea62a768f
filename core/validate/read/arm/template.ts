/**
 * The resources of an ARM template, those of nested deployments and child resources among them, or of a list of
 * exported resources, each with the scope that its expressions are read in.
 */

import { UserInputError } from '../../../input-error.ts';
import { type FoundResources, type RawResource, rawResources } from '../document-shape.ts';
import { parseResourceId, type ResourceId } from '../resource-id.ts';
import { field, get, isObject, keyOf, type Path, Unresolved } from '../unresolved.ts';
import { type Copies, noCopies } from './copies.ts';
import { isSameResource, type Resource, withIds } from './resource.ts';
import { Scope } from './scope.ts';
import type { World } from './world.ts';

/** One copy of a resource, or the resource itself where it has no copies. */
interface Turn {
  readonly copies: Copies;
  readonly path: Path;
  readonly symbolicName: string | undefined;
  /** The number of copies, where it is open. */
  readonly count: string | undefined;
}

const maxNesting = 20;
const maxResources = 5000;
const deploymentType = 'microsoft.resources/deployments';

export class TemplateResources {
  readonly resources: Resource[] = [];
  /** Nested deployments whose template is not in the document. */
  readonly linked: Resource[] = [];
  readonly #world: World = {
    reference: (key, isFull, scope) => this.#reference(key, isFull, scope),
    origins: new WeakMap(),
    steps: 0,
    depth: 0,
    scopes: 0,
  };

  constructor({ list, template, parameters, resourceGroup }: FoundResources) {
    const name = keyOf(get(resourceGroup, 'name'));
    const given = givenParameters(parameters, (value, key) => value ?? secret(key));
    const location = get(resourceGroup, 'location');
    const scope = new Scope(this.#world, template, { group: name, given, location });
    this.#collect(list, scope, noCopies, undefined, 0);
  }

  get linkedNames(): string[] {
    return this.linked.map(({ id }) => id.names.join('/'));
  }

  ofType(type: string): Resource[] {
    return this.resources.filter(({ id }) => id.type === type.toLowerCase());
  }

  /** The resources that an id may name: exported ones by their whole id, others by type, name and resource group. */
  named(key: string): Resource[] {
    const wanted = parseResourceId(key);
    if (!wanted) return [];
    return this.resources.filter(({ id, literalId }) =>
      literalId !== undefined && !key.includes('[')
        ? literalId === key.toLowerCase()
        : isSameResource(id, wanted),
    );
  }

  #reference(key: string, isFull: boolean, scope: Scope): unknown {
    const found = key.startsWith('/')
      ? this.named(key)
      : this.resources.filter(
          (resource) =>
            resource.scope === scope &&
            (resource.symbolicName === key || resource.id.names.join('/') === key.toLowerCase()),
        );
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

  #collect(
    list: readonly RawResource[],
    scope: Scope,
    copies: Copies,
    parent: ResourceId | undefined,
    nesting: number,
  ): void {
    if (nesting > maxNesting) {
      throw new UserInputError('the deployments are nested too deeply', {
        path: ['document'],
        given: nesting,
        accepted: [`at most ${maxNesting} levels`],
      });
    }
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
    const given = typeof literalId === 'string' ? parseResourceId(literalId) : undefined;
    const id = given ?? this.#identify(raw, scope, copies, parent);
    if (!id) return;
    if (this.resources.length >= maxResources) {
      throw new UserInputError('too many resources', {
        path: ['document'],
        given: `more than ${maxResources}`,
        accepted: [`at most ${maxResources} resources`],
      });
    }
    let resolved: Record<string, unknown> | undefined;
    const body = Object.fromEntries(
      Object.entries(raw).filter(([key]) => !['copy', 'resources'].includes(key.toLowerCase())),
    );
    const resource: Resource = {
      id,
      literalId: given && (literalId as string).toLowerCase(),
      symbolicName,
      scope,
      path,
      condition: condition instanceof Unresolved ? condition.text : count,
      resolved: () => {
        resolved ??= scope.resolve(body, copies) as Record<string, unknown>;
        return resolved;
      },
    };
    if (id.type === deploymentType) {
      this.#addDeployment(resource, raw, copies, nesting);
    } else {
      this.resources.push(resource);
      const children = rawResources(get(raw, 'resources'), [...path, 'resources']);
      this.#collect(children, scope, copies, id, nesting + 1);
    }
  }

  #addDeployment(resource: Resource, raw: object, copies: Copies, nesting: number): void {
    const { id, scope, path } = resource;
    const template = field(raw, 'template');
    if (!isObject(template)) {
      this.linked.push(resource);
      this.resources.push(resource);
      return;
    }
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
          given: givenParameters(field(raw, 'parameters'), (value, key) =>
            value === undefined ? secret(key) : scope.resolve(value, copies),
          ),
          location: group === undefined ? scope.location : undefined,
        })
      : undefined;
    this.resources.push({
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

  #identify(
    raw: object,
    scope: Scope,
    copies: Copies,
    parent: ResourceId | undefined,
  ): ResourceId | undefined {
    const type = keyOf(get(raw, 'type'));
    const name = keyOf(scope.resolve(get(raw, 'name'), copies)) ?? '';
    if (!type) return undefined;
    const isWhole = type.includes('/');
    return {
      group: scope.group,
      type: isWhole || !parent ? type : `${parent.type}/${type}`,
      names: isWhole || !parent ? name.split('/') : [...parent.names, ...name.split('/')],
    };
  }
}

/** Parameters by their names in lower case, each read when it is asked for. */
function givenParameters(parameters: unknown, read: (value: unknown, name: string) => unknown) {
  return new Map(
    Object.entries(isObject(parameters) ? parameters : {}).map(([name, given]) => [
      name.toLowerCase(),
      () => read(get(given, 'value'), name),
    ]),
  );
}

/** A parameter whose value is kept elsewhere, in a key vault. */
const secret = (name: string) => new Unresolved(`[secret ${name}]`, `[parameters('${name}')]`);

/** A step in a path that tells the copies of a resource apart; it is not in the document. */
const copyStep = (index: number) => `copyIndex=${index}`;
