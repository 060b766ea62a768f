/** The status of a rule as a sentence, and what it was before. */

import { describe, expect, it } from 'vitest';
import { earlierStatus, statusOf } from '../../site/src/lib/status.ts';

const [first, second, third] = ['2019-09-09', '2021-08-06', '2023-01-06'] as const;
const row = (statedOn: string, necessity: string, ...destinationPorts: string[]) => ({
  statedOn,
  necessity,
  destinationPorts,
});

describe('the standing of a rule', () => {
  it.each<
    [
      kind: string,
      history: ReturnType<typeof row>[],
      standing: string,
      earlier: string,
      status: readonly [string, string],
    ]
  >([
    [
      'always the same',
      [row(first, 'REQUIRED', '443'), row(second, 'REQUIRED', '443')],
      `Required since the edition of ${first}, the oldest here`,
      '',
      ['REQUIRED', first],
    ],
    [
      'changed once',
      [
        row(first, 'RECOMMENDED', '443'),
        row(second, 'REQUIRED', '443'),
        row(third, 'REQUIRED', '443'),
      ],
      `Required since the edition of ${second}`,
      `Before that it was recommended from ${first}.`,
      ['REQUIRED', second],
    ],
    [
      'back to what it was',
      [
        row(first, 'OPTIONAL', '443'),
        row(second, 'REQUIRED', '443'),
        row(third, 'OPTIONAL', '443'),
      ],
      `Optional since the edition of ${third}`,
      `Before that it was optional from ${first} and required from ${second}.`,
      ['OPTIONAL', third],
    ],
    [
      'with a later port',
      [row(second, 'OPTIONAL', '6380'), row(third, 'OPTIONAL', '10000')],
      `Optional since the edition of ${second}, port 10000 since ${third}`,
      '',
      ['OPTIONAL', second],
    ],
    [
      'with a port that went and came back',
      [
        row(first, 'REQUIRED', '80'),
        row(second, 'REQUIRED', '443'),
        row(third, 'REQUIRED', '443', '80'),
      ],
      `Required since the edition of ${first}, the oldest here, port 443 since ${second}, port 80 since ${third}`,
      '',
      ['REQUIRED', first],
    ],
    [
      'with a port that is older than its necessity',
      [row(first, 'OPTIONAL', '443'), row(second, 'REQUIRED', '443')],
      `Required since the edition of ${second}`,
      `Before that it was optional from ${first}.`,
      ['REQUIRED', second],
    ],
    [
      'gone',
      [row(first, 'RECOMMENDED', '25'), row(second, 'OPTIONAL', '25')],
      `Removed since the edition of ${third}`,
      `Before that it was recommended from ${first} and optional from ${second}.`,
      ['REMOVED', third],
    ],
  ])('%s', (_kind, history, standing, earlier, [status, statusSince]) => {
    const rule = { status, statusSince, history };
    expect(statusOf(rule, first)).toBe(standing);
    expect(earlierStatus(rule)).toBe(earlier);
  });
});
