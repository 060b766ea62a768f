/** One document to one deployment: an ARM template, a list of exported resources, or a Terraform plan. */

import type { InputFirewall } from '../../firewall.ts';
import type { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { readNetworkStatus } from '../network-status/read.ts';
import { serviceDocuments } from './accepted-documents.ts';
import { Budget } from './arm/budget.ts';
import { TemplateResources } from './arm/template.ts';
import { isInNetwork, readAzureService, serviceType } from './azure/network.ts';
import { eachOnce, nameOf } from './azure/targets.ts';
import { unreadField } from './azure/unread-modules.ts';
import type { DocumentContext } from './document-context.ts';
import { partsOf } from './document-parts.ts';
import { describe, hasRules, requireShallow } from './document-shape.ts';
import { readAzureFirewalls } from './firewall/azure.ts';
import { readPlannedFirewalls } from './firewall/terraform.ts';
import type { MissingValue } from './missing-value.ts';
import { NoServiceError } from './no-service-error.ts';
import { readAzureContext, readPlanContext } from './read-context.ts';
import { serverGroups, serverGroupsOfPlan } from './server-groups.ts';
import { type ReadDocument, readService } from './service.ts';
import { isInNetwork as isPlannedInNetwork, readTerraformService } from './terraform/network.ts';
import type { TerraformPlan } from './terraform/plan.ts';
import { readPlan } from './terraform/updates.ts';
import { theOne } from './the-service.ts';
import type { UnreadPart } from './unread-parts.ts';
import { field, get, type Path, textOf } from './unresolved.ts';
import { unusedIn, unusedInPlan, unusedValues } from './unused.ts';

const plannedType = 'azurerm_api_management';

export interface DocumentReading extends ReadDocument {
  readonly documentContext: DocumentContext;
  /** Parameters of a template without a value that the verdict would need, all of them; a plan has its values. */
  readonly missingValues: readonly MissingValue[];
  /** Sentences that begin with "not used:", for what is in the document and has no part in the report. */
  readonly unused: readonly string[];
}

export interface DocumentOptions {
  readonly budget?: Budget;
  /** Name of the service to judge, where the document holds several: of the resource, or its symbolic name or address. */
  readonly service?: string | undefined;
  /** Values of parameters by name; they override those of the document. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}

/** The deployment that a document describes; InputError for a document that does not hold one. */
export function readDocument(
  document: unknown,
  { budget = new Budget(), service: wanted, parameters = {} }: DocumentOptions = {},
): DocumentReading {
  requireShallow(document);
  const { resources, terraform, unread, missing } = partsOf(document);
  const isAlone = hasRules(document) || field(document, 'routes') !== undefined;
  if (isAlone || resources.length + terraform.length === 0) throw unreadable(document);
  const plan = terraform.length > 0 ? readPlan(terraform) : undefined;
  const isPlanned = plan && (resources.length === 0 || plan.managed(plannedType).length > 0);
  const notes = unread.map((one) => `not used: ${one}`);
  const reading = isPlanned
    ? readPlanned(plan, wanted)
    : readTemplates(new TemplateResources(resources, budget, parameters), wanted);
  if (plan && resources.length > 0) {
    notes.push(besideTheOther(isPlanned ? resources : terraform));
  }
  return {
    ...reading,
    documentContext: {
      ...reading.documentContext,
      networkStatus: readNetworkStatus(document),
      unread: [...missing, ...(reading.documentContext.unread ?? [])],
    },
    unused: [...reading.unused, ...notes, ...unusedValues(parameters, isPlanned ? [] : resources)],
  };
}

const besideTheOther = ([part]: readonly { readonly path: Path }[]) =>
  `not used: ${pointer(...(part?.path ?? []))}, since the service is described in another language; Terraform and Azure's own documents are not read together`;

function readPlanned(plan: TerraformPlan, wanted: string | undefined): DocumentReading {
  const service = theOne(
    plan.managed(plannedType).map((one) => ({
      it: one,
      name: one.address,
      names: [one.address, one.values.name],
      isNetworked: isPlannedInNetwork(one),
    })),
    plannedType,
    wanted,
    { types: plan.resources.map(({ type }) => type) },
  );
  const read = readService(readTerraformService(service, plan), plan.notes);
  const groups = serverGroupsOfPlan(plan, read.deployment);
  return {
    ...read,
    deployment: { ...read.deployment, ...firewallsIn(readPlannedFirewalls(plan)) },
    documentContext: { ...readPlanContext(service, plan), serverGroups: groups },
    missingValues: [],
    unused: unusedInPlan(plan, read.deployment, groups),
  };
}

function readTemplates(resources: TemplateResources, wanted: string | undefined): DocumentReading {
  const services = eachOnce(resources.ofType(serviceType), resources);
  const symbols = Map.groupBy(services, ({ symbolicName }) => symbolicName);
  const service = theOne(
    services.map((one) => ({
      it: one,
      // A module that is deployed twice has two under one symbol.
      name: (symbols.get(one.symbolicName)?.length === 1 && one.symbolicName) || nameOf(one),
      names: [one.symbolicName, nameOf(one), one.id.names.join('/'), one.literalId],
      isNetworked: isInNetwork(one),
    })),
    serviceType,
    wanted,
    {
      types: resources.all.map((one) => textOf(get(one.resolved(), 'type'))),
      linked: resources.linkedNames,
    },
  );
  const read = readService(readAzureService(service, resources), resources.notes);
  const groups = serverGroups(resources, read.deployment);
  return {
    ...read,
    deployment: { ...read.deployment, ...firewallsIn(readAzureFirewalls(resources)) },
    documentContext: {
      ...readAzureContext(service, resources),
      serverGroups: groups,
      unread: linkedTemplates(resources),
    },
    missingValues: resources.missingValues,
    unused: unusedIn(resources, read.deployment, groups),
  };
}

const firewallsIn = (firewalls: readonly InputFirewall[]) =>
  firewalls.length > 0 ? { firewalls } : {};

/** Templates by link may add rules and routes, too. A module of a source that cannot be read is already one of its gaps. */
const linkedTemplates = ({ linked }: TemplateResources): UnreadPart[] =>
  linked
    .filter(
      ({ literalId, resolved }) => literalId === undefined && get(resolved(), unreadField) !== true,
    )
    .map((one) => ({
      id: `deployments/${nameOf(one)}`,
      reason: 'its template is not in the document; send it, too, or the deployed resources',
      path: pointer(...one.path),
    }));

/** Says what to do with a document that is a part of a deployment. */
function unreadable(document: unknown): InputError {
  const reason = hasRules(document)
    ? 'the document is a network security group; give it as deployment.locations[].networkSecurityGroup.document, or next to its service'
    : field(document, 'routes') !== undefined
      ? 'the document is a route table; give it as deployment.locations[].routeTable.document, or next to its service'
      : 'the document is none that can be read';
  return new NoServiceError(reason, {
    path: ['document'],
    given: describe(document),
    expected: serviceDocuments,
  });
}

/** Lines for a log: the kind of document, and which of its fields each part of the deployment comes from. No values. */
export function describeReading(
  document: unknown,
  { deployment, origins }: ReadDocument,
): string[] {
  const { resources, terraform } = partsOf(document);
  const kind = [
    terraform.length > 0 && 'Terraform plan or state',
    resources.length > 0 && 'template or list of resources',
  ]
    .filter(Boolean)
    .join(' and ');
  return [
    `document: ${kind}, ${deployment.locations.length} locations`,
    ...deployment.locations.map(
      ({ subnet, networkSecurityGroup, routeTable, publicIpAddress }, index) =>
        `location ${index} has ${[
          subnet && 'a subnet',
          networkSecurityGroup && 'a security group',
          routeTable && 'a route table',
          publicIpAddress && 'a public IP address',
        ]
          .filter(Boolean)
          .join(', ')}`,
    ),
    ...[...origins].map(([path, origin]) => `${path} comes from ${pointer(...origin)}`),
  ];
}

/** Whether the document describes an instance, and not its network security group alone. */
export function describesService(document: unknown): boolean {
  requireShallow(document);
  const { resources, terraform } = partsOf(document);
  return (
    readPlan(terraform).managed(plannedType).length > 0 ||
    new TemplateResources(resources, new Budget()).ofType(serviceType).length > 0
  );
}
