/** The elements that packets of a location pass: their ids, and the security admin rules and the group among them. */

import type { InputRule } from '../../deployment.ts';
import type { InputFirewall } from '../../firewall.ts';
import {
  actionsOfAccess,
  type FilterElement,
  pass,
  stop,
} from '../../network/compare/filter-element.ts';
import { inPriorityOrder, type SecurityRule } from '../../network/security-rule.ts';
import { quoted } from '../../quoted.ts';
import type { LocationContext } from '../location/location.ts';
import { readAdminRules } from '../path/admin-rules.ts';
import { unreadValue } from '../path/admin-words.ts';

export const elementIds = { admin: 'admin', group: 'group', routes: 'routes' } as const;
/** Two firewalls may have one name. */
export const firewallId = ({ name, privateAddresses, subnetPrefixes }: InputFirewall): string =>
  `firewall ${JSON.stringify([name, privateAddresses, subnetPrefixes])}`;

/** Empty where the input has no security admin rules. `next` is where packets go that they always allow. */
export function adminElement(
  { location, tags }: LocationContext,
  next: string | undefined,
): readonly FilterElement[] {
  const all = readAdminRules(location.adminRules ?? [], tags);
  if (all.length === 0) return [];
  const byRule = new Map(all.map((one) => [one.rule, one]));
  const always = { name: 'always allows', action: next === undefined ? pass : onTo(next) };
  const deny = { name: 'denies', action: stop };
  const allow = { name: 'allows', action: onTo(elementIds.group) };
  return [
    {
      id: elementIds.admin,
      rules: inPriorityOrder(all.map(({ rule }) => rule)),
      actionsOf(rule) {
        const action = byRule.get(rule)?.action;
        if (action === undefined) return [deny, always, allow];
        return [action === 'DENY' ? deny : action === 'ALLOW' ? allow : always];
      },
      describe(rule) {
        const { action, doubt, written } = byRule.get(rule) ?? {};
        return JSON.stringify([action, doubt, written && withoutName(written)]);
      },
      doubtOf(rule) {
        const { doubt = '', action } = byRule.get(rule) ?? {};
        const isUnread = rule.source.some(
          (term) => term.kind === 'unresolved' && term.text === unreadValue,
        );
        const why =
          doubt || (isUnread ? unreadValue : action === undefined ? 'its action is open' : '');
        return why === '' ? undefined : `security admin rule ${quoted(rule.name)}: ${why}`;
      },
    },
  ];
}

/** `rules` in priority order with the default rules. `next` is where packets go that the group allows. */
export function groupElement(
  { inputRules }: LocationContext,
  rules: readonly SecurityRule[],
  next: string | undefined,
): FilterElement {
  const allowed = next === undefined ? pass : onTo(next);
  return {
    id: elementIds.group,
    rules,
    actionsOf: (rule) => actionsOfAccess(rule, allowed),
    describe({ index }) {
      const rule = inputRules[index];
      return rule ? JSON.stringify(withoutName(rule)) : '';
    },
  };
}

export const onTo = (element: string) => ({ kind: 'ON', to: element }) as const;

/** What a rule means: neither its name nor where it is, and not a priority whose order is known. */
function withoutName(rule: InputRule) {
  const { name, path, fieldsPath, description, priority, ...fields } = rule;
  return { ...fields, ...(typeof priority === 'string' && { priority }) };
}
