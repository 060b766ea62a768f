/** The routes that packets out of the subnet take, and the firewalls of the input to which routes send them. */

import type { InputFirewall } from '../../firewall.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { actionsOfAccess, type FilterElement, pass } from '../../network/compare/filter-element.ts';
import { rulesForAnyHost } from '../../network/firewall/rules-for-any-host.ts';
import { memoizeOnObject } from '../../network/memoize.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { quoted } from '../../quoted.ts';
import type { LocationContext } from '../location/location.ts';
import { targetOf } from '../path/next-hop.ts';
import { elementIds, firewallId, onTo } from './elements.ts';
import { tagsLedPast } from './learned-takings.ts';
import { takingsOf } from './route-takings.ts';
import { outboundRuleOf, type Taking } from './taking.ts';

/** Empty where nothing brings routes to the subnet. The first one is that of the routes. */
export const wayElements = memoizeOnObject((context: LocationContext) => elementsFor(context, []));

/** The same for packets to these tags: what depends on a tag alone does not depend on a gateway. */
export function wayTo(
  far: readonly AddressTerm[],
  context: LocationContext,
): readonly FilterElement[] {
  const tags = far.flatMap((term) => (term.kind === 'tag' ? [term.tag] : []));
  const ledPast = tagsLedPast(context, [...new Set(tags)]);
  return ledPast.length === 0 ? wayElements(context) : elementsFor(context, ledPast);
}

function elementsFor(context: LocationContext, ledPast: readonly Tag[]): readonly FilterElement[] {
  const { routes, deployment, location, tags } = context;
  if (!routes) return [];
  const takings = takingsOf(context, routes, ledPast);
  const byRule = new Map(takings.map((taking) => [taking.rule, taking]));
  const targets = routes.routing.routes.flatMap(
    (route) => targetOf(route, deployment, location)?.firewall ?? [],
  );
  return [
    {
      id: elementIds.routes,
      rules: takings.map(({ rule }) => rule),
      actionsOf: (rule) => [{ name: '', action: byRule.get(rule)?.action ?? pass }],
      describe: (rule) => byRule.get(rule)?.doubt?.key ?? '',
      farOf: (rule) => (byRule.get(rule) as Taking).far,
      doubtOf: (rule) => byRule.get(rule)?.doubt?.words,
    },
    ...[...new Set(targets)].flatMap((firewall) => firewallElements(firewall, tags)),
  ];
}

function firewallElements(
  firewall: InputFirewall,
  tags: LocationContext['tags'],
): readonly FilterElement[] {
  const next = `behind ${firewallId(firewall)}`;
  const rules = rulesForAnyHost(firewall, tags);
  const open = outboundRuleOf('');
  const words = `where the routes of the subnet of firewall ${quoted(firewall.name)} lead`;
  return [
    {
      id: firewallId(firewall),
      rules,
      actionsOf: (rule) => actionsOfAccess(rule, firewall.hasOwnRoutes ? onTo(next) : pass),
      describe: ({ name, path, ...rule }) => JSON.stringify(rule, withTagNames),
    },
    ...(firewall.hasOwnRoutes
      ? [
          {
            id: next,
            rules: [open],
            actionsOf: () => [{ name: '', action: { kind: 'BEYOND', key: words, words } as const }],
            describe: () => '',
          },
        ]
      : []),
  ];
}

/** A tag of a weekly file has thousands of prefixes. */
const withTagNames = (key: string, value: unknown) =>
  key === 'tag' ? (value as { readonly name: string }).name : value;
