/**
 * What the tools and the search page compute, with the functions behind the API. The build runs them for the first
 * result of a page, the worker for all others.
 */

import { applicableRules } from '../../../core/answers/applicable-rules.ts';
import { impactSummary, ipImpact } from '../../../core/answers/ip-impact.ts';
import { addressInWords, lookupAddress } from '../../../core/answers/lookup-address.ts';
import { type RequiredRulesInput, requiredRules } from '../../../core/answers/required-rules.ts';
import { requiredRulesNotes } from '../../../core/answers/required-rules-notes.ts';
import {
  requireSubnetArithmetic,
  type SubnetPlanInput,
  subnetPlan,
} from '../../../core/answers/subnet-plan.ts';
import type { Deployment } from '../../../core/deployment.ts';
import { InputError } from '../../../core/input-error.ts';
import { citationsOf } from '../../../core/notes.ts';
import { catalog, portRuleById } from '../../../data/index.ts';
import { compareNetworks } from './compare/compare-networks.ts';
import { find } from './find.ts';
import { renderAll } from './render-all.ts';
import { readServiceTagFiles } from './service-tag-files.ts';
import { check } from './validate/check.ts';

function rulesOf(input: RequiredRulesInput) {
  const locations = requiredRules(input);
  const notes = requiredRulesNotes(input, locations);
  const statements = new Map(
    applicableRules({ ...input, isMultiRegion: locations.length > 1 }).map(
      ({ rule, statement }) => [rule.id, statement] as const,
    ),
  );
  const groups = locations.map(({ region, securityRules }) => ({
    region: region.name,
    rules: securityRules,
  }));
  return {
    locations: locations.map(({ region, securityRules }) => ({
      region: region.displayName,
      rules: securityRules.map((rule) => ({
        ...rule,
        title: portRuleById.get(rule.portRuleId ?? '')?.title ?? rule.name,
      })),
    })),
    rendered: renderAll(groups),
    notes,
    citations: citationsOf(
      ...notes,
      ...groups.flatMap(({ rules }) =>
        rules.flatMap(({ portRuleId }) => statements.get(portRuleId ?? '') ?? []),
      ),
    ),
  };
}

export interface SubnetInput extends SubnetPlanInput {
  readonly prefixLength: number;
  /** Addresses that other resources in the subnet use. */
  readonly otherAddresses: number;
}

function subnetOf(input: SubnetInput) {
  const { otherAddresses } = input;
  if (!Number.isInteger(otherAddresses) || otherAddresses < 0) {
    throw new InputError('the number of other addresses is not a whole number', {
      path: ['otherAddresses'],
      given: otherAddresses,
      expected: ['whole numbers from 0'],
    });
  }
  const { addressesPerUnit, loadBalancerAddresses } = requireSubnetArithmetic(
    input.tier,
    input.virtualNetworkType,
  );
  return { input, addressesPerUnit, loadBalancerAddresses, plan: subnetPlan(input) };
}

function impactOf({ before, after }: { before: Deployment; after: Deployment }) {
  const impact = ipImpact(before, after);
  const triggers = [...impact.publicAddress.triggers, ...impact.privateAddress.triggers];
  return {
    impact,
    summary: impactSummary(impact),
    triggers: catalog.ipChangeTriggers.filter(({ id }) => triggers.includes(id)),
  };
}

interface AddressInput {
  readonly address: string;
  readonly serviceTagFiles: readonly File[];
}

async function addressOf({ address, serviceTagFiles }: AddressInput) {
  const match = lookupAddress(address, await readServiceTagFiles(serviceTagFiles));
  return { match, summary: addressInWords(match) };
}

export const tasks = {
  requiredRules: rulesOf,
  subnetPlan: subnetOf,
  ipImpact: impactOf,
  lookupAddress: addressOf,
  validate: check,
  compare: compareNetworks,
  search: find,
};

export type TaskName = keyof typeof tasks;
export type Input<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type Result<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;
