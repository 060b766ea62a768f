/** Facts of a topic in groups: what their titles have in common, then the tiers they are about; ended ones last. */

import { slug } from './sentences.ts';

interface Fact {
  readonly title: string;
  readonly tiers: readonly string[];
  readonly until?: string | null;
}

export interface FactGroup<T> {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly T[];
}

/** Fewer facts with the same first words are no group of their own. */
const fewest = 3;

const ended = 'No longer documented';

/** "Workspace gateway" of "Workspace gateway: /27 to /24" */
const subjectOf = ({ title }: Fact): string | undefined => /^([^:]+): /.exec(title)?.[1];

function generationOf({ tiers }: Fact): string {
  const isV2 = (tier: string) => tier.endsWith('_V2');
  if (tiers.length > 0 && tiers.every(isV2)) return 'The v2 tiers';
  if (tiers.some(isV2)) return 'Classic and v2 tiers';
  return tiers.every((tier) => tier === 'DEVELOPER' || tier === 'PREMIUM')
    ? 'Developer and Premium'
    : 'Classic tiers';
}

/** Facts keep their order within a group; groups come in the order of their first facts. */
export function factGroups<T extends Fact>(facts: readonly T[]): readonly FactGroup<T>[] {
  const current = facts.filter(({ until }) => !until);
  const subjects = Map.groupBy(current, subjectOf);
  const titleOf = (fact: Fact): string => {
    if (fact.until) return ended;
    const subject = subjectOf(fact);
    const isOwn = subject !== undefined && (subjects.get(subject)?.length ?? 0) >= fewest;
    return isOwn ? subject : generationOf(fact);
  };
  const groups = [...Map.groupBy(facts, titleOf)];
  return [
    ...groups.filter(([title]) => title !== ended),
    ...groups.filter(([title]) => title === ended),
  ].map(([title, members]) => ({
    id: `group-${slug(title).replaceAll(' ', '-')}`,
    title,
    facts: members,
  }));
}
