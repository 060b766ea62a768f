/** The layout of the timeline: the editions, and below each a mark for every change. */

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
  more: { sign: '+', text: 'rule, platform or ports added' },
  less: { sign: '−', text: 'rule, platform or ports removed' },
  other: { sign: '≠', text: 'rule or its necessity changed' },
  address: { sign: '@', text: 'control-plane addresses added or removed' },
};

/** Height of an edition with one row of marks. */
const editionHeight = 62;
/** A mark can be hit with a finger: 24 px from one to the next. */
const markPitch = 24;
const left = 24;
const top = 14;

/** Positions of the editions, newest first. Distances are proportional to the time between editions. */
export function editionMarks(changes: readonly Change[], width: number) {
  const dates = [...new Set(changes.flatMap(({ date, comparedWith }) => [date, comparedWith]))]
    .sort()
    .reverse();
  const [newest = ''] = dates;
  const perRow = Math.floor((width - left) / markPitch);
  const order = Object.keys(marks);
  const editions = dates.map((date) => ({
    date,
    signs: changes
      .filter((change) => change.date === date)
      .map(({ id, summary, kind }) => ({ id, summary, sense: senses[kind] }))
      .sort((a, b) => order.indexOf(a.sense) - order.indexOf(b.sense)),
  }));
  const time = (from: string, to: string) => Date.parse(from) - Date.parse(to);
  // The smallest scale at which the marks of every edition fit.
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
      marks: signs.map((sign, index) => ({
        ...sign,
        x: left + (index % perRow) * markPitch,
        y: y + 12 + Math.floor(index / perRow) * markPitch,
      })),
    };
  });
  return { editions: placed, height: (placed.at(-1)?.y ?? 0) + top };
}
