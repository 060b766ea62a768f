/** The checks, in the order in which a report lists their findings. */

import { badPortRange } from './bad-port-range.ts';
import type { Check } from './check.ts';
import { delegationMismatch } from './delegation-mismatch.ts';
import { delegationPresent } from './delegation-present.ts';
import { duplicatePriority } from './duplicate-priority.ts';
import { duplicateRuleName } from './duplicate-rule-name.ts';
import { expressionUnresolved } from './expression-unresolved.ts';
import { invalidAddressPrefix } from './invalid-address-prefix.ts';
import { invalidRuleField } from './invalid-rule-field.ts';
import { mixedIpFamily } from './mixed-ip-family.ts';
import { nsgMissing } from './nsg-missing.ts';
import { nsgMissingStv1Ok } from './nsg-missing-stv1-ok.ts';
import { priorityOutOfRange } from './priority-out-of-range.ts';
import { recommendedFlowDenied } from './recommended-flow-denied.ts';
import { requiredFlowDenied } from './required-flow-denied.ts';
import { requiredFlowPartial } from './required-flow-partial.ts';
import { requiredFlowUndecided } from './required-flow-undecided.ts';
import { ruleNameInvalid } from './rule-name-invalid.ts';
import { singularAndPlural } from './singular-and-plural.ts';
import { subnetTooSmall } from './subnet-too-small.ts';
import { tagCase } from './tag-case.ts';
import { tagInPluralList } from './tag-in-plural-list.ts';
import { tierDoesNotSupportMultiRegion } from './tier-does-not-support-multi-region.ts';
import { tierOutOfScope } from './tier-out-of-scope.ts';

export type { Check } from './check.ts';

export const checks: readonly Check[] = [
  tierOutOfScope,
  tierDoesNotSupportMultiRegion,
  nsgMissing,
  nsgMissingStv1Ok,
  requiredFlowDenied,
  requiredFlowPartial,
  requiredFlowUndecided,
  recommendedFlowDenied,
  delegationPresent,
  delegationMismatch,
  subnetTooSmall,
  invalidAddressPrefix,
  tagInPluralList,
  singularAndPlural,
  priorityOutOfRange,
  duplicatePriority,
  duplicateRuleName,
  ruleNameInvalid,
  mixedIpFamily,
  badPortRange,
  invalidRuleField,
  expressionUnresolved,
  tagCase,
];
