/**
 * The priority ladder of a security group as SVG: a row a rule, by priority, with a bar for the documented flows that it
 * takes, and an empty bar for those that an earlier rule has taken from it.
 */

import { element, escaped, fitted, text } from './svg.ts';

export interface LadderRule {
  readonly name: string;
  /** 4000 */
  readonly priority: string;
  readonly access: 'ALLOW' | 'DENY' | 'UNKNOWN';
  /** Indexes of the columns of which it decides a part. */
  readonly takes: readonly number[];
  /** Indexes of the columns that it matches; empty for a rule that no documented traffic meets. */
  readonly matches: readonly number[];
  /** Names of the rules that decide all that it matches. */
  readonly hiddenBy: readonly string[];
}

export interface Ladder {
  /** Outbound rules by priority */
  readonly title: string;
  /** A flow each: 1433 Sql. */
  readonly columns: readonly string[];
  /** How many of the columns, which come first, an instance needs; to deny another is no failure. All without it. */
  readonly neededColumns?: number;
  /** By priority. */
  readonly rules: readonly LadderRule[];
}

/** A drawing is never longer, in bytes of UTF-8. */
export const mostBytes = 8000;
/** For the frame and the last line. */
const reserve = 600;

const shapes = {
  wide: { width: 760, label: 262, column: 34 },
  narrow: { width: 328, label: 148, column: 22 },
} as const;
const rowHeight = 22;
const barHeight = 12;
const headingHeight = 106;
const mostColumns = 16;

type Shape = (typeof shapes)[keyof typeof shapes];

const encoder = new TextEncoder();
const bytesOf = (svg: string) => encoder.encode(svg).length;

/** Denies that take something come first, then what they hide, then the rest. */
export function importance({ access, takes, matches, hiddenBy }: LadderRule): number {
  if (access === 'DENY' && takes.length > 0) return 0;
  if (hiddenBy.length > 0) return 1;
  return matches.length > 0 ? 2 : 3;
}

/** At most so many bytes; rules that do not fit are counted in the last line. */
export function ruleLadder(
  ladder: Ladder,
  name: keyof typeof shapes,
  most: number = mostBytes,
): string {
  const shape = shapes[name];
  const columns = ladder.columns.slice(0, mostColumns);
  const step = Math.min(shape.column, (shape.width - shape.label) / Math.max(1, columns.length));
  const head = columns.map((column, index) => {
    const x = round(shape.label + (index + 0.5) * step + 4);
    const y = headingHeight - 8;
    return text(x, y, fitted(column, headingHeight - 10, 10), {
      class: 'faint',
      transform: `rotate(-90 ${x} ${y})`,
    });
  });
  let left = most - reserve - bytesOf(head.join('')) - bytesOf(escaped(ladder.title));
  const drawn = new Map<LadderRule, string>();
  for (const rule of ladder.rules.toSorted((a, b) => importance(a) - importance(b))) {
    const row = rowOf(rule, shape, step, [ladder.neededColumns ?? columns.length, columns.length]);
    left -= bytesOf(row) + transformBytes;
    if (left < 0) break;
    drawn.set(rule, row);
  }
  const rows = ladder.rules.flatMap((rule) => drawn.get(rule) ?? []);
  const omitted = ladder.rules.length - rows.length;
  const height = headingHeight + rows.length * rowHeight + (omitted > 0 ? 20 : 4);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `atlas-drawing atlas-${name}`,
      viewBox: `0 0 ${shape.width} ${height}`,
      width: shape.width,
      role: 'img',
      'aria-label': ladder.title,
    },
    ...head,
    ...rows.map((row, index) =>
      element('g', { transform: `translate(0 ${headingHeight + index * rowHeight})` }, row),
    ),
    omitted > 0
      ? text(0, height - 4, `${omitted} more ${omitted === 1 ? 'rule' : 'rules'}, not drawn`, {
          class: 'faint',
        })
      : '',
  );
}

const transformBytes = 48;
const round = (value: number) => Math.round(value * 10) / 10;

/** In words, and as classes of the style. */
export const ladderAccess = { ALLOW: 'allow', DENY: 'deny', UNKNOWN: 'undecided' } as const;

function rowOf(
  rule: LadderRule,
  shape: Shape,
  step: number,
  [needed, columns]: readonly [needed: number, all: number],
): string {
  const isHidden = rule.hiddenBy.length > 0;
  const kind = ladderAccess[rule.access];
  const hidden = isHidden
    ? `, hidden by ${rule.hiddenBy.slice(0, 2).join(', ').slice(0, 120)}`
    : '';
  const takes = new Set(rule.takes);
  const lost = rule.matches.filter((column) => !takes.has(column));
  const bars = (indexes: readonly number[], style: string) =>
    runs(indexes.filter((index) => index < columns))
      .map(([from, to]) =>
        element('rect', {
          class: style,
          x: round(shape.label + from * step + 1.5),
          y: 2,
          width: round((to - from + 1) * step - 3),
          height: barHeight,
          rx: 3,
        }),
      )
      .join('');
  return (
    element(
      'title',
      {},
      escaped(`${rule.name.slice(0, 120)}, ${rule.priority}: ${kind}${hidden}`),
    ) +
    element('path', { class: 'rail', d: `M0 18.5H${shape.width}` }) +
    text(0, 12, rule.priority, { class: 'ports' }) +
    text(46, 12, fitted(rule.name, shape.label - 52, 11), { class: isHidden ? 'struck' : 'rule' }) +
    bars(lost, 'hidden') +
    (kind === 'deny'
      ? bars(
          rule.takes.filter((column) => column < needed),
          'deny',
        ) +
        bars(
          rule.takes.filter((column) => column >= needed),
          'closed',
        )
      : bars(rule.takes, kind)) +
    (rule.matches.length === 0
      ? text(shape.label, 12, fitted('no documented traffic', shape.width - shape.label, 10.5), {
          class: 'faint',
        })
      : '')
  );
}

/** Neighbours together: [1, 2, 3, 7] is 1 to 3 and 7. */
function runs(indexes: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  for (const index of indexes.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && index <= last[1] + 1) last[1] = Math.max(last[1], index);
    else spans.push([index, index]);
  }
  return spans;
}
