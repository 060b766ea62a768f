/** What Terraform joins with a subnet: its security group and its route table, by associations or in the subnet itself. */

import type { RouteTable } from '../../../deployment.ts';
import { isExpression } from '../../../network/address-term.ts';
import { openRoute } from '../input-route.ts';
import type { DescribedGroup, GroupElsewhere } from '../service-description.ts';
import { get, keyOf, listOf, type Path } from '../unresolved.ts';
import { mostSpecific } from './addresses.ts';
import type { TerraformPlan } from './plan.ts';
import { planTableType, readPlannedRoutes } from './routes.ts';
import { groupType, readGroup } from './rules.ts';
import { namedAt, targetsOf } from './targets.ts';
import type { TerraformResource } from './values.ts';

/** A subnet that is not in the plan, by the field that names it. */
interface SubnetReference {
  readonly owner: TerraformResource;
  readonly keys: Path;
}

type JoinedSubnet = TerraformResource | SubnetReference;

export function groupOf(
  subnet: JoinedSubnet,
  plan: TerraformPlan,
): DescribedGroup | GroupElsewhere | undefined {
  const key = 'network_security_group_id';
  const join = joinOf('azurerm_subnet_network_security_group_association', key, subnet, plan);
  const [group] = join ? targetsOf(join.owner, [key], groupType, plan) : [];
  if (!join) return undefined;
  return group && join.isCertain
    ? readGroup(group, plan)
    : { elsewhere: join.text, path: join.owner.path };
}

export function tableOf(subnet: JoinedSubnet, plan: TerraformPlan): RouteTable | undefined {
  const key = 'route_table_id';
  const join = joinOf('azurerm_subnet_route_table_association', key, subnet, plan);
  const [table] = join ? targetsOf(join.owner, [key], planTableType, plan) : [];
  if (!join) return undefined;
  if (table && join.isCertain) return readRouteTable(table, plan);
  const { text, owner } = join;
  return {
    document: text,
    routes: [openRoute(isExpression(text) ? text : `[${text}]`, owner.path)],
  };
}

interface Join {
  /** The resource that names what the subnet is joined with: an association, or the subnet itself. */
  readonly owner: TerraformResource;
  /** True where it joins the subnet, and with one thing. */
  readonly isCertain: boolean;
  /** What it names, for a message. */
  readonly text: string;
}

function joinOf(
  type: string,
  key: string,
  subnet: JoinedSubnet,
  plan: TerraformPlan,
): Join | undefined {
  if ('keys' in subnet) return joinElsewhere(type, key, subnet, plan);
  const joins = plan.ofType(type).map((join) => ({
    join,
    subnets: targetsOf(join, ['subnet_id'], 'azurerm_subnet', plan),
  }));
  const own = joins.filter(({ subnets }) => subnets.length === 1 && subnets[0] === subnet);
  const open = joins.find(
    ({ join, subnets }) =>
      (subnets.length > 1 && subnets.includes(subnet)) ||
      (subnets.length === 0 && typeof join.values.subnet_id !== 'string'),
  );
  const isRemoved = plan
    .removed(type)
    .some(({ values }) => keyOf(values.subnet_id) === (keyOf(subnet.values.id) ?? ''));
  const isJoinedItself = Boolean(subnet.values[key]) && !isRemoved;
  const owner = own[0]?.join ?? open?.join ?? (isJoinedItself ? subnet : undefined);
  const isOwn = own.length === 1 || owner === subnet;
  const join =
    owner && joinBy(owner, key, isOwn, own.length > 1 ? own.map(({ join }) => join) : [], plan);
  return join && laterOf(join, key, subnet, plan);
}

/** Of an association and a change of the subnet itself the one that is put last; neither for sure where none waits. */
function laterOf(join: Join, key: string, subnet: TerraformResource, plan: TerraformPlan): Join {
  const update = subnet.updatedBy?.get(key);
  if (!update || join.owner === subnet || plan.waitsFor(join.owner, update)) return join;
  const own = joinBy(subnet, key, true, [], plan);
  if (plan.waitsFor(update, join.owner)) return own;
  const [mine, others] = [subnet, join.owner].map((owner) =>
    targetsOf(owner, [key], targetTypes[key] ?? '', plan),
  );
  const isSame = own.isCertain && join.isCertain && mine?.[0] === others?.[0];
  return isSame
    ? join
    : {
        ...join,
        isCertain: false,
        text: `what ${update.address} or ${join.owner.address} puts last`,
      };
}

function joinBy(
  owner: TerraformResource,
  key: string,
  isOwn: boolean,
  others: readonly TerraformResource[],
  plan: TerraformPlan,
): Join {
  const targets = targetsOf(owner, [key], targetTypes[key] ?? '', plan);
  return {
    owner,
    isCertain: isOwn && targets.length === 1,
    text: namedAt(owner, [key], plan, others.length > 0 ? others : targets),
  };
}

/** The association whose subnet is written as that of the service is: with the same id, or by the same reference. */
function joinElsewhere(
  type: string,
  key: string,
  { owner, keys }: SubnetReference,
  plan: TerraformPlan,
): Join | undefined {
  const wanted = writtenAt(owner, keys, plan);
  const own = plan
    .ofType(type)
    .filter((join) => wanted !== undefined && writtenAt(join, ['subnet_id'], plan) === wanted);
  const [first] = own;
  return first && joinBy(first, key, own.length === 1, own.length > 1 ? own : [], plan);
}

function writtenAt(owner: TerraformResource, keys: Path, plan: TerraformPlan): string | undefined {
  const value = keys.reduce<unknown>((part, key) => get(part, key), owner.values);
  if (typeof value === 'string') return value.toLowerCase();
  const references = mostSpecific(listOf(get(plan.expressionOf(owner, keys), 'references')));
  const isByKey = references.some((one) => /^(?:each|count)\./.test(one));
  return references.length === 1 && !isByKey
    ? `${owner.source} ${owner.module} ${references[0]}`
    : undefined;
}

const targetTypes: Readonly<Record<string, string>> = {
  network_security_group_id: groupType,
  route_table_id: planTableType,
};

const readRouteTable = (table: TerraformResource, plan: TerraformPlan): RouteTable => ({
  document: table.values,
  routes: readPlannedRoutes(table, plan),
});
