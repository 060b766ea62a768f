/** Regions by each of their names, and names of no region. */

import { describe, expect, it } from 'vitest';
import { requireRegion } from '../../../core/answers/region.ts';
import { catalog } from '../../../data/index.ts';
import { problemOf } from './rules-input.ts';

describe('requireRegion', () => {
  it.each(['westeurope', 'West Europe', 'WEST-EUROPE', ' west_europe '])('finds %j', (name) => {
    expect(requireRegion(name, []).name).toBe('westeurope');
  });

  it.each([
    ['westeurop', 'nearest: westeurope'],
    ['India Centrl', 'centralindia'],
    ['India Centrl', 'jioindiacentral'],
    ['francecentrall', 'francecentral'],
  ])('%j: suggests %s', (name, suggestion) => {
    expect(problemOf(() => requireRegion(name, [])).message).toContain(suggestion);
  });

  it.each<[name: string, count: number]>([
    ['', 0],
    [' ', 0],
    ['\u0000\n', 0],
    ['🦄'.repeat(99), 0],
    ['x', 0],
    ['__proto__', 0],
    ['constructor', 0],
    ['toString', 0],
  ])('%j: answers with %i regions and a short message', (name, count) => {
    const problem = problemOf(() => requireRegion(name, ['region']));
    expect(problem.nearest).toHaveLength(count);
    expect(problem.message.length).toBeLessThan(330);
    expect(problem.message).toBe(problem.message.replace(/\p{Cc}/gu, ''));
  });

  it('cuts a long name, in the message and in the error', () => {
    const problem = problemOf(() => requireRegion('x'.repeat(1_000_000), ['region']));
    expect(problem.message.length).toBeLessThan(330);
    expect(String(problem.given)).toHaveLength(80);
  });

  it('finds every region by each of its names', () => {
    const offenders = catalog.regions.flatMap((region) =>
      [region.name, region.displayName, ...region.aliases].filter(
        (name) => requireRegion(name, []) !== region,
      ),
    );
    expect(offenders).toEqual([]);
  });
});
