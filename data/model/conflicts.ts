/** Facts that refer to other facts: conflicts between documents, and symptoms. */

import type { Cited } from './citation.ts';

export const factKinds = [
  'PORT_RULE',
  'ENDPOINT',
  'REGION',
  'SERVICE_TAG',
  'TIER',
  'IP_CHANGE_TRIGGER',
  'SUBNET_RULE',
  'NETWORK_FACT',
  'SOURCE',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Points at one fact: the id of a rule or endpoint, the name of a region or tag, the value of a tier. */
export interface FactReference {
  readonly kind: FactKind;
  readonly id: string;
}

/** What one document says where documents disagree. */
export interface ConflictPosition extends Cited {
  readonly statement: string;
}

/** A topic on which two documents, or two editions of one, contradict each other. */
export interface Conflict {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** At least two, oldest document first. */
  readonly positions: readonly ConflictPosition[];
  /** The reading that answers and checks apply. */
  readonly appliedReading: string;
  readonly reason: string;
  readonly touches: readonly FactReference[];
}

/** One thing that may be behind a symptom. */
export interface SymptomCause extends Cited {
  /** What is wrong. */
  readonly text: string;
  /** What one sees if it is this cause, and how to look. */
  readonly tellApart: string;
  readonly remedy: string;
  /** The facts that it follows from. */
  readonly facts: readonly FactReference[];
  /** Ids of the checks that find it in a network. */
  readonly checks: readonly string[];
}

/** Something that users see fail. */
export interface Symptom {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** Error codes, messages and complaints as people write them; `<name>` is the name of the instance. */
  readonly texts: readonly string[];
  /** The likeliest first. */
  readonly causes: readonly SymptomCause[];
}
