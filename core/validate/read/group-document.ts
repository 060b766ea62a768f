/**
 * The rules of one network security group in whatever document holds it: the group as Azure's tools print it, a list of
 * rules, effective rules, a template, an export or a Terraform plan.
 */

import type { InputRule } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { isExpression } from '../../network/address-term.ts';
import { groupDocuments } from './accepted-documents.ts';
import type { Budget } from './arm/budget.ts';
import { TemplateResources } from './arm/template.ts';
import { groupType, ruleType } from './azure/group.ts';
import {
  type DocumentResources,
  describe,
  hasRules,
  isTerraform,
  requireShallow,
  resourcesIn,
  typeOf,
} from './document-shape.ts';
import { readOnlyGroup, readOnlyPlannedGroup } from './only-group.ts';
import { readEffectiveRules } from './rules/effective-rules.ts';
import { openRule } from './rules/listed-rules.ts';
import { readRawRule } from './rules/rule-shape.ts';
import { sourceLocationOf } from './source-location.ts';
import { readPlan } from './terraform/updates.ts';
import { field, fieldPath, get, listOf, type Path } from './unresolved.ts';

/** The rules, with pointers that begin with `path`. */
export function readGroupDocument(
  document: unknown,
  path: Path,
  subnetId: string | undefined,
  budget: Budget,
): readonly InputRule[] {
  try {
    return readRules(document, subnetId, pointer(...path), budget);
  } catch (error) {
    throw error instanceof InputError
      ? Object.assign(error, {
          path: [...path, ...sourceLocationOf(document, error.path).slice(1)],
        })
      : error;
  }
}

/** `start` is the pointer to the document. */
function readRules(
  document: unknown,
  subnetId: string | undefined,
  start: string,
  budget: Budget,
): readonly InputRule[] {
  const moved = (rules: readonly InputRule[]) =>
    rules.map((rule) => ({
      ...rule,
      path: start + rule.path.slice('/document'.length),
      fieldsPath: start + rule.fieldsPath.slice('/document'.length),
    }));
  requireShallow(document);
  if (isTerraform(document)) {
    return moved(
      readOnlyPlannedGroup(
        readPlan([{ document: document as object, path: ['document'] }]),
        subnetId,
      ),
    );
  }
  const effective = readEffectiveRules(document, subnetId);
  if (effective) return moved(effective);
  if (hasRules(document) && listOf(get(document, 'resources')).length === 0) {
    return readPlainGroup(document, start);
  }
  const resources = hasRules(document) ? aGroupAlone(document) : resourcesIn(document);
  if (!resources) throw noRules(document);
  const rules = resources.list.filter(({ raw }) => isRule(raw));
  const mayBeEmpty = [document, get(document, 'value'), get(document, 'data')].some(Array.isArray);
  if (rules.length === resources.list.length && (mayBeEmpty || rules.length > 0)) {
    return moved(rules.map(({ raw, path }) => readRawRule(raw, () => path, false)));
  }
  const rulesOfGroup = readOnlyGroup(new TemplateResources([resources], budget), subnetId);
  if (!rulesOfGroup) throw noRules(document);
  return moved(rulesOfGroup);
}

const noRules = (document: unknown) =>
  new InputError('no security rules found in the document', {
    path: ['document'],
    given: describe(document),
    expected: groupDocuments,
  });

/** A group whose rules are child resources, or some of them. */
const aGroupAlone = (document: unknown): DocumentResources => ({
  list: [{ raw: { type: groupType, name: 'group', ...(document as object) }, path: ['document'] }],
  template: undefined,
  path: ['document'],
});

/** A rule by itself, as a list of rules has it: not a resource of a template, which says whose rule it is. */
const isRule = (raw: unknown): boolean => {
  const type = typeOf(raw);
  return (
    (type === undefined || (type === ruleType && !String(get(raw, 'name')).includes('/'))) &&
    !hasRules(raw)
  );
};

/** The group's lists as they are; expressions in them stay as they are written. */
function readPlainGroup(document: unknown, start: string): InputRule[] {
  return (['securityRules', 'defaultSecurityRules'] as const).flatMap((key) => {
    const list = field(document, key);
    const keys = fieldPath(document, key);
    const path: Path = ['document', ...keys];
    const at = start + pointer(...keys);
    if (typeof list === 'string' && isExpression(list)) return [openRule(list, at)];
    const isDefault = key === 'defaultSecurityRules';
    const isAbsent = isDefault && (list === null || list === undefined);
    if (!Array.isArray(list) && !isAbsent) throw noRules(document);
    return listOf(list).map((rule, index) =>
      readRawRule(rule, () => [...path, index], isDefault, `${at}/${index}`),
    );
  });
}
