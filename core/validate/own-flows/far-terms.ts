/** The far ends of flows of an owner, read with the service tags of a location's cloud. */

import type { Direction } from '../../../data/model.ts';
import { InputError } from '../../input-error.ts';
import { nearestOf } from '../../nearest.ts';
import { type AddressTerm, readAddress } from '../../network/address-term.ts';
import { isServiceTag } from '../../network/service-tags/atoms.ts';
import { platformTags, type ServiceTagIndex } from '../../network/service-tags/service-tags.ts';
import { quoted } from '../../quoted.ts';
import { filteredOf } from './platform-addresses.ts';
import type { ReadPacketSet } from './read-own-flow.ts';

/** The far end with the tags of one cloud. */
export function farTerms(
  { far, path }: ReadPacketSet,
  direction: Direction,
  tags: ServiceTagIndex,
): readonly AddressTerm[] {
  const terms = far.map((text) => readFarEnd(text.trim(), tags, path));
  return direction === 'OUTBOUND' ? terms.map(filteredOf) : terms;
}

const farEnds = 'an address, a prefix such as 10.1.0.0/16, a service tag, or *';

function readFarEnd(text: string, tags: ServiceTagIndex, path: ReadPacketSet['path']): AddressTerm {
  const term = readAddress(text, tags);
  switch (term.kind) {
    case 'any':
    case 'addresses':
      return term;
    case 'tag':
      if (isServiceTag(term.tag) || judgedTags.includes(term.tag.name)) return term;
      throw new InputError('traffic of this tag is not judged', {
        path,
        given: text,
        expected: [farEnds],
      });
    case 'ipv6':
      throw new InputError('only IPv4 packets are judged', {
        path,
        given: text,
        expected: [farEnds],
      });
    default:
      throw new InputError(
        term.kind === 'unreadable' && term.problem.includes('host bits')
          ? term.problem
          : `${quoted(text)} is neither an address nor a service tag of ${tags.cloud}`,
        {
          path,
          given: text,
          expected: [farEnds],
          nearest: /^[a-z][\w. -]*$/i.test(text) ? nearestOf(text, tags.names) : [],
        },
      );
  }
}

/** Of the platform's tags those of which the addresses are known. */
const judgedTags = platformTags.filter((name) => !name.startsWith('AzurePlatform'));
