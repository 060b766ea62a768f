/**
 * The parts of a document: templates with their own parameters, exported resources and Terraform documents, in whatever
 * lists and objects they were put together.
 */

import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { isStatus } from '../network-status/read.ts';
import { isSame } from './arm/values.ts';
import {
  type DocumentResources,
  describe,
  hasRules,
  isTerraform,
  type RawResource,
  resourcesIn,
  typeOf,
} from './document-shape.ts';
import { groupsOf, hasEffectiveRules } from './effective-groups.ts';
import { tableRows } from './result-table.ts';
import type { TerraformPart } from './terraform-part.ts';
import { cutLists, type UnreadPart, unreadIn } from './unread-parts.ts';
import { get, isObject, nameIn, type Path, textOf } from './unresolved.ts';

export interface DocumentParts {
  /** Templates, and a list of all resources that stand by themselves. */
  readonly resources: readonly DocumentResources[];
  readonly terraform: readonly TerraformPart[];
  /** Pointers to what is none of these, with a description. */
  readonly unread: readonly string[];
  /** What the document says is there, and does not hold. */
  readonly missing: readonly UnreadPart[];
}

const maxLevels = 8;

/** Empty where nothing in the document can be read. */
export function partsOf(document: unknown): DocumentParts {
  const templates: DocumentResources[] = [];
  const loose: RawResource[] = [];
  const terraform: TerraformPart[] = [];
  const unread: string[] = [];
  const missing: UnreadPart[] = [];
  const pages: { readonly value: object; readonly path: Path }[] = [];
  const values: unknown[] = [];

  /** False where nothing in the value could be read. */
  function collect(value: unknown, path: Path, level: number): boolean {
    if (level > maxLevels) return false;
    const group = level > 0 ? listedGroup(value) : undefined;
    if (group) return loose.push({ raw: group, path }) > 0;
    if (Array.isArray(value)) return collectEach(value.entries(), path, level);
    if (!isObject(value)) return false;
    const isResource = typeOf(value) !== undefined;
    if (!isResource) {
      missing.push(...unreadIn(value, path));
      pages.push({ value, path });
    }
    if (isTerraform(value)) return terraform.push({ document: value, path }) > 0;
    const rows = isResource ? undefined : tableRows(value, path);
    if (rows) return loose.push(...rows) > 0;
    if (hasEffectiveRules(value)) return loose.push(...groupsOf(value, path)) > 0;
    if (isResource || hasRules(value)) {
      loose.push({
        raw: isResource ? value : { type: groupType, name: 'group', ...(value as object) },
        path,
      });
      return true;
    }
    if (isParametersFile(value)) return values.push(get(value, 'parameters')) > 0;
    const list = ['value', 'data'].find((key) => Array.isArray(get(value, key)));
    const resources = list === undefined ? resourcesIn(value, path) : undefined;
    if (resources) {
      if (resources.template === undefined) loose.push(...resources.list);
      else templates.push(resources);
      return true;
    }
    const entries =
      list === undefined ? Object.entries(value) : [[list, get(value, list)] as const];
    return collectEach(entries, path, level) || isStatus(value);
  }

  function collectEach(
    entries: Iterable<readonly [string | number, unknown]>,
    path: Path,
    level: number,
  ): boolean {
    const lost: string[] = [];
    let isRead = false;
    for (const [key, value] of entries) {
      const at = [...path, key];
      if (collect(value, at, level + 1)) isRead = true;
      else if (value !== null) lost.push(`${pointer(...at)} (${describe(value)})`);
    }
    if (isRead) unread.push(...lost);
    return isRead;
  }

  collect(document, ['document'], 0);
  const path = ['document'];
  const list = loose.length > 0 ? [{ list: loose, template: undefined, path }] : [];
  const parameters = valuesOf(values);
  return {
    resources: [
      ...templates.map((one) => ({
        ...one,
        parameters: { ...parameters, ...(isObject(one.parameters) && one.parameters) },
      })),
      ...list,
    ],
    terraform,
    unread,
    missing: [...missing, ...cutLists(pages)],
  };
}

/** The parameters of all values files. Throws InputError where two of them differ: only one is deployed with. */
function valuesOf(files: readonly unknown[]): Readonly<Record<string, unknown>> {
  // Without what objects inherit: a parameter may have any name.
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, value] of files.flatMap((file) => Object.entries(isObject(file) ? file : {}))) {
    const key = nameIn(values, name) ?? name;
    if (Object.hasOwn(values, key) && !isSame(values[key], value)) {
      throw new InputError(`several files of parameters give ${name} different values`, {
        path: ['document'],
        given: name,
        expected: ['the one file that is deployed with'],
      });
    }
    values[key] = value;
  }
  return values;
}

const groupType = 'Microsoft.Network/networkSecurityGroups';

/** The group of a list that has nothing but its rules, as `az network nsg rule list` prints it. */
function listedGroup(value: unknown): object | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const ids = value.map((rule) =>
    /^(.*\/networkSecurityGroups\/([^/]+))\/securityRules\/[^/]+$/i.exec(textOf(get(rule, 'id'))),
  );
  const [first] = ids;
  const isOne = ids.every((id) => id && id[1]?.toLowerCase() === first?.[1]?.toLowerCase());
  return first && isOne
    ? { type: groupType, id: first[1], name: first[2], listedSecurityRules: value }
    : undefined;
}

const isParametersFile = (value: object): boolean =>
  /deploymentparameters/i.test(textOf(get(value, '$schema'))) && isObject(get(value, 'parameters'));
