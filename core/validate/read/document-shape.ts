/** Which kind of document was sent, and where in it the resources are. */

import { InputError } from '../../input-error.ts';
import { parseResourceId } from './resource-id.ts';
import { field, get, isObject, keyOf, type Path } from './unresolved.ts';

/** A resource as it is written, and its path. */
export interface RawResource {
  readonly raw: unknown;
  readonly path: Path;
  readonly symbolicName?: string;
}

export interface DocumentResources {
  readonly list: readonly RawResource[];
  /** What the expressions of the resources name. */
  readonly template: unknown;
  /** Where the template is in the document. */
  readonly path: Path;
  /** The values of its parameters, as a parameters file has them. */
  readonly parameters?: unknown;
  /** What resourceGroup() answers, as far as the sender says. */
  readonly resourceGroup?: unknown;
}

/** Twice as deep as the deepest templates, and far from what recursion cannot follow. */
const maxDepth = 200;

export function requireShallow(document: unknown): void {
  if (!isContainer(document) || !isDeeper(document, maxDepth)) return;
  throw new InputError('the document is nested too deeply', {
    path: ['document'],
    given: `more than ${maxDepth} levels`,
    expected: [`at most ${maxDepth} levels`],
  });
}

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

function isDeeper(value: object, levels: number): boolean {
  if (levels < 0) return true;
  if (Array.isArray(value)) {
    for (const part of value) if (isPartDeeper(part, levels - 1)) return true;
    return false;
  }
  for (const key in value) {
    if (isPartDeeper((value as Record<string, unknown>)[key], levels - 1)) return true;
  }
  return false;
}

const isPartDeeper = (part: unknown, levels: number): boolean =>
  isContainer(part) ? isDeeper(part, levels) : levels < 0;

export function isTerraform(document: unknown): document is object {
  return (
    isObject(document) &&
    (['planned_values', 'terraform_version', 'resource_changes'].some((key) =>
      Object.hasOwn(document, key),
    ) ||
      isObject(get(get(document, 'values'), 'root_module')))
  );
}

/** The resources at a path: a list, or an object of symbolic names. */
export function rawResources(list: unknown, path: Path): RawResource[] {
  if (Array.isArray(list)) {
    return list.map((raw: unknown, index) => ({ raw, path: [...path, index] }));
  }
  return Object.entries(isObject(list) ? list : {}).map(([symbolicName, raw]) => ({
    raw,
    path: [...path, symbolicName],
    symbolicName,
  }));
}

/** The resources of a document, or of a part of it at a path; undefined where it has no list of them. */
export function resourcesIn(
  document: unknown,
  path: Path = ['document'],
): DocumentResources | undefined {
  if (Array.isArray(document)) {
    return { list: rawResources(document, path), template: undefined, path };
  }
  const template = get(document, 'template');
  const inner = get(template, 'resources');
  if (typeof inner === 'object' && inner !== null) {
    const parameters = get(document, 'parameters');
    return {
      list: rawResources(inner, [...path, 'template', 'resources']),
      template,
      path: [...path, 'template'],
      parameters: get(parameters, 'parameters') ?? parameters,
      resourceGroup: get(document, 'resourceGroup'),
    };
  }
  const changes = get(document, 'changes') ?? get(get(document, 'properties'), 'changes');
  if (Array.isArray(changes)) {
    const isTop = Array.isArray(get(document, 'changes'));
    const at = [...path, ...(isTop ? [] : ['properties']), 'changes'];
    return { list: plannedResources(changes, at), template: undefined, path };
  }
  const resources = get(document, 'resources');
  if (typeof resources === 'object' && resources !== null) {
    return { list: rawResources(resources, [...path, 'resources']), template: document, path };
  }
  const key = ['value', 'data'].find((one) => Array.isArray(get(document, one)));
  return key === undefined
    ? undefined
    : { list: rawResources(get(document, key), [...path, key]), template: undefined, path };
}

/** What a what-if operation says will be there: after the change, or as before where nothing changes. */
function plannedResources(changes: readonly unknown[], path: Path): RawResource[] {
  return changes.flatMap((change, index) => {
    if (keyOf(get(change, 'changeType')) === 'delete') return [];
    const key = isObject(get(change, 'after')) ? 'after' : 'before';
    return [{ raw: get(change, key), path: [...path, index, key] }];
  });
}

/** Type of a resource in lower case, as it says itself or as its id says. */
export function typeOf(resource: unknown): string | undefined {
  const id = get(resource, 'id');
  return (
    keyOf(get(resource, 'type')) ?? (typeof id === 'string' ? parseResourceId(id)?.type : undefined)
  );
}

/** A network security group, whatever else the object says of it. */
export const hasRules = (resource: unknown): boolean =>
  field(resource, 'securityRules') !== undefined;

/** What kind of value was found, never the value itself: a document may hold what its owner keeps to himself. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  const keys = Object.keys(value).slice(0, 8);
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
}
