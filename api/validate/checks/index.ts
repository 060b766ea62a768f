/** The checks, in the order in which a report lists their findings. */

import { badPortRange } from './bad-port-range.ts';
import type { Check } from './check.ts';
import { coveredByBroaderTag } from './covered-by-broader-tag.ts';
import { delegationMismatch } from './delegation-mismatch.ts';
import { delegationPresent } from './delegation-present.ts';
import { duplicatePriority } from './duplicate-priority.ts';
import { duplicateRuleName } from './duplicate-rule-name.ts';
import { expressionUnresolved } from './expression-unresolved.ts';
import { implicit } from './implicit.ts';
import { invalidAddressPrefix } from './invalid-address-prefix.ts';
import { invalidRuleField } from './invalid-rule-field.ts';
import { mixedIpFamily } from './mixed-ip-family.ts';
import { nameVsAccess } from './name-vs-access.ts';
import { nameVsSource } from './name-vs-source.ts';
import { nsgMissing } from './nsg-missing.ts';
import { nsgMissingStv1Ok } from './nsg-missing-stv1-ok.ts';
import { openToAnyInbound } from './open-to-any-inbound.ts';
import { portRangeSuspect } from './port-range-suspect.ts';
import { portTypo } from './port-typo.ts';
import { priorityOutOfRange } from './priority-out-of-range.ts';
import { protocolCase } from './protocol-case.ts';
import { protocolMismatch } from './protocol-mismatch.ts';
import { recommendedFlowDenied } from './recommended-flow-denied.ts';
import { requiredFlowDenied } from './required-flow-denied.ts';
import { requiredFlowPartial } from './required-flow-partial.ts';
import { requiredFlowUndecided } from './required-flow-undecided.ts';
import { retiredControlPlaneAddress } from './retired-control-plane-address.ts';
import { ruleNameInvalid } from './rule-name-invalid.ts';
import { sharedNsg } from './shared-nsg.ts';
import { singularAndPlural } from './singular-and-plural.ts';
import { sourcePortRestricted } from './source-port-restricted.ts';
import { subnetTooSmall } from './subnet-too-small.ts';
import { tagCase } from './tag-case.ts';
import { tagInPluralList } from './tag-in-plural-list.ts';
import { tierDoesNotSupportMultiRegion } from './tier-does-not-support-multi-region.ts';
import { tierOutOfScope } from './tier-out-of-scope.ts';
import { unneededInInternal } from './unneeded-in-internal.ts';

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
  protocolMismatch,
  portTypo,
  sourcePortRestricted,
  portRangeSuspect,
  coveredByBroaderTag,
  implicit,
  retiredControlPlaneAddress,
  openToAnyInbound,
  unneededInInternal,
  sharedNsg,
  nameVsAccess,
  nameVsSource,
  protocolCase,
  tagCase,
];
