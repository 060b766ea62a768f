/** The words and the colors of the comparison with the portal's check. */

import type { Comparison } from '../portal-check/rows.ts';

interface ComparisonText {
  readonly label: string;
  readonly about: string;
  /** Kind of the badge. */
  readonly kind: 'good' | 'conditional' | 'required';
}

export const comparisonTexts: Readonly<Record<Comparison, ComparisonText>> = {
  AGREES: { label: 'agrees', about: 'it finds nothing, and nothing is lost.', kind: 'good' },
  FINDS_IT: {
    label: 'finds it',
    about: 'it fails a service whose traffic is lost, for whatever reason.',
    kind: 'good',
  },
  WARNS: {
    label: 'warns of it',
    about: 'it warns, but does not fail, where required traffic is lost.',
    kind: 'conditional',
  },
  WARNS_OF_OTHERS: {
    label: 'warns of others',
    about:
      'it warns of optional services or of a default route, and not of what is lost, if anything is.',
    kind: 'conditional',
  },
  FINDS_ANOTHER: {
    label: 'fails another',
    about: 'it fails a service whose traffic passes, and not the one whose traffic is lost.',
    kind: 'required',
  },
  FINDS_NOTHING: {
    label: 'finds nothing',
    about: 'required traffic is lost.',
    kind: 'required',
  },
  FALSE_ALARM: {
    label: 'false alarm',
    about: 'it fails a service whose traffic passes.',
    kind: 'required',
  },
};
