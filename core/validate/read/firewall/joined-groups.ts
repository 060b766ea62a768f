/** Addresses of rules joined with those of their IP groups. What many rules name together is one list for all of them. */

import { memoize } from '../../../network/memoize.ts';

/** A group, or a text in brackets for one that is not known. */
type Member<G> = G | string;

/**
 * `read` has the addresses of one group. `pay` is called with the length of each list that is made, and throws InputError
 * where they are too many.
 */
export class JoinedGroups<G extends object> {
  readonly #addressesOf: (group: G) => readonly string[];
  readonly #pay: (items: number) => void;
  readonly #numbers = new Map<Member<G>, number>();
  readonly #joined = new Map<string, readonly string[]>();

  constructor(read: (group: G) => readonly string[], pay: (items: number) => void) {
    this.#pay = pay;
    this.#addressesOf = memoize((group: G) => {
      const all = read(group);
      pay(all.length);
      return [...new Set(all)];
    });
  }

  join(own: readonly string[], groups: readonly Member<G>[]): readonly string[] {
    const members = new Set(groups);
    const [only] = members;
    if (only === undefined) return own;
    const joined = members.size === 1 ? this.#of(only) : this.#union(members);
    if (own.length === 0) return joined;
    this.#pay(own.length + joined.length);
    return [...new Set([...own, ...joined])];
  }

  #of(member: Member<G>): readonly string[] {
    return typeof member === 'string' ? [member] : this.#addressesOf(member);
  }

  #union(members: ReadonlySet<Member<G>>): readonly string[] {
    const key = [...members]
      .map((member) => this.#numberOf(member))
      .sort((a, b) => a - b)
      .join();
    const known = this.#joined.get(key);
    if (known) return known;
    const lists = [...members].map((member) => this.#of(member));
    this.#pay(lists.reduce((sum, list) => sum + list.length, 0));
    const all = [...new Set(lists.flat())];
    this.#joined.set(key, all);
    return all;
  }

  #numberOf(member: Member<G>): number {
    const number = this.#numbers.get(member) ?? this.#numbers.size;
    this.#numbers.set(member, number);
    return number;
  }
}
