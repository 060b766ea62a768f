/** The default route that a gateway may bring, and what the input does not contain behind it, on the way of packets. */

import { partOf } from '../../network/address-part.ts';
import { pass } from '../../network/compare/filter-element.ts';
import { containsFarAddress } from '../../network/compare/packet-filter.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { isEmpty } from '../../network/sets/interval-set.ts';
import type { Side } from '../../network/side.ts';
import type { LocationContext } from '../location/location.ts';
import { learnedSpace, mayTakeTag } from '../path/learned-default.ts';
import { isNear } from '../path/near-flows.ts';
import { openRouteSources } from '../path/peers.ts';
import { outboundRuleOf, type Taking } from './taking.ts';

/** Empty where no such route may come. */
export function learnedTakings(context: LocationContext): readonly Taking[] {
  const space = learnedSpace(context);
  if (isEmpty(space)) return [];
  return openRouteSources(context).map(({ name, path }): Taking => {
    const words = `whether ${name} brings a default route and what is behind it`;
    return {
      rule: outboundRuleOf(`a default route of ${name}`, path),
      far: { sure: partOf([]), maybe: partOf(space) },
      action: { kind: 'BEYOND', key: words, words },
      doubt: { key: words, words },
    };
  });
}

/** Of these tags the ones without known addresses that a route by its name, or an endpoint, leads past such a route. */
export const tagsLedPast = (context: LocationContext, tags: readonly Tag[]): readonly Tag[] =>
  isEmpty(learnedSpace(context))
    ? []
    : tags.filter((tag) => !tag.addresses && !isNear([tag]) && !mayTakeTag(tag, context));

export const takingOfTag = (tag: Tag, side: Side): Taking => {
  const words = containsFarAddress(tag.name);
  return {
    rule: outboundRuleOf(''),
    far: side.cover({ kind: 'tag', tag }),
    action: pass,
    doubt: { key: words, words },
  };
};
