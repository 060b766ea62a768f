/** The editions on a line of time, and under each a mark for every change that it brought. */

import type { ChangeKind, ChangesQuery } from '../generated/queries.ts';

type Change = ChangesQuery['changes'][number];
type Sense = 'more' | 'less' | 'other' | 'address';

const senses: Readonly<Record<ChangeKind, Sense>> = {
  ADDED: 'more',
  WIDENED: 'more',
  PLATFORM_ADDED: 'more',
  REMOVED: 'less',
  NARROWED: 'less',
  PLATFORM_REMOVED: 'less',
  CHANGED: 'other',
  RENAMED: 'other',
  NECESSITY_CHANGED: 'other',
  ADDRESS_ADDED: 'address',
  ADDRESS_REMOVED: 'address',
};

/** In the order of the marks. */
export const marks: Readonly<Record<Sense, { readonly sign: string; readonly text: string }>> = {
  more: { sign: '+', text: 'a row or platform is added, or a row asks for more' },
  less: { sign: '−', text: 'a row or platform is gone, or a row asks for less' },
  other: { sign: '≠', text: 'a row asks for something else, or is needed more or less' },
  address: { sign: '@', text: 'control-plane addresses are added or dropped' },
};

/** Height of an edition with one row of marks. */
const editionHeight = 58;
const markPitch = 18;
const left = 24;
const top = 14;

/** Newest edition first; the oldest, which nothing precedes, last. Their distances are true to the time between them. */
export function editionMarks(changes: readonly Change[], width: number) {
  const dates = [...new Set(changes.flatMap(({ date, since }) => [date, since]))].sort().reverse();
  const [newest = ''] = dates;
  const perRow = Math.floor((width - left) / markPitch);
  const order = Object.keys(marks);
  const editions = dates.map((date) => ({
    date,
    signs: changes
      .filter((change) => change.date === date)
      .map(({ kind }) => senses[kind])
      .sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  }));
  const time = (from: string, to: string) => Date.parse(from) - Date.parse(to);
  // As small as the marks of the most crowded edition allow.
  const scale = Math.max(
    ...editions.slice(1).map(({ date }, index) => {
      const rows = Math.ceil((editions[index]?.signs.length ?? 0) / perRow);
      const height = editionHeight + (rows - 1) * markPitch;
      return height / time(editions[index]?.date ?? '', date);
    }),
  );
  const placed = editions.map(({ date, signs }) => {
    const y = top + scale * time(newest, date);
    return {
      date,
      y,
      changes: signs.length,
      marks: signs.map((sense, place) => ({
        sense,
        x: left + (place % perRow) * markPitch,
        y: y + 12 + Math.floor(place / perRow) * markPitch,
      })),
    };
  });
  return { editions: placed, height: (placed.at(-1)?.y ?? 0) + top };
}
