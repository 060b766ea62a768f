/** All checks, in the order of their findings in a report. */

import { deploymentUndecided } from './deployment/deployment-undecided.ts';
import { expressionUnresolved } from './deployment/expression-unresolved.ts';
import { locationWithoutSubnet } from './deployment/location-without-subnet.ts';
import { modeNoneWithSubnet } from './deployment/mode-none-with-subnet.ts';
import { privateEndpointWithInjection } from './deployment/private-endpoint-with-injection.ts';
import { publicAccessDisabled } from './deployment/public-access-disabled.ts';
import { resourceNotRead } from './deployment/resource-not-read.ts';
import { sharedBetweenLocations } from './deployment/shared-between-locations.ts';
import { sourceIncomplete } from './deployment/source-incomplete.ts';
import { tierDoesNotSupportMultiRegion } from './deployment/tier-does-not-support-multi-region.ts';
import { tierNotOffered } from './deployment/tier-not-offered.ts';
import { tierOutOfScope } from './deployment/tier-out-of-scope.ts';
import { unitsOutOfRange } from './deployment/units-out-of-range.ts';
import { zonesNotSupported } from './deployment/zones-not-supported.ts';
import { customDns53Blocked } from './dns/custom-dns-53-blocked.ts';
import { customDnsNames } from './dns/custom-dns-names.ts';
import { privateZoneApex } from './dns/private-zone-apex.ts';
import { coveredByBroaderTag } from './flows/covered-by-broader-tag.ts';
import { openToAnyInbound } from './flows/open-to-any-inbound.ts';
import { platformTrafficBlocked } from './flows/platform-traffic-blocked.ts';
import { probeAllowedImplicitly } from './flows/probe-allowed-implicitly.ts';
import { recommendedFlowDenied } from './flows/recommended-flow-denied.ts';
import { requiredFlowDenied } from './flows/required-flow-denied.ts';
import { requiredFlowPartial } from './flows/required-flow-partial.ts';
import { requiredFlowUndecided } from './flows/required-flow-undecided.ts';
import { retiredControlPlaneAddress } from './flows/retired-control-plane-address.ts';
import { unitTrafficDenied } from './flows/unit-traffic-denied.ts';
import { unneededInInternal } from './flows/unneeded-in-internal.ts';
import type { Check } from './kit/check.ts';
import { ownFlowDenied } from './own-flows/own-flow-denied.ts';
import { ownFlowOpen } from './own-flows/own-flow-open.ts';
import { ownFlowUndecided } from './own-flows/own-flow-undecided.ts';
import { adminRuleDeniesFlow } from './path/admin-rule-denies-flow.ts';
import { firewallFlowDenied } from './path/firewall-flow-denied.ts';
import { firewallFlowUndecided } from './path/firewall-flow-undecided.ts';
import { firewallHostNotAllowed } from './path/firewall-host-not-allowed.ts';
import { forwardedTrafficBlocked } from './path/forwarded-traffic-blocked.ts';
import { gatewayRoutesUnknown } from './path/gateway-routes-unknown.ts';
import { peeringNotConnected } from './path/peering-not-connected.ts';
import { serviceEndpointPolicyOnSubnet } from './path/service-endpoint-policy-on-subnet.ts';
import { publicIpMissing } from './public-ip/public-ip-missing.ts';
import { publicIpNotStandard } from './public-ip/public-ip-not-standard.ts';
import { publicIpOtherPlace } from './public-ip/public-ip-other-place.ts';
import { publicIpWithoutDnsLabel } from './public-ip/public-ip-without-dns-label.ts';
import { publicIpZonal } from './public-ip/public-ip-zonal.ts';
import { clientRouteAsymmetric } from './routes/client-route-asymmetric.ts';
import { controlPlaneRoute } from './routes/control-plane-route.ts';
import { routeBlackHole } from './routes/route-black-hole.ts';
import { routeNotJudged } from './routes/route-not-judged.ts';
import { serviceEndpointsOnWrongSubnet } from './routes/service-endpoints-on-wrong-subnet.ts';
import { trafficForceTunneled } from './routes/traffic-force-tunneled.ts';
import { asgAndPrefix } from './rules/asg-and-prefix.ts';
import { asgNeverMatches } from './rules/asg-never-matches.ts';
import { badPortRange } from './rules/bad-port-range.ts';
import { duplicatePriority } from './rules/duplicate-priority.ts';
import { duplicateRuleName } from './rules/duplicate-rule-name.ts';
import { invalidAddressPrefix } from './rules/invalid-address-prefix.ts';
import { invalidRuleField } from './rules/invalid-rule-field.ts';
import { mixedIpFamily } from './rules/mixed-ip-family.ts';
import { nameVsAccess } from './rules/name-vs-access.ts';
import { nameVsSource } from './rules/name-vs-source.ts';
import { portRangeSuspect } from './rules/port-range-suspect.ts';
import { portTypo } from './rules/port-typo.ts';
import { priorityOutOfRange } from './rules/priority-out-of-range.ts';
import { protocolCase } from './rules/protocol-case.ts';
import { protocolMismatch } from './rules/protocol-mismatch.ts';
import { ruleEndsSwapped } from './rules/rule-ends-swapped.ts';
import { ruleInert } from './rules/rule-inert.ts';
import { ruleNameInvalid } from './rules/rule-name-invalid.ts';
import { ruleShadowed } from './rules/rule-shadowed.ts';
import { singularAndPlural } from './rules/singular-and-plural.ts';
import { sourcePortRestricted } from './rules/source-port-restricted.ts';
import { tagCase } from './rules/tag-case.ts';
import { tagInPluralList } from './rules/tag-in-plural-list.ts';
import { tagOnUndocumentedPort } from './rules/tag-on-undocumented-port.ts';
import { wrongDestination } from './rules/wrong-destination.ts';
import { wrongDirection } from './rules/wrong-direction.ts';
import { dependencyDown } from './status/dependency-down.ts';
import { dependencyUpThoughDenied } from './status/dependency-up-though-denied.ts';
import { delegationMismatch } from './subnet/delegation-mismatch.ts';
import { delegationPresent } from './subnet/delegation-present.ts';
import { locationSubnetUnknown } from './subnet/location-subnet-unknown.ts';
import { locationSubnetsOverlap } from './subnet/location-subnets-overlap.ts';
import { natGatewayOnSubnet } from './subnet/nat-gateway-on-subnet.ts';
import { networkInOtherRegion } from './subnet/network-in-other-region.ts';
import { nsgMissing } from './subnet/nsg-missing.ts';
import { nsgMissingOnStv1 } from './subnet/nsg-missing-on-stv1.ts';
import { publicRangeUsedAsPrivate } from './subnet/public-range-used-as-private.ts';
import { sharedNsg } from './subnet/shared-nsg.ts';
import { subnetEqualsVnet } from './subnet/subnet-equals-vnet.ts';
import { subnetOutsideVnet } from './subnet/subnet-outside-vnet.ts';
import { subnetShared } from './subnet/subnet-shared.ts';
import { subnetTooSmall } from './subnet/subnet-too-small.ts';
import { subnetWithoutRoomToScale } from './subnet/subnet-without-room-to-scale.ts';

export type { Check } from './kit/check.ts';

export const checks: readonly Check[] = [
  tierOutOfScope,
  tierDoesNotSupportMultiRegion,
  unitsOutOfRange,
  zonesNotSupported,
  tierNotOffered,
  modeNoneWithSubnet,
  deploymentUndecided,
  locationWithoutSubnet,
  locationSubnetUnknown,
  networkInOtherRegion,
  natGatewayOnSubnet,
  nsgMissing,
  nsgMissingOnStv1,
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
  ownFlowDenied,
  ownFlowOpen,
  ownFlowUndecided,
  routeBlackHole,
  adminRuleDeniesFlow,
  serviceEndpointPolicyOnSubnet,
  peeringNotConnected,
  firewallFlowDenied,
  firewallFlowUndecided,
  firewallHostNotAllowed,
  customDns53Blocked,
  platformTrafficBlocked,
  trafficForceTunneled,
  controlPlaneRoute,
  clientRouteAsymmetric,
  gatewayRoutesUnknown,
  forwardedTrafficBlocked,
  dependencyDown,
  dependencyUpThoughDenied,
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
  customDnsNames,
  sourceIncomplete,
  resourceNotRead,
  expressionUnresolved,
  protocolMismatch,
  portTypo,
  tagOnUndocumentedPort,
  sourcePortRestricted,
  portRangeSuspect,
  coveredByBroaderTag,
  probeAllowedImplicitly,
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
  ruleInert,
  ruleEndsSwapped,
  wrongDestination,
  wrongDirection,
  ruleShadowed,
  tagCase,
];

const byId = new Map(
  checks.flatMap((check) => [check.id, ...(check.aliases ?? [])].map((id) => [id, check] as const)),
);

/** The check with this id, or with this earlier id. */
export const findCheck = (id: string): Check | undefined => byId.get(id);
