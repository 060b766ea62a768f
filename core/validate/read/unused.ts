/** Sentences on what a document or its sender gives, and the verdict does not use: security groups, route tables, values. */

import type { Deployment } from '../../deployment.ts';
import { nearestOf } from '../../nearest.ts';
import { quoted } from '../../quoted.ts';
import type { TemplateResources } from './arm/template.ts';
import { groupType } from './azure/group.ts';
import { tableType } from './azure/routes.ts';
import { nameOf } from './azure/targets.ts';
import type { DocumentResources } from './document-shape.ts';
import type { ServerGroup } from './server-groups.ts';
import type { TerraformPlan } from './terraform/plan.ts';
import { planTableType } from './terraform/routes.ts';
import { groupType as plannedGroupType } from './terraform/rules.ts';
import { field, isObject } from './unresolved.ts';

const maxNamed = 10;

interface Attachable {
  readonly name: string;
  readonly document: unknown;
}

export const unusedIn = (
  all: TemplateResources,
  deployment: Deployment,
  others: readonly ServerGroup[],
): string[] =>
  unusedOf(deployment, others, (isGroup) =>
    all
      .ofType(isGroup ? groupType : tableType)
      .map((one) => ({ name: nameOf(one), document: one.resolved() })),
  );

export const unusedInPlan = (
  plan: TerraformPlan,
  deployment: Deployment,
  others: readonly ServerGroup[],
): string[] =>
  unusedOf(deployment, others, (isGroup) =>
    plan
      .ofType(isGroup ? plannedGroupType : planTableType)
      .map(({ address, values }) => ({ name: address, document: values })),
  );

/** The values sent by name of which no template of the document has a parameter; a plan has none. */
export function unusedValues(
  values: Readonly<Record<string, unknown>>,
  parts: readonly DocumentResources[],
): string[] {
  const sent = Object.keys(values);
  if (sent.length === 0) return [];
  const declared = parts.flatMap(({ template }) => {
    const parameters = field(template, 'parameters');
    return isObject(parameters) ? Object.keys(parameters) : [];
  });
  const isDeclared = (name: string) =>
    declared.some((one) => one.toLowerCase() === name.toLowerCase());
  return sent
    .filter((name) => !isDeclared(name))
    .map((name) => {
      const [nearest] = nearestOf(name, declared);
      const hint = nearest === undefined ? '' : `; nearest: ${nearest}`;
      return `the value of ${quoted(name)} is not used: the document has no parameter of that name${hint}`;
    });
}

function unusedOf(
  { locations }: Deployment,
  others: readonly ServerGroup[],
  listOf: (isGroup: boolean) => readonly Attachable[],
): string[] {
  const documents = [
    ...others.map(({ document }) => document),
    ...locations.flatMap(({ networkSecurityGroup, routeTable }) =>
      [networkSecurityGroup, routeTable].flatMap((one) =>
        one && 'document' in one ? [one.document] : [],
      ),
    ),
  ];
  return [true, false].flatMap((isGroup) => {
    const all = listOf(isGroup);
    const used = all.filter(({ document }) => documents.includes(document));
    const isUsed = (name: string) => used.some((one) => one.name === name);
    const names = [...new Set(all.map(({ name }) => name))].filter((name) => !isUsed(name));
    const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : '';
    const what = isGroup ? 'network security group' : 'route table';
    const listed = names.slice(0, maxNamed).join(', ') + more;
    return names.length === 0
      ? []
      : [`not used: ${what} ${listed}, which no subnet of the instance is known to have`];
  });
}
