/** Makes the filter of a location. */

import { defaultRules, type SecurityRule } from '../../network/security-rule.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { everyPort } from '../../network/sets/ports.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import { hasAdminDecisions } from '../path/admin-words.ts';
import { isMissing } from '../remediation/draft.ts';
import type { LocationFilter } from './location-filter.ts';

/** A subnet without a security group lets every packet through. */
export function filterOfLocation(context: LocationContext): LocationFilter {
  const { rules, tags, network, inputRules, location, region, flows } = context;
  const about = {
    region,
    flows,
    missing: flows.filter(isMissing),
    hasAdminDecisions: hasAdminDecisions(location),
  };
  if (hasGroupElsewhere(location)) return { ...about, filter: undefined };
  const describe = ({ index }: SecurityRule) => {
    const rule = inputRules[index];
    if (!rule) return '';
    const { name, path, fieldsPath, description, priority, ...fields } = rule;
    return JSON.stringify({ ...fields, ...(typeof priority === 'string' && { priority }) });
  };
  return {
    ...about,
    filter: { rules: rules ? [...rules, ...defaultRules(tags)] : withoutGroup, network, describe },
  };
}

/** Stands for the missing rules of a subnet without a group. */
export const noGroup = 'no security group';

const everywhere = [{ kind: 'addresses', addresses: everyAddress }] as const;
const withoutGroup: readonly SecurityRule[] = (['INBOUND', 'OUTBOUND'] as const).map(
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
