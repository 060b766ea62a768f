/** The addresses of a subnet as squares, grouped by owner rather than in order. */

export type Owner = 'reserved' | 'balancer' | 'unit' | 'free';

interface Share {
  readonly owner: Owner;
  /** Squares that belong together: the addresses of one unit. */
  readonly size: number;
  readonly count: number;
}

const columns = 32;
const pitch = 12;
const gap = 2;

/** Outlines of the squares by owner. Squares that belong together share an outline, except across rows. */
export function squares(shares: readonly Share[]) {
  const outlines = new Map<Owner, string>();
  let at = 0;
  for (const { owner, size, count } of shares) {
    for (let group = 0; group < count; group += 1) {
      for (let left = size; left > 0; ) {
        const column = at % columns;
        const length = Math.min(left, columns - column);
        const [x, y] = [column * pitch, Math.floor(at / columns) * pitch];
        const [width, height] = [length * pitch - gap, pitch - gap];
        outlines.set(owner, `${outlines.get(owner) ?? ''}M${x} ${y}h${width}v${height}h${-width}z`);
        at += length;
        left -= length;
      }
    }
  }
  return {
    outlines,
    width: columns * pitch - gap,
    height: Math.ceil(at / columns) * pitch - gap,
  };
}
