/** The picture of the two modes says what the port rules and the facts say. */

import { describe, expect, it } from 'vitest';
import { portRules } from '../../data/ports/index.ts';
import { headOf, modePicture, pictureSize } from '../../site/src/pictures/modes.ts';

const management = { ports: 'TCP 3443', tag: 'ApiManagement' };
const external = modePicture('EXTERNAL', { clients: { ports: 'TCP [80], 443' }, management });
const internal = modePicture('INTERNAL', { management });
const labels = ({ arrows }: typeof external) => arrows.flatMap(({ label }) => label?.text ?? []);

describe('the picture of a mode', () => {
  it('lets clients in where a port rule does', () => {
    const rule = portRules.find(({ id }) => id === 'client-traffic');
    const modes = rule?.statements.flatMap(({ virtualNetworkTypes }) => virtualNetworkTypes);
    expect([...new Set(modes)]).toEqual(['EXTERNAL']);
    expect(labels(external)).toContain('2  TCP [80], 443');
    expect(external.arrows.some(({ isStopped }) => isStopped)).toBe(false);
    expect(internal.arrows.filter(({ isStopped }) => isStopped)).toHaveLength(1);
  });

  it.each([
    ['external', external],
    ['internal', internal],
  ])('has the control plane reach the public address in %s mode', (_, picture) => {
    expect(labels(picture)).toContain('TCP 3443');
    expect(picture.boxes.map(({ note }) => note)).toContain('ApiManagement');
    expect(picture.description).toContain('reaches the public address on TCP 3443');
  });

  it.each([
    ['external', external],
    ['internal', internal],
  ])('stays within its frame in %s mode', (_, { boxes, addresses, arrows }) => {
    const ends = [...boxes, ...addresses].map(({ x, width }) => x + width);
    expect(Math.max(...ends)).toBeLessThan(pictureSize.width);
    const points = arrows.flatMap((arrow) => arrow.points);
    expect(points.every(([x, y]) => x < pictureSize.width && y < pictureSize.height)).toBe(true);
  });

  it('says a private address for internal mode alone', () => {
    const texts = (picture: typeof external) => picture.addresses.map(({ text }) => text);
    expect(texts(external)).toEqual(['Public address', 'No private address']);
    expect(texts(internal)).toEqual(['Public address', 'Private address']);
  });

  it.each<[string, Parameters<typeof headOf>[0]['points'], string]>([
    [
      'down',
      [
        [5, 0],
        [5, 20],
      ],
      'M5 20l-4.5 -8h9z',
    ],
    [
      'up',
      [
        [5, 20],
        [5, 0],
      ],
      'M5 0l-4.5 8h9z',
    ],
    [
      'right',
      [
        [0, 5],
        [20, 5],
      ],
      'M20 5l-8 -4.5v9z',
    ],
  ])('points an arrow %s', (_, points, expected) => {
    expect(headOf({ points })).toBe(expected);
  });
});
