/** What decides packets, in words: rules, routes and firewalls, each named so that it is found. */

import type { Deciding } from '../../network/compare/filter-element.ts';
import { isNowhere } from '../../network/route.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import { describeRoute } from '../checks/kit/tunnel.ts';
import { elementIds, firewallId } from '../compare/elements.ts';
import { noGroup } from '../compare/filter-of-location.ts';
import type { LocationContext } from '../location/location.ts';

/** "is denied by rule ssh (priority 200)"; `verb` says what happens to the packets, or may. */
export function causeOf(
  verb: string,
  deciding: readonly Deciding[],
  context: LocationContext,
): string {
  const [only, other] = deciding;
  if (only && !other && only.rule.name === noGroup) {
    return `${verb} because the subnet has no security group`;
  }
  const behind = deciding.filter(({ element }) => isBehindGroup(element));
  // What lets packets come to an element that may stop them does not say why it may.
  const shown = verb.startsWith('may be') && behind.length > 0 ? behind : deciding;
  const labels = [...new Set(shown.map((one) => labelOf(one, context)))];
  const isRouted = shown.every(({ element }) => element === elementIds.routes);
  return `${isRouted ? verb.replace('denied', 'dropped') : verb} by ${listing(labels)}`;
}

const isBehindGroup = (element: string) =>
  element !== elementIds.admin && element !== elementIds.group;

/** "rule ssh (priority 200)", "rule Web/Deny of firewall hub", "route "way" (0.0.0.0/0 to None)" */
export function labelOf(
  { element, rule }: Deciding,
  { routes, deployment }: LocationContext,
): string {
  const { name, priority, isDefault } = rule;
  const number = `(priority ${priority ?? 'unknown'})`;
  switch (element) {
    case elementIds.admin:
      return `security admin rule ${name} ${number}`;
    case elementIds.group:
      if (name === noGroup) return 'no security group';
      return `${isDefault ? 'the default rule' : 'rule'} ${name} ${number}`;
    case elementIds.routes: {
      const route = routes?.routing.routes.find(({ path }) => path === rule.path);
      if (!route) return name;
      const { nextHop } = route;
      const isBehind = nextHop !== undefined && !isNowhere(nextHop);
      return `${isBehind ? 'what is behind ' : ''}${describeRoute(route)}`;
    }
    default: {
      const firewall = deployment.firewalls?.find((one) => firewallId(one) === element);
      const whole = firewall ? `firewall ${firewall.name}` : element;
      if (isDefault) return `the default of ${whole}`;
      return rule.path === '' ? `${name} of ${whole}` : `rule ${name} of ${whole}`;
    }
  }
}
