/** The assumptions of a report: permanent codes and their texts. */

import type { ServiceTagExtract } from '../../../data/model.ts';
import type { AssumedDefault } from '../../deployment.ts';
import type { ServiceTagFile } from '../../network/service-tags/service-tag-file.ts';
import type { Assumption, AssumptionCode } from '../report.ts';

type WrittenCode = 'BUNDLED_PREFIXES' | 'SERVICE_TAG_PREFIXES' | 'PARAMETER_DEFAULTS';

const texts: Readonly<Record<Exclude<AssumptionCode, WrittenCode>, string>> = {
  AVNM_RULES_UNKNOWN:
    'Security admin rules of Azure Virtual Network Manager apply before network security groups, and the input does not contain them.',
  BGP_ROUTES_UNKNOWN:
    'The input does not contain routes learned over BGP, which may include a default route.',
  FIREWALL_POLICY_UNKNOWN:
    'A route sends traffic through a firewall or gateway, and the input does not say what passes there.',
  REGION_UNKNOWN:
    'The document does not name the region of the instance. The report requires whole service tags and assumes Azure’s public cloud unless another location says otherwise.',
  SERVICE_TAGS_NOT_LOADED:
    'The prefixes of a service tag are not known, so a rule or route could be compared with it only by name.',
  VNET_SPACE_ASSUMED:
    'The input does not contain the address space of the virtual network; outside the subnet it may be any private addresses.',
  SUBNET_UNKNOWN:
    'The input does not contain the subnet, so rules that name addresses on its side could not be decided.',
  EXPRESSION_UNRESOLVED:
    'A value is a template expression; rules and routes with it may or may not match.',
  IPV6_NOT_EVALUATED: 'Rules for IPv6 prefixes were ignored: the documented flows are IPv4.',
  APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN:
    'The input does not contain the members of application security groups.',
  PRIORITY_CONTESTED: 'An allow rule and a deny rule have the same priority; either may win.',
  FLOW_SIMPLIFIED:
    'Rules split a flow into more parts than the evaluation tracks, so a part of it stays undecided.',
};

/** The assumptions with these codes, in a fixed order. */
export function assumptionsOf(
  codes: ReadonlySet<AssumptionCode>,
  extracts: readonly ServiceTagExtract[],
  files: readonly ServiceTagFile[],
  defaults: readonly AssumedDefault[] = [],
): Assumption[] {
  const bundled = codes.has('BUNDLED_PREFIXES')
    ? extracts.map(({ cloud, changeNumber, date }) => ({
        code: 'BUNDLED_PREFIXES' as const,
        text: `The prefixes of ApiManagement (${cloud}) come from change number ${changeNumber} of ${date}.`,
      }))
    : [];
  const loaded = codes.has('SERVICE_TAG_PREFIXES')
    ? files.map(({ version }) => ({
        code: 'SERVICE_TAG_PREFIXES' as const,
        text: `A rule or route names addresses, which were compared with the prefixes of service tags in weekly file ${version}. Azure changes the prefixes weekly.`,
      }))
    : [];
  return [
    ...(Object.keys(texts) as (keyof typeof texts)[])
      .filter((code) => codes.has(code))
      .map((code) => ({ code, text: texts[code] })),
    ...bundled,
    ...loaded,
    ...(defaults.length === 0
      ? []
      : [{ code: 'PARAMETER_DEFAULTS' as const, text: defaultsText(defaults) }]),
  ];
}

/** "mode = Internal (the network mode)" for each parameter. */
function defaultsText(defaults: readonly AssumedDefault[]): string {
  const byParameter = Map.groupBy(defaults, ({ parameter }) => parameter);
  const parts = [...byParameter].map(([parameter, all]) => {
    const value = all[0]?.value === undefined ? '' : ` = ${all[0].value}`;
    return `${parameter}${value} (${all.map(({ what }) => what).join(', ')})`;
  });
  return `Parameters or variables have their defaults, which decide what the instance is: ${parts.join('; ')}. Give other values by the argument parameters.`;
}
