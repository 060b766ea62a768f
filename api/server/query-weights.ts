/** What a query is counted by: how long the lists of the schema are, from the data, and which fields compute. */

import { changesBetween } from '../../core/answers/changes.ts';
import { printedControlPlaneAddresses } from '../../core/answers/control-plane.ts';
import { checks } from '../../core/validate/checks/index.ts';
import { catalog } from '../../data/index.ts';

/** Entries of the longer lists, by `Type.field`. */
export const listSizes: Readonly<Record<string, number>> = {
  'AddressComparison.added': printedControlPlaneAddresses.length,
  'AddressComparison.kept': printedControlPlaneAddresses.length,
  'AddressComparison.removed': printedControlPlaneAddresses.length,
  'AddressLookup.citations': 15,
  'Cloud.regions': catalog.regions.length,
  'ConfigReport.findings': 30,
  'Check.examples': 2,
  'CheckExample.findings': 1,
  'ConfigReport.flows': 60,
  'FlowResult.trace': 30,
  'ForcedTunneling.citations': 40,
  'ForcedTunneling.endpoints': catalog.endpoints.length,
  'ForcedTunneling.notes': 10,
  'ForcedTunneling.routes': 20,
  'IpImpact.citations': 15,
  'LocationRules.securityRules': catalog.portRules.length,
  'Query.changes': changesBetween().length,
  'Query.checks': checks.length,
  'Query.conflicts': catalog.conflicts.length,
  'Query.controlPlaneAddresses': printedControlPlaneAddresses.length,
  'Query.endpoints': catalog.endpoints.length,
  'Query.facts': catalog.limitations.length,
  'Query.portRules': catalog.portRules.length,
  'Query.regions': catalog.regions.length,
  'Query.search': 20,
  'Query.serviceTags': catalog.serviceTags.length,
  'Query.sources': catalog.sources.length,
  'Query.subnetRules': catalog.subnetRules.length,
  'ServiceTag.portRules': catalog.portRules.length,
};

/** Entries that any other list of objects is taken to have. */
export const otherListSize = 5;

/** Fields that take as much work as many others. */
export const weights: Readonly<Record<string, number>> = {
  'ConfigReport.remediation': 1000,
  'ConfigReport.sarif': 1000,
  'ForcedTunneling.render': 1000,
  'Mutation.validateConfig': 50_000,
  'PortRule.render': 100,
  'Query.backendAddresses': 1000,
  'Query.forcedTunneling': 1000,
  'Query.ipImpact': 2000,
  'Query.lookupAddress': 2000,
  'Query.requiredRules': 1000,
  'Query.search': 4000,
  'RequiredRules.render': 1000,
};
