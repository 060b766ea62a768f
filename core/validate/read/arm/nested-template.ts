/** The template of a nested deployment, and the scope in which its expressions are evaluated. */

import { type RawResource, rawResources } from '../document-shape.ts';
import { field, get, isObject, keyOf, Unresolved } from '../unresolved.ts';
import { type Copies, noCopies } from './copies.ts';
import { parameterValues } from './parameter-values.ts';
import type { Resource } from './resource.ts';
import { Scope } from './scope.ts';

/** In items: a function for each parameter. */
const pricePerParameter = 8;

/** Marks the deployment of the template that a source is lowered to: its parameters are those of the source. */
export const sourceField = 'deployedSource';

interface NestedTemplate {
  /** The resource, in the resource group it deploys to, and with its outputs. */
  readonly deployment: Resource;
  readonly template: object;
  readonly isSource: boolean;
  readonly scope: Scope;
  readonly copies: Copies;
  readonly resources: readonly RawResource[];
}

/** Undefined where the template is not in the document. */
export function nestedTemplate(
  resource: Resource,
  raw: object,
  copies: Copies,
): NestedTemplate | undefined {
  const { id, scope, path } = resource;
  const template = field(raw, 'template');
  if (!isObject(template)) return undefined;
  const parameters = field(raw, 'parameters');
  const count = Object.keys(isObject(parameters) ? parameters : {}).length;
  scope.world.budget.handle(pricePerParameter * count, 0);
  const group = scope.resolve(get(raw, 'resourceGroup'), copies);
  const groupName = groupNameOf(group, scope);
  const isInner = keyOf(get(field(raw, 'expressionEvaluationOptions'), 'scope')) === 'inner';
  const inner = isInner
    ? new Scope(scope.world, template, {
        group: groupName,
        parameters: parameterValues(parameters, (value) => scope.resolve(value, copies)),
        location: group === undefined ? scope.location : undefined,
      })
    : undefined;
  return {
    deployment: {
      ...resource,
      id: { ...id, group: groupName },
      outputs: () =>
        inner ? inner.outputs() : scope.outputsOf(template, id.names.join('/'), copies),
    },
    template,
    isSource: get(raw, sourceField) === true,
    scope: inner ?? scope,
    copies: inner ? noCopies : copies,
    resources: rawResources(get(template, 'resources'), [
      ...path,
      'properties',
      'template',
      'resources',
    ]),
  };
}

/** The resource group that a deployment names, else the one it is in; undefined if the name is an open value. */
function groupNameOf(group: unknown, scope: Scope): string | undefined {
  if (group instanceof Unresolved) return undefined;
  return typeof group === 'string' ? keyOf(group) : scope.group;
}
