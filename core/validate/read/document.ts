/** One document to one deployment: an ARM template, a list of exported resources, or a Terraform plan. */

import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { readNetworkStatus } from '../network-status/read.ts';
import { serviceDocuments } from './accepted-documents.ts';
import { Budget } from './arm/budget.ts';
import { TemplateResources } from './arm/template.ts';
import { isInNetwork, readAzureService, serviceType } from './azure/network.ts';
import { nameOf } from './azure/targets.ts';
import type { DocumentContext } from './document-context.ts';
import { describe, hasRules, isTerraform, requireShallow, resourcesIn } from './document-shape.ts';
import type { MissingValue } from './missing-value.ts';
import { readAzureContext, readPlanContext } from './read-context.ts';
import { type ReadDocument, readService } from './service.ts';
import { isInNetwork as isPlannedInNetwork, readTerraformService } from './terraform/network.ts';
import { TerraformPlan } from './terraform/plan.ts';
import { field, keyOf } from './unresolved.ts';

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
  /** Values of parameters by name, which go before those of the document. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}

/** The deployment that a document describes; InputError for a document that does not hold one. */
export function readDocument(
  document: unknown,
  { budget = new Budget(), service: wanted, parameters = {} }: DocumentOptions = {},
): DocumentReading {
  requireShallow(document);
  if (isTerraform(document)) {
    const plan = new TerraformPlan(document);
    const services = plan.managed('azurerm_api_management');
    const service = theOne(
      services.map((one) => ({
        it: one,
        name: one.address,
        names: [one.address, one.values.name],
        isNetworked: isPlannedInNetwork(one),
      })),
      'azurerm_api_management',
      wanted,
    );
    return {
      ...readService(readTerraformService(service, plan), plan.notes),
      documentContext: {
        ...readPlanContext(service, plan),
        networkStatus: readNetworkStatus(document),
      },
      missingValues: [],
      unused: plan.notes.unused,
    };
  }
  const list = resourcesIn(document);
  if (!list) throw unreadable(document);
  const resources = new TemplateResources(list, budget, parameters);
  const services = resources.ofType(serviceType);
  const service = theOne(
    services.map((one) => ({
      it: one,
      name: one.symbolicName ?? nameOf(one),
      names: [one.symbolicName, nameOf(one), one.id.names.join('/')],
      isNetworked: isInNetwork(one),
    })),
    serviceType,
    wanted,
    resources.linkedNames,
  );
  return {
    ...readService(readAzureService(service, resources), resources.notes),
    documentContext: {
      ...readAzureContext(service, resources),
      networkStatus: readNetworkStatus(document),
    },
    missingValues: resources.missingValues,
    unused: resources.notes.unused,
  };
}

/** Says what to do with a document that is a part of a deployment, or a text. */
function unreadable(document: unknown): InputError {
  const reason =
    typeof document === 'string'
      ? 'the document is a text; parse it first (JSON.parse, jq, fromJSON) and send the value'
      : hasRules(document)
        ? 'the document is a network security group; give it as deployment.locations[].networkSecurityGroup.document'
        : field(document, 'routes') !== undefined
          ? 'the document is a route table; give it as deployment.locations[].routeTable.document'
          : 'the document is none that can be read';
  return new InputError(reason, {
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
  const resources = resourcesIn(document);
  return (
    resources !== undefined &&
    new TemplateResources(resources, new Budget()).ofType(serviceType).length > 0
  );
}

interface Candidate<T> {
  readonly it: T;
  readonly name: string;
  /** By which it can be asked for. */
  readonly names: readonly unknown[];
  readonly isNetworked: boolean;
}

/** The service that is asked for, the only one, or the only one that is put into a subnet. */
function theOne<T>(
  all: readonly Candidate<T>[],
  type: string,
  wanted: string | undefined,
  linked: readonly string[] = [],
): T {
  const networked = all.filter(({ isNetworked }) => isNetworked);
  const choice =
    wanted === undefined
      ? all.length === 1
        ? all
        : networked
      : all.filter(({ names }) => names.some((name) => keyOf(name) === wanted.toLowerCase()));
  const [only] = choice;
  if (only && choice.length === 1) return only.it;
  if (all.length === 0) {
    const missing =
      linked.length > 0 ? `; linked templates are not in it: ${linked.slice(0, 5).join(', ')}` : '';
    throw new InputError(`the document holds no ${type}${missing}`, {
      path: ['document'],
      given: 0,
      expected: [`one ${type}`],
    });
  }
  const accepted = (networked.length > 0 ? networked : all).slice(0, 20).map(({ name }) => name);
  if (wanted === undefined || choice.length > 1) {
    throw new InputError('the document holds several services; name the one to judge', {
      path: ['service'],
      given: wanted ?? 'no service',
      accepted,
    });
  }
  throw new InputError('the document holds no service of this name', {
    path: ['service'],
    given: wanted,
    accepted,
  });
}
