/** Sentences on security groups and route tables of a document that no location of the instance uses. */

import type { Deployment } from '../../deployment.ts';
import type { TemplateResources } from './arm/template.ts';
import { groupType } from './azure/group.ts';
import { tableType } from './azure/routes.ts';
import { nameOf } from './azure/targets.ts';
import type { TerraformPlan } from './terraform/plan.ts';
import { planTableType } from './terraform/routes.ts';
import { groupType as plannedGroupType } from './terraform/rules.ts';

const maxNamed = 10;

interface Attachable {
  readonly name: string;
  readonly document: unknown;
}

export const unusedIn = (all: TemplateResources, deployment: Deployment): string[] =>
  unusedOf(deployment, (isGroup) =>
    all
      .ofType(isGroup ? groupType : tableType)
      .map((one) => ({ name: nameOf(one), document: one.resolved() })),
  );

export const unusedInPlan = (plan: TerraformPlan, deployment: Deployment): string[] =>
  unusedOf(deployment, (isGroup) =>
    plan
      .ofType(isGroup ? plannedGroupType : planTableType)
      .map(({ address, values }) => ({ name: address, document: values })),
  );

function unusedOf(
  { locations }: Deployment,
  listOf: (isGroup: boolean) => readonly Attachable[],
): string[] {
  const documents = locations.flatMap(({ networkSecurityGroup, routeTable }) =>
    [networkSecurityGroup, routeTable].flatMap((one) =>
      one && 'document' in one ? [one.document] : [],
    ),
  );
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
