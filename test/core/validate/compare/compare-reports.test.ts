/** What changes of a network open and close: packets as sets, and findings that come and go. */

import { describe, expect, it } from 'vitest';
import {
  compare,
  denyOutbound,
  documented,
  management,
  type Rule,
  rest,
  ssh,
  words,
} from '../../../support/compared-networks.ts';

describe('a change that changes nothing is silent', () => {
  it.each<[string, readonly Rule[], readonly Rule[]]>([
    ['the same rules', documented, documented],
    ['another order in the text', documented, documented.toReversed()],
    ['another name', documented, [['admin', 100, ...management], ...rest]],
    [
      'another priority in the same order',
      documented,
      [['management', 105, ...management], ...rest],
    ],
    [
      'two halves of a prefix',
      [ssh],
      [['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', ['203.0.113.0/25', '203.0.113.128/25'], '*', '22']],
    ],
    [
      'two rules for one',
      [ssh],
      [
        ['a', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/25', '*', '22'],
        ['b', 201, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.128/25', '*', '22'],
      ],
    ],
    [
      'a rule behind one that takes all of its packets',
      [ssh],
      [ssh, ['late', 300, 'INBOUND', 'DENY', 'Tcp', '203.0.113.7', '*', '22']],
    ],
    [
      'a denial of what is denied anyway',
      [],
      [['deny', 4096, 'INBOUND', 'DENY', '*', 'Internet', '*', '22']],
    ],
  ])('%s', (_, before, after) => {
    const { opened, closed, undecided, notCompared } = compare({ rules: before }, { rules: after });
    expect({ opened, closed, undecided, notCompared }).toEqual({
      opened: [],
      closed: [],
      undecided: [],
      notCompared: [],
    });
  });
});

describe('packets', () => {
  it('that a rule opens', () => {
    const { opened, closed } = compare({ rules: documented }, { rules: [...documented, ssh] });
    expect(closed).toEqual([]);
    expect(opened).toEqual([
      {
        region: 'westeurope',
        direction: 'INBOUND',
        protocols: ['TCP'],
        sourcePrefixes: ['203.0.113.0/24'],
        sourcePorts: ['*'],
        destinationPrefixes: ['10.0.1.0/27'],
        destinationPorts: ['22'],
        tags: [],
        portRules: [],
        example: '203.0.113.10:50000 -> 10.0.1.4:22 tcp',
        decidedBefore: ['DenyAllInBound'],
        decidedAfter: ['ssh'],
        conditions: [],
      },
    ]);
  });

  it('that a denial closes, with the rules of the port table that need them', () => {
    const sql: Rule = ['no-sql', 300, 'OUTBOUND', 'DENY', 'Tcp', '*', 'Sql', '1433'];
    const { closed, appeared, resolved } = compare(
      { rules: documented },
      { rules: [...documented, sql] },
    );
    expect(closed.map(words)).toEqual(['OUTBOUND TCP Sql 1433: AllowInternetOutBound -> no-sql']);
    expect(closed[0]?.portRules.map(({ id }) => id)).toEqual(['azure-sql']);
    expect(closed[0]?.example).toMatch(/^10\.0\.1\.4:50000 -> [\d.]+:1433 tcp$/);
    expect(appeared.map(({ checkId }) => checkId)).toEqual(['required-flow-denied']);
    expect(resolved).toEqual([]);
  });

  it('of a range that is too wide by half', () => {
    const wide: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/26', '*', '22'];
    const narrow: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/27', '*', '22'];
    const { opened, closed } = compare({ rules: [wide] }, { rules: [narrow] });
    expect(opened).toEqual([]);
    expect(closed.map(words)).toEqual(['INBOUND TCP 203.0.113.32/27 22: ssh -> DenyAllInBound']);
  });

  it('of all protocols', () => {
    const { closed, undecided } = compare(
      { rules: documented },
      { rules: [...documented, denyOutbound] },
    );
    expect(closed.map(words)).toEqual([
      'OUTBOUND ANY VirtualNetwork *: AllowVnetOutBound -> deny',
      'OUTBOUND ANY Internet *: AllowInternetOutBound -> deny',
    ]);
    expect(undecided.map(({ conditions }) => conditions)).toEqual([
      ['whether VirtualNetwork contains the far address'],
    ]);
  });

  it('where there was no group', () => {
    const { opened, closed } = compare({}, { rules: documented });
    expect(opened).toEqual([]);
    expect(closed.every(({ decidedBefore }) => decidedBefore.join() === 'no security group')).toBe(
      true,
    );
    expect(closed.some(({ direction }) => direction === 'INBOUND')).toBe(true);
  });

  it('of a subnet with other addresses are the same where no rule names them', () => {
    const { opened, closed } = compare(
      { rules: documented },
      { rules: documented, subnet: '10.0.2.0/26' },
    );
    expect([...opened, ...closed]).toEqual([]);
  });

  it('of a subnet with other addresses change where a rule names them', () => {
    const own: Rule = [
      'own',
      200,
      'INBOUND',
      'ALLOW',
      'Tcp',
      '203.0.113.0/24',
      '10.0.1.0/27',
      '22',
    ];
    const { closed } = compare({ rules: [own] }, { rules: [own], subnet: '10.0.2.0/27' });
    expect(closed.map(words)).toEqual(['INBOUND TCP 203.0.113.0/24 22: own -> DenyAllInBound']);
  });

  it('that an expression leaves open', () => {
    const open: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', "[parameters('admins')]", '*', '22'];
    const same = compare({ rules: [open] }, { rules: [open, ...documented] });
    expect(same.undecided).toEqual([]);
    const { undecided, opened } = compare({ rules: documented }, { rules: [...documented, open] });
    expect(undecided.map(words)).toContain(
      'INBOUND TCP Internet 22: DenyAllInBound -> ssh,DenyAllInBound',
    );
    for (const { conditions } of undecided) {
      expect(conditions).toContain("the value of [parameters('admins')] at the far end");
    }
    expect(opened).toEqual([]);
  });
});

describe('locations', () => {
  it('of unknown regions are compared, too', () => {
    const regions = ['westeurope', 'unknown'];
    const { notCompared, opened } = compare(
      { rules: documented, regions },
      { rules: [...documented, ssh], regions },
    );
    expect(notCompared).toEqual([]);
    expect(opened.map(({ region }) => region)).toEqual(regions);
  });

  it('that come or go are not compared, and that is said', () => {
    const { notCompared, opened } = compare(
      { rules: documented },
      { rules: documented, regions: ['westeurope', 'northeurope'] },
    );
    expect(opened).toEqual([]);
    expect(notCompared).toEqual([
      'North Europe: the instance has no location in North Europe before the change',
    ]);
  });
});
