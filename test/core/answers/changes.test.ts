/** The changes between editions: known ones, figures of the addresses, form, and the comparison of two statements. */

import { describe, expect, it } from 'vitest';
import {
  compareStatements,
  rulesThatCover,
} from '../../../core/answers/changes/compare-statements.ts';
import { changeKinds, changesBetween, compareAddresses } from '../../../core/answers/changes.ts';
import { catalog, editions, newestEdition, portRuleById } from '../../../data/index.ts';
import type { IsoDate, PortRule, PortRuleStatement } from '../../../data/model.ts';
import { pinnedEdition } from '../../support/pinned-edition.ts';

const all = changesBetween();
const changeOf = (id: string) => all.find((change) => change.id === id);

describe('known changes', () => {
  it.each<[id: string, platforms: string, before: string, after: string]>([
    ['2021-08-06-storage-narrowed', 'STV1', '80,443 REQUIRED', '443 REQUIRED'],
    ['2021-08-06-client-traffic-narrowed', 'STV1', '80,443 RECOMMENDED', '443 RECOMMENDED'],
    ['2021-08-06-event-hub-widened', 'STV1', '5672 RECOMMENDED', '5671,5672,443 RECOMMENDED'],
    ['2021-08-06-azure-monitor-widened', 'STV1', '443 RECOMMENDED', '1886,443 RECOMMENDED'],
    ['2021-08-06-key-vault-stv1-added', 'STV1', 'none', '443 REQUIRED'],
    ['2021-08-06-resource-health-removed', 'STV1', '1886 RECOMMENDED', 'none'],
    ['2021-08-06-smtp-added', 'STV1', 'none', '25,587,25028 RECOMMENDED'],
    ['2023-01-06-key-vault-stv1-necessity-changed', 'STV1', '443 REQUIRED', '443 OPTIONAL'],
    ['2023-01-06-load-balancer-changed', 'STV2', '* RECOMMENDED', '6390 REQUIRED'],
    ['2023-01-06-load-balancer-stv1-necessity-changed', 'STV1', '* RECOMMENDED', '* CONDITIONAL'],
    ['2023-01-06-smtp-removed', 'STV1+STV2', '25,587,25028 RECOMMENDED', 'none'],
    ['2023-01-06-health-and-monitoring-extension-removed', 'STV2', '443,12000 RECOMMENDED', 'none'],
    [
      '2023-11-29-azure-monitor-necessity-changed',
      'STV1+STV2',
      '1886,443 OPTIONAL',
      '1886,443 REQUIRED',
    ],
    ['2023-11-29-traffic-manager-added', 'STV1+STV2', 'none', '443 CONDITIONAL'],
    ['2023-11-29-machine-health-probe-added', 'STV2', 'none', '6391 OPTIONAL'],
    ['2025-06-17-certificate-validation-added', 'STV2', 'none', '80 REQUIRED'],
    ['2025-06-17-git-file-share-removed', 'STV2', '445 OPTIONAL', 'none'],
    ['2026-04-30-external-cache-changed', 'STV2', '6380 OPTIONAL', '10000 OPTIONAL'],
  ])('%s on %s: %s, then %s', (id, platforms, before, after) => {
    const print = (statement: PortRuleStatement | null | undefined) =>
      statement ? `${statement.destinationPorts.join()} ${statement.necessity}` : 'none';
    const change = changeOf(id);
    expect([change?.platforms.join('+'), print(change?.before), print(change?.after)]).toEqual([
      platforms,
      before,
      after,
    ]);
  });

  it.each([
    ['2019-09-09', '2021-08-06', 16],
    ['2021-08-06', '2023-01-06', 18],
    ['2023-01-06', '2023-11-29', 4],
    ['2023-11-29', '2025-06-17', 3],
    ['2025-06-17', '2026-04-30', 1],
  ] as const)('from %s to %s number %i', (since, until, count) => {
    expect(changesBetween(since, until)).toHaveLength(count);
  });

  it('leave STV2 without any before the edition that first has a table for it', () => {
    const early = changesBetween(undefined, '2021-08-06').filter(
      ({ platforms, rule }) => rule !== null && platforms.includes('STV2'),
    );
    expect(early).toEqual([]);
    expect(changeOf('2021-08-06-stv2-platform-added')?.summary).toContain('14 rows');
    expect(changeOf('2025-06-17-stv1-platform-removed')?.since).toBe('2023-11-29');
  });

  it('leave an unchanged rule out', () => {
    expect(all.filter(({ rule }) => rule?.id === 'azure-sql')).toEqual([]);
  });
});

describe('changesBetween', () => {
  it('has all changes without bounds, and those of each step once', () => {
    const steps = editions.slice(1).flatMap((date, index) => changesBetween(editions[index], date));
    expect(steps).toEqual(all);
  });

  it.each([
    ['after the newest edition', newestEdition, undefined],
    ['up to the oldest', undefined, '2019-09-09'],
    ['backwards', '2026-04-30', '2019-09-09'],
  ] as const)('has none %s', (_, since, until) => {
    expect(changesBetween(since, until)).toEqual([]);
  });

  it('takes dates that are no editions', () => {
    expect(changesBetween('2024-01-01', '2025-12-31')).toEqual(
      changesBetween('2023-11-29', '2025-06-17'),
    );
  });
});

describe('every change', () => {
  it('has an id of its own, made of date, subject and kind', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const offenders = all.filter(
      ({ id, date, rule, kind }) =>
        !id.startsWith(`${date}-${rule?.id ?? ''}`) ||
        !id.endsWith(kind.toLowerCase().replaceAll('_', '-')) ||
        !changeKinds.includes(kind),
    );
    expect(offenders).toEqual([]);
  });

  it('lies between two editions, oldest first', () => {
    const offenders = all.filter(
      ({ date, since }) => !editions.includes(date) || !editions.includes(since) || since >= date,
    );
    expect(offenders).toEqual([]);
    const dates = all.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it('has the statements that its kind promises', () => {
    const offenders = all.filter(({ kind, rule, before, after, addresses }) => {
      const isAboutRule = !kind.startsWith('ADDRESS') && !kind.startsWith('PLATFORM');
      return (
        (rule !== null) !== isAboutRule ||
        (before !== null) !== (isAboutRule && kind !== 'ADDED') ||
        (after !== null) !== (isAboutRule && kind !== 'REMOVED') ||
        addresses.length > 0 !== kind.startsWith('ADDRESS')
      );
    });
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });

  it('says what and what to do in whole sentences, with citations', () => {
    const offenders = all.filter(
      ({ summary, action, citations }) =>
        [summary, action].some(
          (text) => !/^[A-Z].*\.$/.test(text) || /undefined|null/.test(text),
        ) || citations.length === 0,
    );
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });

  it('cites the editions that it compares', () => {
    const dateOf = new Map(catalog.sources.map((source) => [source.id, source.date]));
    const offenders = all.filter(({ date, since, before, after, citations }) => {
      const dates = citations.map(({ source }) => dateOf.get(source));
      return (
        (before !== null && !dates.includes(since)) || (after !== null && !dates.includes(date))
      );
    });
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });
});

describe('wording', () => {
  it.each([
    [
      '2023-01-06-load-balancer-changed',
      'Load balancer probe: now port 6390 instead of every port and required instead of recommended.',
      'Allow inbound TCP from AzureLoadBalancer, port 6390. Remove what earlier rules allow beyond that once nothing uses it.',
    ],
    [
      '2023-11-29-traffic-manager-added',
      'Traffic Manager: new and required when the instance runs in more than one region (inbound TCP from AzureTrafficManager, port 443).',
      'Allow inbound TCP from AzureTrafficManager, port 443, when the instance runs in more than one region. In external mode only.',
    ],
    [
      '2025-06-17-git-file-share-removed',
      'File share of the Git repository: no longer listed (outbound TCP to Storage, port 445).',
      'Remove the rule, unless something else needs it.',
    ],
    [
      '2021-08-06-smtp-25-removed',
      'SMTP relay, port 25: no longer listed (outbound TCP to Internet, port 25).',
      'Keep the traffic allowed: the later edition has it in the rule smtp.',
    ],
  ])('of %s', (id, summary, action) => {
    expect(changeOf(id)).toMatchObject({ summary, action });
  });
});

describe('compareAddresses', () => {
  const printedIn = (edition: string) =>
    new Set(
      catalog.regions
        .flatMap((region) => region.controlPlaneAddresses)
        .concat(catalog.addressesOfNoRegion)
        .filter((row) => row.editions.some((date) => date === edition))
        .map(({ address }) => address),
    );
  const pairs = editions.flatMap((first, index) =>
    editions.slice(index).map((second) => [first, second] as const),
  );

  it.each(pairs)('%s and %s: what both print, what is gone and what is new', (first, second) => {
    const [before, after] = [printedIn(first), printedIn(second)];
    const { kept, removed, added } = compareAddresses(first, second);
    const listed = [kept, removed, added].map((rows) => rows.map(({ address }) => address).sort());
    expect(listed).toEqual(
      [before.intersection(after), before.difference(after), after.difference(before)].map((set) =>
        [...set].sort(),
      ),
    );
  });

  it('has addresses to compare, and some that no region is named for', () => {
    expect(printedIn('2023-01-06').size).toBeGreaterThan(0);
    const { removed } = compareAddresses('2019-09-09', '2023-01-06');
    expect(removed.filter(({ region }) => region === null)).toHaveLength(
      catalog.addressesOfNoRegion.length,
    );
  });

  it('is what the changes of addresses list', () => {
    const listed = all.flatMap(({ id, addresses }) =>
      addresses.length === 0 ? [] : [`${id} ${addresses.length}`],
    );
    const expected = editions.slice(1).flatMap((date, index) => {
      const { removed, added } = compareAddresses(editions[index] as IsoDate, date);
      return [
        ...(added.length > 0 ? [`${date}-address-added ${added.length}`] : []),
        ...(removed.length > 0 ? [`${date}-address-removed ${removed.length}`] : []),
      ];
    });
    expect(listed).toEqual(expected);
  });

  it('gives the number of addresses that a document without any leaves out', () => {
    const { removed } = compareAddresses('2023-01-06', '2023-11-29');
    expect(changeOf('2023-11-29-address-removed')).toMatchObject({
      summary: `The document no longer prints control-plane addresses; the edition before has ${removed.length}.`,
      action:
        'Name the service tag ApiManagement in rules and routes: the addresses printed last are no longer updated.',
    });
  });
});

describe('compareStatements', () => {
  const rule = portRuleById.get('event-hub') as PortRule;
  const statement = rule.statements.find(
    ({ edition }) => edition === pinnedEdition,
  ) as PortRuleStatement;
  const condition = { text: 'something holds' };

  it.each<[string, Partial<PortRuleStatement>, Partial<PortRuleStatement>, string | null]>([
    ['nothing', {}, {}, null],
    ['another purpose', {}, { purpose: 'Another.' }, null],
    ['the order of ports', {}, { destinationPorts: ['443', '5671-5672'] }, null],
    ['another port', {}, { destinationPorts: ['443'] }, 'NARROWED'],
    ['every port', {}, { destinationPorts: ['*'] }, 'WIDENED'],
    ['a port in exchange', {}, { destinationPorts: ['443', '5672', '80'] }, 'CHANGED'],
    [
      'a port into brackets',
      { destinationPorts: ['80', '443'] },
      { destinationPorts: ['443'], optionalDestinationPorts: ['80'] },
      'NARROWED',
    ],
    ['a port in brackets', {}, { optionalDestinationPorts: ['80'] }, 'WIDENED'],
    ['one mode', {}, { virtualNetworkTypes: ['EXTERNAL'] }, 'NARROWED'],
    ['both directions', {}, { directions: ['INBOUND', 'OUTBOUND'] }, 'WIDENED'],
    ['any protocol', {}, { protocol: 'ANY' }, 'WIDENED'],
    ['another protocol', {}, { protocol: 'UDP' }, 'CHANGED'],
    ['another tag', {}, { destination: 'ServiceBus' }, 'RENAMED'],
    ['another necessity', {}, { necessity: 'REQUIRED' }, 'NECESSITY_CHANGED'],
    [
      'another condition',
      { necessity: 'CONDITIONAL', requiredWhen: condition },
      { necessity: 'CONDITIONAL', requiredWhen: { text: 'something else holds' } },
      'NECESSITY_CHANGED',
    ],
    ['a tag and a necessity', {}, { destination: 'Sql', necessity: 'REQUIRED' }, 'CHANGED'],
    [
      'ports and modes apart',
      {},
      { destinationPorts: ['*'], virtualNetworkTypes: ['INTERNAL'] },
      'CHANGED',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(compareStatements({ ...statement, ...before }, { ...statement, ...after })).toBe(
      expected,
    );
  });

  it('finds the rules that together have all ports of another', () => {
    const withPorts = (...destinationPorts: string[]) => ({
      rule,
      statement: { ...statement, destinationPorts },
    });
    const [low, high, far] = [withPorts('1-10'), withPorts('11-20'), withPorts('30')];
    const wanted = { ...statement, destinationPorts: ['5-15'] };
    expect(rulesThatCover(wanted, [low, high, far])).toEqual([low, high]);
    expect(rulesThatCover(wanted, [low, far])).toEqual([]);
    expect(rulesThatCover({ ...wanted, destination: 'Sql' }, [low, high])).toEqual([]);
  });
});
