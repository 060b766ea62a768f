/** Comparisons of networks whose routes say different things that are not known. */

import { expect, it } from 'vitest';
import type { InputRoute } from '../../../../core/deployment.ts';
import { compare } from '../../../support/compared-networks.ts';
import { inputRoute } from '../../../support/own-flows.ts';

const hop = (text: string) => [inputRoute('0.0.0.0/0', text)];
const unread = (prefix: string, nextHop = 'None') => [inputRoute(prefix, nextHop)];
const perhaps = { isConditional: true };
const one = inputRoute('10.0.8.0/24', 'None', perhaps);
const two = [
  inputRoute('10.0.8.0/24', 'VirtualAppliance', { ...perhaps, nextHopIpAddress: '10.0.2.4' }),
  one,
];

it.each<
  [about: string, before: readonly InputRoute[], after: readonly InputRoute[], isOpen: boolean]
>([
  ['one open next hop', hop('[a]'), hop('[a]'), false],
  ['another open next hop', hop('[a]'), hop('[b]'), true],
  ['one route that cannot be read', unread('New'), unread('New'), false],
  ['a route that cannot be read with another prefix', unread('New'), unread('Newer'), true],
  ['a route that cannot be read with another hop', unread('New'), unread('New', 'Internet'), true],
  ['a route that cannot be read, before', unread('New'), [], true],
  ['a route that cannot be read, after', [], unread('New'), true],
  ['a second route that may exist', [one], two, true],
  ['two routes that may exist', two, two, false],
])('%s', (_, before, after, isOpen) => {
  const found = compare({ more: { hubRoutes: before } }, { more: { hubRoutes: after } });
  expect([found.opened, found.closed, found.notCompared]).toEqual([[], [], []]);
  expect(found.undecided.length > 0).toBe(isOpen);
});
