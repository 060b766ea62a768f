/** All groups of the comparison, by theme. */

import type { Theme } from '../group.ts';
import { deniedByName, noRule, sameVerdict, sqlPort } from './one-rule.ts';
import { routes } from './routes.ts';
import { inboundSets, lists, newer, outboundSets, sourcePorts } from './sets.ts';

export const themes: readonly Theme[] = [
  sameVerdict,
  deniedByName,
  noRule,
  inboundSets,
  outboundSets,
  lists,
  sourcePorts,
  sqlPort,
  newer,
  routes,
];
