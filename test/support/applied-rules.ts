/** A deployment with proposed rules put into its groups. */

import type { Deployment } from '../../core/deployment.ts';
import type { RuleGroup } from '../../core/render/rendered-rule.ts';
import { findRegion } from '../../data/index.ts';
import { withRules } from './shapes.ts';

export function applied(deployment: Deployment, groups: readonly RuleGroup[]): Deployment {
  return {
    ...deployment,
    locations: deployment.locations.map((location) => {
      const name = findRegion(location.region)?.name;
      const rules = groups.find(({ region }) => region === name)?.rules ?? [];
      const group = location.networkSecurityGroup ?? { securityRules: [] };
      return rules.length === 0
        ? location
        : { ...location, networkSecurityGroup: withRules(group, rules) };
    }),
  };
}
