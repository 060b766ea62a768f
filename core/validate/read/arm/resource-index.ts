/** The resources of a document, found by type, by name and by id without looking at all the others. */

import { InputError } from '../../../input-error.ts';
import { parseResourceId } from '../resource-id.ts';
import type { Budget } from './budget.ts';
import { isSameResource, type Resource } from './resource.ts';

const maxResources = 5000;

export class ResourceIndex {
  readonly all: Resource[] = [];
  readonly #budget: Budget;
  readonly #byType = new Map<string, Resource[]>();
  readonly #byName = new Map<string, Resource[]>();
  readonly #bySymbol = new Map<string, Resource[]>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(resource: Resource): void {
    if (this.all.length >= maxResources) {
      throw new InputError('too many resources', {
        path: ['document'],
        given: `more than ${maxResources}`,
        expected: [`at most ${maxResources} resources`],
      });
    }
    this.all.push(resource);
    append(this.#byType, resource.id.type, resource);
    append(this.#byName, resource.id.names.join('/'), resource);
    if (resource.symbolicName !== undefined) {
      append(this.#bySymbol, resource.symbolicName, resource);
    }
  }

  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type.toLowerCase()) ?? [];
  }

  /** The resources that an id may name: exported ones by their whole id, others by type, name and resource group. */
  named(key: string): Resource[] {
    const wanted = parseResourceId(key);
    if (!wanted) return [];
    return this.#lookUp(this.#byName, wanted.names.join('/')).filter(({ id, literalId }) =>
      literalId !== undefined && !key.includes('[')
        ? literalId === key.toLowerCase()
        : isSameResource(id, wanted),
    );
  }

  /** The resources with this symbolic name, or with this name. */
  called(name: string): Resource[] {
    return [
      ...new Set([
        ...this.#lookUp(this.#bySymbol, name),
        ...this.#lookUp(this.#byName, name.toLowerCase()),
      ]),
    ];
  }

  #lookUp(index: ReadonlyMap<string, Resource[]>, key: string): readonly Resource[] {
    const resources = index.get(key) ?? [];
    this.#budget.handle(resources.length, 0);
    return resources;
  }
}

function append(index: Map<string, Resource[]>, key: string, resource: Resource): void {
  const list = index.get(key);
  if (list) list.push(resource);
  else index.set(key, [resource]);
}
