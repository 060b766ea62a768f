import { isAscending, isDate } from './facts.ts';
import type { Lint } from './lint.ts';

const datedId = /-(\d{4}(-\d{2}-\d{2})?)$/;

export const sources: Lint = {
  name: 'sources',
  description:
    'Sources are oldest first, with a date that their id repeats, a title and a public address.',
  offenders: (catalog) => [
    ...(isAscending(catalog.sources.map(({ date }) => date)) ? [] : ['sources: not oldest first']),
    ...catalog.sources.flatMap(({ id, title, date, url }) => {
      const [, dated] = id.match(datedId) ?? [];
      return [
        ...(isDate(date) ? [] : [`${id}: ${date} is no date`]),
        ...(dated === undefined || date.startsWith(dated) ? [] : [`${id}: dated ${date}`]),
        ...(title.trim() === '' ? [`${id}: no title`] : []),
        ...(url?.startsWith('https://') ? [] : [`${id}: no public address`]),
      ];
    }),
  ],
};
