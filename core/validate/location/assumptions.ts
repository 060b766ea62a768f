/** What a report takes for granted, in words; the codes are permanent. */

import type { ServiceTagExtract } from '../../../data/model.ts';
import type { Assumption } from '../report.ts';

const texts: Readonly<Record<string, string>> = {
  AVNM_RULES_UNKNOWN:
    'Security admin rules of Azure Virtual Network Manager come before network security groups and are not part of the input.',
  BGP_ROUTES_UNKNOWN:
    'Routes learned over BGP, a default route among them, are not part of the input.',
  FIREWALL_POLICY_UNKNOWN:
    'A route sends traffic to a firewall or through a gateway, and what is let through there is not part of the input.',
  REGION_UNKNOWN:
    'The document does not say in which region the instance stands; whole service tags were asked for, and Azure’s public cloud was taken unless another location says otherwise.',
  SERVICE_TAGS_NOT_LOADED:
    'A rule or route and a service tag could be compared by name only, because no weekly service-tag file is loaded.',
  VNET_SPACE_ASSUMED:
    'The address space of the virtual network was not given; its addresses outside the subnet were taken for unknown private ones.',
  SUBNET_UNKNOWN:
    'The subnet was not given, so rules that name addresses on its side could not be decided.',
  SUBNET_ELSEWHERE:
    'A further location stands in a subnet that the document does not hold; none of its flows could be decided.',
  EXPRESSION_UNRESOLVED:
    'A value is a template expression; rules and routes that hold it were taken as possibly matching.',
  IPV6_NOT_EVALUATED: 'Rules for IPv6 prefixes were left out: the documented flows are IPv4.',
  APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN:
    'The members of application security groups are not part of the input.',
  PRIORITY_CONTESTED:
    'An allow rule and a deny rule have the same priority; Azure takes one of them, and either was taken as possible.',
  FLOW_SIMPLIFIED:
    'Rules cut a flow into more pieces than are kept, so that some of it was taken as undecided.',
};

/** The assumptions with these codes, in a fixed order. */
export function assumptionsOf(
  codes: ReadonlySet<string>,
  extracts: readonly ServiceTagExtract[],
): Assumption[] {
  const bundled = codes.has('BUNDLED_PREFIXES')
    ? extracts.map(({ cloud, changeNumber, date }) => ({
        code: 'BUNDLED_PREFIXES',
        text: `The prefixes of ApiManagement (${cloud}) are those of change number ${changeNumber}, ${date}.`,
      }))
    : [];
  return [
    ...Object.entries(texts).flatMap(([code, text]) => (codes.has(code) ? [{ code, text }] : [])),
    ...bundled,
  ];
}
