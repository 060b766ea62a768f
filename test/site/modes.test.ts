/** The picture of the two modes says what the port rules and the facts say. */

import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../data/index.ts';
import { portRules } from '../../data/ports/index.ts';
import {
  addressHeight,
  boxHeight,
  headOf,
  modePicture,
  pictureSize,
} from '../../site/src/pictures/modes.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { contentAt } from './built-site-files.ts';

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
    const corners = [
      ...boxes.map(({ x, y, width }) => [x, y, x + width, y + boxHeight]),
      ...addresses.map(({ x, y, width }) => [x, y, x + width, y + addressHeight]),
      ...arrows.flatMap(({ points }) => points.map(([x, y]) => [x, y, x, y])),
    ];
    expect(Math.min(...corners.map(([x = -1]) => x))).toBeGreaterThanOrEqual(0);
    expect(Math.min(...corners.map(([, y = -1]) => y))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...corners.map(([, , x = Infinity]) => x))).toBeLessThan(pictureSize.width);
    expect(Math.max(...corners.map(([, , , y = Infinity]) => y))).toBeLessThan(pictureSize.height);
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

describe('the table below the picture', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  const facts = [
    ['dns-azure-provided-external', 'dns-own-internal'],
    ['public-ip-optional', 'public-address-in-internal-mode'],
    ['private-address-internal-mode-only', 'internal-answers-by-name-only'],
    ['outbound-to-public-backends', 'outbound-to-public-backends'],
  ];
  const partOfModes = () => {
    const [, after = ''] = contentAt('/dns/').split(
      'The two modes of an injected instance</caption>',
    );
    return after.split('</details>')[0] ?? '';
  };

  it('has the statement of a fact in each cell', () => {
    const cells = [...partOfModes().matchAll(/<td\b[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
    const statements = facts.flat().map((id) => {
      const all = [catalog.dnsFacts, catalog.prerequisites, catalog.routingFacts].flat();
      return all.find((fact) => fact.id === id)?.statement;
    });
    expect(cells).toEqual(statements);
  });

  it('cites what the picture says of the control plane', () => {
    const rule = portRules.find(({ id }) => id === 'management-endpoint');
    const sections = (rule?.statements.at(-1)?.citations ?? []).map(({ section }) => section);
    expect(sections.length).toBeGreaterThan(0);
    for (const section of sections) expect(partOfModes()).toContain(`“${section}”`);
  });
});
