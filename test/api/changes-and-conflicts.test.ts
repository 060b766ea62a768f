/** The queries about documents that differ: changes from edition to edition, and conflicts. */

import { describe, expect, it, test } from 'vitest';
import { catalog, editions } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

interface Change {
  readonly id: string;
  readonly date: string;
  readonly since: string;
  readonly kind: string;
}

describe('changes', () => {
  const query = `query ($since: Date, $until: Date) {
    changes(since: $since, until: $until) {
      id date since kind platforms summary action citations { source { id } }
      portRule { id }
      before { ruleId edition destinationPorts }
      after { ruleId edition destinationPorts }
      addresses { address region { name } }
    }
  }`;
  const changes = async (variables: object = {}): Promise<readonly Change[]> =>
    (await ask(query, variables)).changes;
  const datesOf = (list: readonly Change[]) => [...new Set(list.map(({ date }) => date))];

  it('are all of them without bounds, oldest first, each with an id of its own', async () => {
    const all = await changes();
    expect(datesOf(all)).toEqual(datesOf(all).toSorted());
    expect(datesOf(all).every((date) => editions.some((edition) => edition === date))).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(await changes({ since: null, until: null })).toEqual(all);
  });

  it('show the rule as either edition states it', async () => {
    expect(await changes()).toContainEqual({
      id: '2021-08-06-storage-narrowed',
      date: '2021-08-06',
      since: '2019-09-09',
      kind: 'NARROWED',
      platforms: ['STV1'],
      summary: expect.stringContaining('443'),
      action: expect.stringContaining('443'),
      citations: expect.arrayContaining([{ source: { id: 'vnet-reference-2019-09-09' } }]),
      portRule: { id: 'storage' },
      before: { ruleId: 'storage', edition: '2019-09-09', destinationPorts: ['80', '443'] },
      after: { ruleId: 'storage', edition: '2021-08-06', destinationPorts: ['443'] },
      addresses: [],
    });
  });

  it('have no state before what is new, none after what is gone, and no rule for addresses', async () => {
    const all = await changes();
    const find = (id: string) => all.find((change) => change.id === id);
    expect(find('2021-08-06-smtp-added')).toMatchObject({
      before: null,
      after: { ruleId: 'smtp' },
    });
    expect(find('2023-01-06-smtp-removed')).toMatchObject({
      before: { ruleId: 'smtp' },
      after: null,
    });
    const [added] = all.filter(({ kind }) => kind === 'ADDRESS_ADDED');
    expect(added).toMatchObject({ portRule: null, before: null, after: null });
    expect(added).toHaveProperty('addresses.0.address');
  });

  test.each<[since: string | null, until: string | null, dates: readonly string[]]>([
    [null, '2021-08-06', ['2021-08-06']],
    ['2019-09-09', '2021-08-06', ['2021-08-06']],
    ['2021-08-06', '2023-01-06', ['2023-01-06']],
    ['2024-02-29', null, editions.filter((date) => date > '2024-02-29')],
    ['2023-01-06', '2023-01-06', []],
    ['2030-01-01', null, []],
    [null, '2000-01-01', []],
  ])('since %s until %s are of the editions %j', async (since, until, dates) => {
    expect(datesOf(await changes({ since, until }))).toEqual(dates);
  });

  it('of all steps together are all changes', async () => {
    const steps = await Promise.all(
      editions.slice(1).map((until, index) => changes({ since: editions[index], until })),
    );
    expect(steps.flat()).toEqual(await changes());
  });

  it('refuse a period that ends before it begins', async () => {
    const { extensions } = await fail(query, { since: '2023-01-06', until: '2019-09-09' });
    expect(extensions).toEqual({
      code: 'BAD_USER_INPUT',
      path: ['until'],
      given: '2019-09-09',
      expected: '2023-01-06 or a later date',
    });
  });

  test.each(['2023-02-30', 'yesterday', '', 20230106])('refuse %j as a date', async (since) => {
    const { extensions } = await fail(query, { since });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', given: since });
  });
});

describe('conflicts', () => {
  it('have positions, a reading, its reason and the facts they touch', async () => {
    const { conflicts } = await ask(`{
      conflicts {
        id title appliedReading reason
        positions { statement citations { source { date } confidence } }
        touches { kind id title path }
      }
    }`);
    expect(conflicts).toHaveLength(catalog.conflicts.length);
    const southAfrica = conflicts.find(({ id }: { id: string }) => id === 'south-africa-address');
    expect(southAfrica.positions.length).toBeGreaterThan(1);
    expect(southAfrica.appliedReading).toContain('102.133.0.79');
    expect(southAfrica.touches).toContainEqual({
      kind: 'REGION',
      id: 'southafricawest',
      title: 'South Africa West',
      path: '/regions/southafricawest/',
    });
  });
});
