/** Groups as large as Azure takes them, made so that rules overlap in the most ways: for tests of the effort they cost. */

import type { RuleFields } from '../../core/deployment.ts';
import { maxRules } from '../../core/validate/read/network-security-group.ts';
import { textOf } from './naive.ts';
import { randomFrom } from './world.ts';

type Side = 'near' | 'far' | 'ports' | 'sourcePorts';

export interface Adversary {
  readonly name: string;
  readonly rules: readonly RuleFields[];
}

/** `count` rules, allowing and denying in turns, each with the sides that `sidesOf` gives it. */
function groupOf(
  direction: RuleFields['direction'],
  sidesOf: (index: number) => Partial<Record<Side, readonly string[]>>,
  accessOf: (index: number) => RuleFields['access'] = (i) => (i % 2 ? 'ALLOW' : 'DENY'),
  count = maxRules,
): RuleFields[] {
  return Array.from({ length: count }, (_, index) => {
    const { near = ['*'], far = ['*'], ports = ['*'], sourcePorts = ['*'] } = sidesOf(index);
    return {
      name: `rule-${index}`,
      priority: 100 + index,
      direction,
      access: accessOf(index),
      protocol: '*',
      sourceAddressPrefixes: direction === 'INBOUND' ? far : near,
      destinationAddressPrefixes: direction === 'INBOUND' ? near : far,
      sourcePortRanges: sourcePorts,
      destinationPortRanges: ports,
    };
  });
}

const random = randomFrom(7);
const prefix = (address: number, length: number) => {
  const size = 2 ** (32 - length);
  return `${textOf(Math.floor(address / size) * size)}/${length}`;
};
const anyPrefix = (shortest: number, longest: number) =>
  prefix(random(2 ** 32), shortest + random(longest - shortest + 1));
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
const anyRange = () => {
  const first = random(60_000);
  return `${first}-${first + random(65_536 - first)}`;
};
const inSubnet = () => prefix(10 * 2 ** 24 + 256 + random(256), 25 + random(8));
const tags = ['Storage', 'Sql', 'EventHub', 'AzureMonitor', 'AzureKeyVault', 'AzureCloud'];
const places = ['', '.WestEurope', '.NorthEurope', '.UKSouth', '.EastUS', '.JapanEast'];
const anyTag = () => `${tags[random(tags.length)]}${places[random(places.length)]}`;

export const adversaries: readonly Adversary[] = [
  {
    name: 'random boxes with every side cut',
    rules: groupOf('INBOUND', () => ({
      far: times(4, () => anyPrefix(1, 8)),
      near: times(3, inSubnet),
      sourcePorts: times(4, anyRange),
      ports: times(3, anyRange),
    })),
  },
  {
    name: 'far ends and source ports, half of each at a time',
    rules: groupOf('OUTBOUND', () => ({
      far: times(4, () => anyPrefix(2, 4)),
      sourcePorts: times(4, () => {
        const first = random(65_000);
        return `${first}-${first + 500}`;
      }),
    })),
  },
  {
    name: 'nested prefixes, the narrowest first',
    rules: groupOf('INBOUND', (index) => ({
      far: [prefix(20 * 2 ** 24 + index * 7, 32 - (index % 31))],
      near: [prefix(10 * 2 ** 24 + 256 + (index % 256), 32 - (index % 8))],
      sourcePorts: [`${1024 + index}-${65_535 - index}`],
    })),
  },
  {
    name: 'a checkerboard of prefixes, ports and source ports',
    rules: groupOf('INBOUND', (index) => ({
      far: times(4, () => prefix(random(2 ** 32), 3 + (index % 8))),
      near: [prefix(10 * 2 ** 24 + 256 + random(256), 30)],
      ports: [`${440 + (index % 7)}-${446 + (index % 5)}`],
      sourcePorts: times(4, () => String(1024 + random(64_000))),
    })),
  },
  {
    name: 'lines across each other: one side each',
    rules: groupOf('OUTBOUND', (index) => {
      const lines: Partial<Record<Side, readonly string[]>>[] = [
        { far: [anyPrefix(8, 16)] },
        { sourcePorts: [`${random(65_536)}`] },
        { near: [inSubnet()] },
        { ports: [`${random(65_536)}`] },
      ];
      return lines[index % lines.length] as (typeof lines)[number];
    }),
  },
  {
    name: 'tags and addresses in turns',
    rules: groupOf('OUTBOUND', (index) => ({
      far: index % 3 ? [anyTag()] : times(4, () => anyPrefix(6, 16)),
      ports: index % 5 ? ['443'] : ['*'],
      sourcePorts: [anyRange()],
    })),
  },
  {
    name: 'everything, a thousand times',
    rules: groupOf('INBOUND', () => ({})),
  },
  {
    name: 'many slices and their union again and again',
    rules: groupOf('INBOUND', (index) =>
      index < 500
        ? {
            far: [prefix(index * 2 ** 23, 9)],
            sourcePorts: [`0-${32_000 + random(100)}`],
          }
        : { far: [prefix((index % 8) * 2 ** 29, 3)], sourcePorts: [`0-${31_000 + index}`] },
    ),
  },
];
