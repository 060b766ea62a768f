/** One document to one deployment: an ARM template, a list of exported resources, or a Terraform plan. */

import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { serviceDocuments } from './accepted-documents.ts';
import { Budget } from './arm/budget.ts';
import { TemplateResources } from './arm/template.ts';
import { isInNetwork, readAzureService, serviceType } from './azure/network.ts';
import { nameOf } from './azure/targets.ts';
import type { DocumentContext } from './document-context.ts';
import { describe, isTerraform, requireShallow, resourcesIn } from './document-shape.ts';
import { readAzureContext, readPlanContext } from './read-context.ts';
import { type ReadDocument, readService } from './service.ts';
import { isInNetwork as isPlannedInNetwork, readTerraformService } from './terraform/network.ts';
import { TerraformPlan } from './terraform/plan.ts';

export interface DocumentReading extends ReadDocument {
  readonly documentContext: DocumentContext;
}

/** The deployment that a document describes. */
export function readDocument(document: unknown, budget = new Budget()): DocumentReading {
  requireShallow(document);
  if (isTerraform(document)) {
    const plan = new TerraformPlan(document);
    const services = plan.managed('azurerm_api_management');
    const service = theOne(
      services.map((one) => ({ it: one, name: one.address, isNetworked: isPlannedInNetwork(one) })),
      'azurerm_api_management',
    );
    return {
      ...readService(readTerraformService(service, plan)),
      documentContext: readPlanContext(service, plan),
    };
  }
  const found = resourcesIn(document);
  if (!found) {
    throw new InputError('the document is none that can be read', {
      path: ['document'],
      given: describe(document),
      accepted: serviceDocuments,
    });
  }
  const resources = new TemplateResources(found, budget);
  const services = resources.ofType(serviceType);
  const service = theOne(
    services.map((one) => ({
      it: one,
      name: nameOf(one),
      isNetworked: isInNetwork(one),
    })),
    serviceType,
    resources.linkedNames,
  );
  return {
    ...readService(readAzureService(service, resources)),
    documentContext: readAzureContext(service, resources),
  };
}

/** Lines for a log: the kind of document, and which of its fields each part of the deployment comes from. No values. */
export function describeReading(
  document: unknown,
  { deployment, origins }: ReadDocument,
): string[] {
  const kind = isTerraform(document) ? 'Terraform plan or state' : 'template or list of resources';
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
  if (isTerraform(document)) {
    return new TerraformPlan(document).managed('azurerm_api_management').length > 0;
  }
  const found = resourcesIn(document);
  return (
    found !== undefined && new TemplateResources(found, new Budget()).ofType(serviceType).length > 0
  );
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
  throw new InputError(
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
