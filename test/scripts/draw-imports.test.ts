/** The floors of the house: the drawn imports are the real ones, none of them runs back up, and none closes a circle. */

import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { architectureFile, arrowsOf, drawings, drawn } from '../../scripts/draw-imports.ts';

test('docs/architecture.md shows the imports as they are', () => {
  const text = readFileSync(architectureFile, 'utf8');
  expect(text, 'run `npm run docs:architecture`').toBe(drawn(text));
});

/** From the ground up; answers and renderers share a floor. */
const floors: Readonly<Record<string, number>> = {
  data: 0,
  core: 1,
  'core/network': 1,
  'core/answers': 2,
  'core/render': 2,
  'core/validate': 3,
  'core/search': 4,
  api: 5,
  cli: 6,
  scripts: 6,
  site: 6,
};

describe.each(drawings)('$title', (drawing) => {
  it('has at most eight rooms', () => {
    expect(drawing.rooms.length).toBeLessThanOrEqual(8);
  });

  it('has no arrow that runs back up', () => {
    const arrows = arrowsOf(drawing);
    expect(arrows.length).toBeGreaterThan(3);
    expect(
      arrows.filter(([from, to]) => (floors[from] as number) < (floors[to] as number)),
    ).toEqual([]);
  });

  it('has no two rooms that import each other', () => {
    const arrows = arrowsOf(drawing).map(String);
    expect(arrows.filter((arrow) => arrows.includes(arrow.split(',').reverse().join()))).toEqual(
      [],
    );
  });
});
