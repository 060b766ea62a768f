/**
 * The resources of an ARM template, those of nested deployments and child resources among them, or of a list of
 * exported resources, each with the scope that its expressions are read in.
 */

import { UserInputError } from '../../knowledge/user-input-error.ts';
import { type Copies, noCopies, Scope, type World } from './arm-scope.ts';
import { parseResourceId, type ResourceId } from './resource-id.ts';
import { field, get, isObject, keyOf, type Path, Unresolved } from './unresolved.ts';

export interface Resource {
  readonly id: ResourceId;
  /** The id of an exported resource, in lower case. */
  readonly literalId: string | undefined;
  readonly symbolicName: string | undefined;
  readonly scope: Scope;
  readonly path: Path;
  /** An expression that decides whether the resource is deployed, and that stays open. */
  readonly condition: string | undefined;
  /** The resource with its expressions answered. */
  readonly resolved: () => Record<string, unknown>;
  readonly nested?: Scope;
}

const maxNesting = 20;
const maxResources = 5000;
const deploymentType = 'microsoft.resources/deployments';

export class TemplateResources {
  readonly resources: Resource[] = [];
  /** Nested deployments whose template is not in the document. */
  readonly linked: string[] = [];
  readonly #world: World = {
    reference: (key, isFull, scope) => this.#reference(key, isFull, scope),
    steps: 0,
    depth: 0,
    scopes: 0,
  };

  /** `list` holds the resources and stands at `path`; `template` holds what their expressions name. */
  constructor(template: unknown, list: unknown, path: Path) {
    const scope = new Scope(this.#world, template, undefined);
    this.#collect(list, scope, noCopies, path, undefined, 0);
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
      if (!resource.nested) return undefined;
      const answer = { outputs: resource.nested.outputs() };
      return isFull ? { properties: answer } : answer;
    }
    const resolved = withIds(resource);
    return isFull ? resolved : get(resolved, 'properties');
  }

  #collect(
    list: unknown,
    scope: Scope,
    copies: Copies,
    path: Path,
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
    if (typeof list !== 'object' || list === null) return;
    const isSymbolic = !Array.isArray(list);
    for (const [key, raw] of Object.entries(list)) {
      const at = [...path, isSymbolic ? key : Number(key)];
      if (!isObject(raw) || get(raw, 'existing') === true) continue;
      for (const { turn, path: turnPath, count } of this.#turns(raw, scope, copies, at)) {
        this.#add(raw, scope, turn, turnPath, parent, nesting, isSymbolic ? key : undefined, count);
      }
    }
  }

  /** One turn for each copy of a resource; one, its count open, where the number of copies is. */
  #turns(raw: object, scope: Scope, copies: Copies, path: Path) {
    const loop = get(raw, 'copy');
    const name = get(loop, 'name');
    if (typeof name !== 'string') return [{ turn: copies, path, count: undefined }];
    const turns = scope.indexes(get(loop, 'count'), name, copies);
    if (!turns) return [{ turn: copies, path, count: '[copy]' }];
    return turns.map((turn, index) => ({
      turn,
      path: [...path, copyStep(index)],
      count: undefined,
    }));
  }

  #add(
    raw: Record<string, unknown>,
    scope: Scope,
    copies: Copies,
    path: Path,
    parent: ResourceId | undefined,
    nesting: number,
    symbolicName: string | undefined,
    count: string | undefined,
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
    const { copy: _, resources: children, ...body } = raw;
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
    if (id.type !== deploymentType) {
      this.resources.push(resource);
      this.#collect(children, scope, copies, [...path, 'resources'], id, nesting + 1);
      return;
    }
    const template = field(raw, 'template');
    if (!isObject(template)) {
      this.linked.push(id.names.join('/'));
      this.resources.push(resource);
      return;
    }
    const isInner = keyOf(get(field(raw, 'expressionEvaluationOptions'), 'scope')) === 'inner';
    const group = scope.resolve(get(raw, 'resourceGroup'), copies);
    const groupName = typeof group === 'string' ? group.toLowerCase() : scope.group;
    const nested = isInner
      ? new Scope(
          this.#world,
          template,
          group instanceof Unresolved ? undefined : groupName,
          this.#given(raw, scope, copies),
        )
      : undefined;
    this.resources.push({
      ...resource,
      id: { ...id, group: group instanceof Unresolved ? undefined : groupName },
      ...(nested && { nested }),
    });
    this.#collect(
      get(template, 'resources'),
      nested ?? scope,
      nested ? noCopies : copies,
      [...path, 'properties', 'template', 'resources'],
      undefined,
      nesting + 1,
    );
  }

  #given(raw: object, scope: Scope, copies: Copies): Map<string, () => unknown> {
    const parameters = field(raw, 'parameters');
    return new Map(
      Object.entries(isObject(parameters) ? parameters : {}).map(([name, given]) => [
        name.toLowerCase(),
        () =>
          get(given, 'value') === undefined
            ? new Unresolved(`[secret ${name}]`, `[parameters('${name}')]`)
            : scope.resolve(get(given, 'value'), copies),
      ]),
    );
  }

  #identify(
    raw: object,
    scope: Scope,
    copies: Copies,
    parent: ResourceId | undefined,
  ): ResourceId | undefined {
    const type = keyOf(get(raw, 'type'));
    const name = keyOf(scope.resolve(get(raw, 'name'), copies));
    if (!type || name === undefined) return undefined;
    const isWhole = type.includes('/');
    return {
      group: scope.group,
      type: isWhole || !parent ? type : `${parent.type}/${type}`,
      names: isWhole || !parent ? name.split('/') : [...parent.names, ...name.split('/')],
    };
  }
}

/** A step in a path that tells the copies of a resource apart; it is not in the document. */
const copyStep = (index: number) => `copyIndex=${index}`;

function isSameResource(a: ResourceId, b: ResourceId): boolean {
  return (
    a.type === b.type &&
    a.names.length === b.names.length &&
    a.names.every((name, index) => name === b.names[index]) &&
    (a.group === undefined || b.group === undefined || a.group === b.group)
  );
}

/** The resource as reference() shows it: subnets with their ids. */
function withIds({ id, resolved }: Resource): Record<string, unknown> {
  const resource = resolved();
  const subnets = get(get(resource, 'properties'), 'subnets');
  if (id.type !== 'microsoft.network/virtualnetworks' || !Array.isArray(subnets)) return resource;
  const group = id.group ?? '[group]';
  return {
    ...resource,
    properties: {
      ...(get(resource, 'properties') as object),
      subnets: subnets.map((subnet) => {
        const key = `/subscriptions/[subscription]/resourceGroups/${group}/providers/${id.type}/${id.names[0]}/subnets/${keyOf(get(subnet, 'name'))}`;
        return isObject(subnet) ? { id: new Unresolved(key, '[id]'), ...subnet } : subnet;
      }),
    },
  };
}
