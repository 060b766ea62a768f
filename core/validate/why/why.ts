/** Why a packet passes or not, and what a rule does: the ladders of the locations of a deployment. */

import { InputError } from '../../input-error.ts';
import { nearestOf } from '../../nearest.ts';
import { quoted } from '../../quoted.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import type { Ladder } from './ladder.ts';
import type { Locate } from './rungs.ts';
import type { RuleSubject, WhySubject } from './subject.ts';
import { laddersOfPacket, packetInWords, subnetInWords } from './why-packet.ts';
import { isNamed, laddersOfRule, ruleNamesOf } from './why-rule.ts';

/** At least one ladder. Throws InputError where no location has the rule, or an end of the packet in its subnet. */
export function laddersOf(
  subject: WhySubject,
  locations: readonly LocationContext[],
  locate: Locate,
): readonly Ladder[] {
  const ladders = locations.flatMap((location) =>
    subject.kind === 'rule'
      ? laddersOfRule(subject.name, location, locate)
      : laddersOfPacket(subject, location, locate),
  );
  if (ladders.length > 0) return ladders;
  if (locations.length === 0) {
    throw new InputError('the instance is in no virtual network', {
      path: ['why'],
      given: subject.kind,
      expected: ['an instance in a virtual network'],
    });
  }
  if (subject.kind === 'rule') throw noRule(subject, locations);
  throw new InputError('neither end of the packet is in the subnet of the instance', {
    path: ['why'],
    given: packetInWords(subject),
    expected: locations.map((one) => `an address in ${subnetInWords(one)}`),
  });
}

function noRule({ name }: RuleSubject, locations: readonly LocationContext[]): InputError {
  const names = [...new Set(locations.flatMap(ruleNamesOf))];
  const problems = locations.flatMap(({ inputRules, problems: all }) =>
    inputRules.some((rule) => isNamed(name, rule))
      ? all.filter(({ rule }) => rule.toLowerCase() === name.toLowerCase())
      : [],
  );
  if (problems.length > 0) {
    const reasons = problems.map(({ message }) => message).join('; ');
    return new InputError(`Azure refuses rule ${quoted(name)}, so it is not tried: ${reasons}`, {
      path: ['why'],
      given: name,
      expected: ['a rule that can be read'],
    });
  }
  const isElsewhere =
    names.length === 0 && locations.some(({ location }) => hasGroupElsewhere(location));
  return new InputError(
    isElsewhere ? 'the security group is not in the input' : 'there is no such rule',
    names.length === 0
      ? { path: ['why'], given: name, expected: ['a rule of a security group in the input'] }
      : { path: ['why'], given: name, accepted: names, nearest: nearestOf(name, names) },
  );
}
