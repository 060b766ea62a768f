/** One document to one deployment: an ARM template, a list of exported resources, or a Terraform plan. */

import { UserInputError } from '../../knowledge/user-input-error.ts';
import type { Surroundings } from '../model.ts';
import { TemplateResources } from './arm-template.ts';
import { isInNetwork, nameOf, readAzureService, serviceType } from './azure-network.ts';
import { type ReadDocument, readService } from './found.ts';
import { describe } from './network-security-group.ts';
import { readAzureSurroundings, readPlannedSurroundings } from './surroundings.ts';
import { isInNetwork as isPlannedInNetwork, readTerraformService } from './terraform-network.ts';
import { TerraformPlan } from './terraform-plan.ts';
import { get, isObject, type Path } from './unresolved.ts';

const accepted = [
  'an ARM template (bicep build), resources as an array or by symbolic name',
  'a list of exported resources: an array, or an object with resources, value or data',
  'a Terraform plan (terraform show -json)',
];

/** Twice as deep as the deepest templates, and far from what recursion cannot follow. */
const maxDepth = 200;

export interface DocumentReading extends ReadDocument {
  readonly surroundings: Surroundings;
}

/** The deployment that a document describes. */
export function readDocument(document: unknown): DocumentReading {
  requireShallow(document);
  if (isObject(document) && ('planned_values' in document || 'terraform_version' in document)) {
    const plan = new TerraformPlan(document);
    const services = plan.ofType('azurerm_api_management');
    const service = theOne(
      services.map((one) => ({ it: one, name: one.address, isNetworked: isPlannedInNetwork(one) })),
      'azurerm_api_management',
    );
    return {
      ...readService(readTerraformService(service, plan)),
      surroundings: readPlannedSurroundings(service, plan),
    };
  }
  const { list, path } = listIn(document);
  const resources = new TemplateResources(document, list, path);
  const services = resources.ofType(serviceType);
  const service = theOne(
    services.map((one) => ({
      it: one,
      name: nameOf(one),
      isNetworked: isInNetwork(one),
    })),
    serviceType,
    resources.linked,
  );
  return {
    ...readService(readAzureService(service, resources)),
    surroundings: readAzureSurroundings(service, resources),
  };
}

function requireShallow(document: unknown): void {
  let level: unknown[] = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) {
      throw new UserInputError('the document is nested too deeply', {
        path: ['document'],
        given: `more than ${maxDepth} levels`,
        accepted: [`at most ${maxDepth} levels`],
      });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function listIn(document: unknown): { list: unknown; path: Path } {
  if (Array.isArray(document)) return { list: document, path: ['document'] };
  const resources = get(document, 'resources');
  if (typeof resources === 'object' && resources !== null) {
    return { list: resources, path: ['document', 'resources'] };
  }
  for (const key of ['value', 'data']) {
    const list = get(document, key);
    if (Array.isArray(list)) return { list, path: ['document', key] };
  }
  throw new UserInputError('the document is none that can be read', {
    path: ['document'],
    given: describe(document),
    accepted,
  });
}

interface Candidate<T> {
  readonly it: T;
  readonly name: string;
  readonly isNetworked: boolean;
}

/** The only service, or the only one that is put into a subnet. */
function theOne<T>(all: readonly Candidate<T>[], type: string, linked: readonly string[] = []): T {
  const networked = all.filter(({ isNetworked }) => isNetworked);
  const [only] = all.length === 1 ? all : networked;
  if (only && (all.length === 1 || networked.length === 1)) return only.it;
  const missing =
    linked.length > 0 ? `; linked templates are not in it: ${linked.slice(0, 5).join(', ')}` : '';
  throw new UserInputError(
    all.length === 0
      ? `the document holds no ${type}${missing}`
      : 'the document holds several services',
    {
      path: ['document'],
      given:
        all.length === 0
          ? 0
          : all
              .slice(0, 10)
              .map(({ name }) => name)
              .join(', '),
      accepted: [`one ${type}`],
    },
  );
}

/** The place in the document that a path means: where an expression, a copy loop or a field's other name stands. */
export function placeOf(document: unknown, path: Path): Path {
  const place: (string | number)[] = ['document'];
  let value = document;
  let isInCopy = false;
  for (const key of path.slice(1)) {
    if (typeof key === 'string' && key.startsWith('copyIndex=')) continue;
    if (isInCopy && typeof key === 'number') {
      isInCopy = false;
      continue;
    }
    const name = [key, snakeCase(key)].find((one) => get(value, one) !== undefined);
    const loops = get(value, 'copy');
    const loop = Array.isArray(loops) ? loops.findIndex((one) => get(one, 'name') === key) : -1;
    if (name !== undefined) {
      place.push(name);
      value = get(value, name);
    } else if (loop >= 0) {
      place.push('copy', loop, 'input');
      value = get(get(get(value, 'copy'), loop), 'input');
      isInCopy = true;
    } else {
      break;
    }
  }
  return place;
}

const snakeCase = (key: string | number) =>
  typeof key === 'number' ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
