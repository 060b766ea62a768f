/** The interface Dated: from when to when something holds, said in the same way on every type that has a time. */

import type { IsoDate } from '../../data/model.ts';
import { builder } from './builder.ts';

export interface Period {
  readonly since?: IsoDate | undefined;
  readonly until?: IsoDate | undefined;
}

/** Those that hold today, or all of them. */
export function current<Item extends Period>(
  items: readonly Item[],
  includeEnded: boolean,
): readonly Item[] {
  return includeEnded ? items : items.filter(({ until }) => until === undefined);
}

export const Dated = builder.interfaceRef<Period>('Dated');

Dated.implement({
  description:
    'What applies for a time. Both dates are inclusive. Most are dates of documents; isCurrent alone says whether something still applies, since the newest edition may be the last one that states it.',
  fields: (t) => ({
    since: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Date of the first document that states it, this date included; null where it has no known start.',
      resolve: ({ since }) => since ?? null,
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Date of the last document that states it, this date included; null while it still applies.',
      resolve: ({ until }) => until ?? null,
    }),
    isCurrent: t.boolean({
      description: 'True while it still applies; false exactly where until has a date.',
      resolve: ({ until }) => until === undefined,
    }),
  }),
});

/** The argument of lists that have what is valid today unless the argument says otherwise. */
export const includeEndedOption = {
  required: true,
  defaultValue: false,
  description: 'True to list what no longer applies, too; its field isCurrent is false.',
} as const;
