/**
 * A set of addresses of which some are known by number and some only by name.
 *
 * `line` holds the addresses known by number. An atom represents addresses known only by the service tag they belong
 * to; atoms are disjoint from each other and from the line, and two parts share an atom when they name the same object.
 */

import {
  covers,
  type IntervalSet,
  intersect,
  overlaps,
  subtract,
  union,
} from './sets/interval-set.ts';

export interface Atom {
  /** What to print for an address of the atom: Storage.WestEurope. */
  readonly name: string;
  readonly base: string;
  /** Region name or other suffix; absent for what is left of the base tag. */
  readonly part?: string;
  readonly inAzureCloud: boolean | 'maybe';
  /** True if the atom certainly contains at least one address. */
  readonly isCertain: boolean;
}

export interface AddressPart {
  readonly line: IntervalSet;
  readonly atoms: ReadonlySet<Atom>;
}

/** What a rule certainly matches, and what it may match; `maybe` always contains `sure`. */
export interface Coverage {
  readonly sure: AddressPart;
  readonly maybe: AddressPart;
}

const noAtoms: ReadonlySet<Atom> = new Set();
export const nothing: AddressPart = { line: [], atoms: noAtoms };

export function partOf(line: IntervalSet, atoms: Iterable<Atom> = noAtoms): AddressPart {
  return { line, atoms: atoms instanceof Set ? atoms : new Set(atoms) };
}

export function isEmptyPart(part: AddressPart): boolean {
  return part.line.length === 0 && part.atoms.size === 0;
}

export function unionOfParts(...parts: readonly AddressPart[]): AddressPart {
  const filled = parts.filter((part) => !isEmptyPart(part));
  if (filled.length <= 1) return filled[0] ?? nothing;
  return {
    line: union(...filled.map(({ line }) => line)),
    atoms: new Set(filled.flatMap(({ atoms }) => [...atoms])),
  };
}

export function intersectParts(a: AddressPart, b: AddressPart): AddressPart {
  if (a === b) return a;
  return {
    line: intersect(a.line, b.line),
    atoms: a.atoms.size && b.atoms.size ? a.atoms.intersection(b.atoms) : noAtoms,
  };
}

export function subtractParts(a: AddressPart, b: AddressPart): AddressPart {
  if (a === b) return nothing;
  return {
    line: subtract(a.line, b.line),
    atoms: a.atoms.size && b.atoms.size ? a.atoms.difference(b.atoms) : a.atoms,
  };
}

export function partsMeet(a: AddressPart, b: AddressPart): boolean {
  return (
    overlaps(a.line, b.line) ||
    (a.atoms.size > 0 && b.atoms.size > 0 && !a.atoms.isDisjointFrom(b.atoms))
  );
}

export function holdsPart(outer: AddressPart, inner: AddressPart): boolean {
  return (
    outer === inner ||
    (inner.atoms.size <= outer.atoms.size &&
      covers(outer.line, inner.line) &&
      inner.atoms.isSubsetOf(outer.atoms))
  );
}
