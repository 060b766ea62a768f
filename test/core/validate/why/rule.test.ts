/** What the ladder of a rule says. */

import { describe, expect, it } from 'vitest';
import { adminRule } from '../../../support/admin-rules.ts';
import type { Rule } from '../../../support/compared-networks.ts';
import {
  allowSql,
  closed,
  ladders,
  office,
  sql,
  steps,
  storage,
} from '../../../support/why-ladders.ts';

describe('a rule', () => {
  it('that decides all of its packets says what of the documented traffic that is, and what it hides', () => {
    const [ladder] = ladders('rule:denysql', [allowSql, sql, storage]);
    expect(ladder).toMatchObject({
      packets: 'outbound TCP 1433 from VirtualNetwork to Sql',
      outcome: 'DENIED',
      decidedBy: 'DenySql',
    });
    expect(ladder?.notes).toEqual([
      'it decides all of these packets',
      expect.stringMatching(/^it denies outbound TCP 1433 to Sql/),
      'it hides AllowSql (priority 300)',
    ]);
  });

  it('that is hidden says by which rules', () => {
    const [ladder] = ladders('rule:AllowSql', [allowSql, sql]);
    expect(ladder?.notes).toEqual([
      'it decides nothing: DenySql (priority 200) decides all of these packets before it',
      'it decides no documented flow',
    ]);
    expect(ladder && steps(ladder)).toEqual([['DenySql', 'decides']]);
  });

  it('for any protocol is explained for each protocol where an earlier rule is for one', () => {
    const all = ladders('rule:Closed', [office, closed]);
    expect(all.map(({ packets, notes }) => [packets, notes[0]])).toEqual([
      [
        'inbound TCP from 203.0.113.0/24 to *',
        expect.stringMatching(
          /^it decides .* of these packets; the rest goes to Office \(priority 110\)/,
        ),
      ],
      ['inbound any other protocol from 203.0.113.0/24 to *', 'it decides all of these packets'],
    ]);
  });

  it.each([
    ['IPv6', ['six', 100, 'INBOUND', 'ALLOW', 'Tcp', '2001:db8::/32', '*', '443'], /IPv4/],
    [
      'another subnet',
      ['six', 100, 'INBOUND', 'ALLOW', 'Tcp', '*', '10.0.2.0/24', '443'],
      /matches nothing/,
    ],
  ] as const)('that meets no packet says so: %s', (_, rule, note) => {
    const [ladder] = ladders('rule:six', [rule as Rule]);
    expect(ladder).toMatchObject({ rungs: [], outcome: 'UNKNOWN' });
    expect(ladder?.notes.join()).toMatch(note);
  });

  it.each([
    ['rule:DenySqk', 'nearest: DenySql'],
    ['rule:Broken', 'Azure refuses rule "Broken"'],
  ])('that is not tried is refused: %s', (text, reason) => {
    const broken: Rule = ['Broken', 250, 'INBOUND', 'ALLOW', 'Tcp', 'Internets', '*', '443'];
    expect(() => ladders(text, [sql, broken])).toThrow(reason);
  });

  it('says what security admin rules do with its packets before it', () => {
    const adminRules = [
      adminRule('DENY', 10, '13.69.104.0/28', '*'),
      adminRule('ALWAYS_ALLOW', 20, '*', '*'),
    ];
    const [ladder] = ladders('rule:AllowSql', [allowSql], { adminRules });
    expect(ladder?.notes.slice(-2)).toEqual([
      'before it security admin rules deny some of these packets: Rule10 (priority 10)',
      'before it security admin rules always allow some of these packets: Rule20 (priority 20)',
    ]);
    const [own] = ladders('rule:Rule20', [allowSql], { adminRules });
    expect(own?.rungs.map(({ element, rule }) => [element, rule])).toEqual([
      ['SECURITY_ADMIN_RULES', 'Rule10'],
      ['SECURITY_ADMIN_RULES', 'Rule20'],
    ]);
    expect(own?.notes).toHaveLength(1);
  });

  it('of Azure itself has a ladder, too', () => {
    expect(ladders('rule:DenyAllOutBound', [])[0]?.rungs.at(-1)).toMatchObject({
      isDefault: true,
      path: null,
    });
  });
});
