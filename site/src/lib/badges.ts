/** The text of a badge and the kind that sets its color. */

import { labelOf } from './labels.ts';

const kinds: Readonly<Record<string, string>> = {
  REQUIRED: 'needed',
  ERROR: 'bad',
  FAIL: 'bad',
  DENIED: 'bad',
  BROKEN: 'bad',
  CONDITIONAL: 'conditional',
  WARNING: 'conditional',
  DISPUTED: 'conditional',
  NEEDS_REVIEW: 'conditional',
  PARTIAL: 'conditional',
  UNKNOWN: 'conditional',
  UNDECIDED: 'conditional',
  CHANGES: 'conditional',
  YES: 'good',
  PASS: 'good',
  ALLOWED: 'good',
  HOLDS: 'good',
  STAYS: 'good',
};
const labels: Readonly<Record<string, string>> = {
  PAST: 'no longer documented',
  YES: 'yes',
  CLOSED: 'closed',
};

export function badge(value: string): { readonly kind: string | undefined; readonly text: string } {
  return { kind: kinds[value], text: labels[value] ?? labelOf(value) };
}
