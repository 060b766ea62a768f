/** Makes the filter of a location: security admin rules, its security group, and the way of what leaves the subnet. */

import type { FilterElement } from '../../network/compare/filter-element.ts';
import { defaultRules, type SecurityRule } from '../../network/security-rule.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { everyPort } from '../../network/sets/ports.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import { isMissing } from '../remediation/draft.ts';
import { adminElement, groupElement } from './elements.ts';
import type { LocationFilter } from './location-filter.ts';
import { wayElements } from './way-elements.ts';

/** A subnet without a security group lets every packet through. */
export function filterOfLocation(context: LocationContext): LocationFilter {
  const { rules, tags, network, location, region, flows } = context;
  const about = { region, flows, missing: flows.filter(isMissing) };
  if (hasGroupElsewhere(location)) return { ...about, filter: undefined, ofRules: undefined };
  const custom = rules ? [...rules, ...defaultRules(tags)] : withoutGroup;
  return {
    ...about,
    filter: { elements: elementsOf(context, custom), network },
    ofRules: { elements: elementsOf(context, custom, []), network },
  };
}

/** The elements where the group has these rules, the default ones among them, and `way` is what follows it. */
export function elementsOf(
  context: LocationContext,
  rules: readonly SecurityRule[],
  way = wayElements(context),
): readonly FilterElement[] {
  const next = way[0]?.id;
  return [...adminElement(context, next), groupElement(context, rules, next), ...way];
}

/** Stands for the missing rules of a subnet without a group. */
export const noGroup = 'no security group';

const everywhere = [{ kind: 'addresses', addresses: everyAddress }] as const;
export const withoutGroup: readonly SecurityRule[] = (['INBOUND', 'OUTBOUND'] as const).map(
  (direction) => ({
    name: noGroup,
    priority: 65_500,
    direction,
    access: 'ALLOW',
    protocol: 'ANY',
    source: everywhere,
    sourcePorts: everyPort,
    destination: everywhere,
    destinationPorts: everyPort,
    isDefault: true,
    isContested: false,
    index: -1,
    path: '',
  }),
);
