/** The checks, in the order in which a report lists their findings of one severity. */

import { asgAndPrefix } from './asg-and-prefix.ts';
import { asgNeverMatches } from './asg-never-matches.ts';
import { badPortRange } from './bad-port-range.ts';
import type { Check } from './check.ts';
import { clientRouteAsymmetric } from './client-route-asymmetric.ts';
import { controlPlaneRoute } from './control-plane-route.ts';
import { coveredByBroaderTag } from './covered-by-broader-tag.ts';
import { customDns53Blocked } from './custom-dns-53-blocked.ts';
import { delegationMismatch } from './delegation-mismatch.ts';
import { delegationPresent } from './delegation-present.ts';
import { duplicatePriority } from './duplicate-priority.ts';
import { duplicateRuleName } from './duplicate-rule-name.ts';
import { expressionUnresolved } from './expression-unresolved.ts';
import { forcedTunnel } from './forced-tunnel.ts';
import { implicit } from './implicit.ts';
import { inertRule } from './inert-rule.ts';
import { invalidAddressPrefix } from './invalid-address-prefix.ts';
import { invalidRuleField } from './invalid-rule-field.ts';
import { locationSubnetsOverlap } from './location-subnets-overlap.ts';
import { mixedIpFamily } from './mixed-ip-family.ts';
import { modeNoneWithSubnet } from './mode-none-with-subnet.ts';
import { multiRegion } from './multi-region.ts';
import { nameVsAccess } from './name-vs-access.ts';
import { nameVsSource } from './name-vs-source.ts';
import { nsgMissing } from './nsg-missing.ts';
import { nsgMissingStv1Ok } from './nsg-missing-stv1-ok.ts';
import { openToAnyInbound } from './open-to-any-inbound.ts';
import { platformTrafficBlocked } from './platform-traffic-blocked.ts';
import { portRangeSuspect } from './port-range-suspect.ts';
import { portTypo } from './port-typo.ts';
import { priorityOutOfRange } from './priority-out-of-range.ts';
import { privateEndpointWithInjection } from './private-endpoint-with-injection.ts';
import { privateZoneApex } from './private-zone-apex.ts';
import { protocolCase } from './protocol-case.ts';
import { protocolMismatch } from './protocol-mismatch.ts';
import { publicAccessDisabled } from './public-access-disabled.ts';
import { publicIpMissing } from './public-ip-missing.ts';
import { publicIpNotStandard } from './public-ip-not-standard.ts';
import { publicIpOtherPlace } from './public-ip-other-place.ts';
import { publicIpWithoutDnsLabel } from './public-ip-without-dns-label.ts';
import { publicIpZonal } from './public-ip-zonal.ts';
import { publicRangeUsedAsPrivate } from './public-range-used-as-private.ts';
import { recommendedFlowDenied } from './recommended-flow-denied.ts';
import { requiredFlowDenied } from './required-flow-denied.ts';
import { requiredFlowPartial } from './required-flow-partial.ts';
import { requiredFlowUndecided } from './required-flow-undecided.ts';
import { retiredControlPlaneAddress } from './retired-control-plane-address.ts';
import { routeBlackHole } from './route-black-hole.ts';
import { routeNotJudged } from './route-not-judged.ts';
import { ruleNameInvalid } from './rule-name-invalid.ts';
import { serviceEndpointsOnWrongSubnet } from './service-endpoints-on-wrong-subnet.ts';
import { shadowed } from './shadowed.ts';
import { sharedBetweenLocations } from './shared-between-locations.ts';
import { sharedNsg } from './shared-nsg.ts';
import { singularAndPlural } from './singular-and-plural.ts';
import { sourcePortRestricted } from './source-port-restricted.ts';
import { subnetElsewhere } from './subnet-elsewhere.ts';
import { subnetEqualsVnet } from './subnet-equals-vnet.ts';
import { subnetOutsideVnet } from './subnet-outside-vnet.ts';
import { subnetShared } from './subnet-shared.ts';
import { subnetTooSmall } from './subnet-too-small.ts';
import { subnetWithoutRoomToScale } from './subnet-without-room-to-scale.ts';
import { swapped } from './swapped.ts';
import { tagCase } from './tag-case.ts';
import { tagInPluralList } from './tag-in-plural-list.ts';
import { tierDoesNotSupportMultiRegion } from './tier-does-not-support-multi-region.ts';
import { tierOutOfScope } from './tier-out-of-scope.ts';
import { unitTrafficDenied } from './unit-traffic-denied.ts';
import { unitsOutOfRange } from './units-out-of-range.ts';
import { unneededInInternal } from './unneeded-in-internal.ts';
import { wrongDestination } from './wrong-destination.ts';
import { wrongDirection } from './wrong-direction.ts';
import { zonesNotSupported } from './zones-not-supported.ts';

export type { Check } from './check.ts';

export const checks: readonly Check[] = [
  tierOutOfScope,
  tierDoesNotSupportMultiRegion,
  unitsOutOfRange,
  zonesNotSupported,
  modeNoneWithSubnet,
  multiRegion,
  subnetElsewhere,
  nsgMissing,
  nsgMissingStv1Ok,
  invalidAddressPrefix,
  tagInPluralList,
  singularAndPlural,
  asgAndPrefix,
  priorityOutOfRange,
  duplicatePriority,
  duplicateRuleName,
  ruleNameInvalid,
  mixedIpFamily,
  badPortRange,
  invalidRuleField,
  requiredFlowDenied,
  requiredFlowPartial,
  requiredFlowUndecided,
  routeBlackHole,
  customDns53Blocked,
  platformTrafficBlocked,
  forcedTunnel,
  controlPlaneRoute,
  clientRouteAsymmetric,
  recommendedFlowDenied,
  unitTrafficDenied,
  privateEndpointWithInjection,
  delegationPresent,
  delegationMismatch,
  subnetTooSmall,
  subnetOutsideVnet,
  subnetShared,
  sharedBetweenLocations,
  publicIpNotStandard,
  publicIpOtherPlace,
  publicAccessDisabled,
  privateZoneApex,
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
  asgNeverMatches,
  publicRangeUsedAsPrivate,
  publicIpWithoutDnsLabel,
  publicIpZonal,
  publicIpMissing,
  subnetWithoutRoomToScale,
  subnetEqualsVnet,
  locationSubnetsOverlap,
  routeNotJudged,
  serviceEndpointsOnWrongSubnet,
  inertRule,
  swapped,
  wrongDestination,
  wrongDirection,
  shadowed,
  tagCase,
];
