/** A default route that a gateway may bring, in ladders: the input does not say whether it takes the packets. */

import type { AddressTerm } from '../../network/address-term.ts';
import { overlaps } from '../../network/sets/interval-set.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import type { LocationContext } from '../location/location.ts';
import { learnedSpace, mayTakeTag } from '../path/learned-default.ts';
import { openRouteSources } from '../path/peers.ts';
import type { LadderStep } from './ladder-step.ts';

/** Undefined where no such route may take a part of the far end. */
export function learnedStep(term: AddressTerm, context: LocationContext): LadderStep | undefined {
  const isTaken =
    term.kind === 'tag'
      ? mayTakeTag(term.tag, context)
      : term.kind === 'addresses' && overlaps(learnedSpace(context), term.addresses);
  if (!isTaken) return undefined;
  const names = listing(openRouteSources(context).map(({ name }) => name));
  return {
    element: 'ROUTE',
    outcome: 'UNKNOWN',
    decidedBy: null,
    rungs: [],
    notes: [
      `then ${names} may bring a default route, and the input does not say what is behind it`,
    ],
  };
}
