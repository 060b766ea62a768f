/** The comparison with the portal's check: each row by the naive evaluator, by the command, and on the page. */

import { beforeAll, describe, expect, it, test } from 'vitest';
import { validateInput } from '../../core/index.ts';
import { printed } from '../../site/src/lib/command.ts';
import { comparisonTexts } from '../../site/src/lib/portal-comparison.ts';
import { type Comparison, portalCheckRows } from '../../site/src/portal-check/rows.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { addressOf, decide, type Packet, textOf } from '../support/naive.ts';
import { PacketCounter } from '../support/packets.ts';
import { routeOf, routesOf, sceneOf } from '../support/portal-networks.ts';
import { contentAt, textAt } from './built-site-files.ts';

const rows = portalCheckRows.flatMap((theme) => theme.rows);

const labelOf = { PASS: 'PASS', FAIL: 'FAIL', NEEDS_REVIEW: 'NEEDS REVIEW' } as const;

/** By hand, from the published code. */
const expected: Readonly<Record<Comparison, string>> = {
  AGREES: `as-documented as-documented-internal everything-open port-in-a-range management-from-anywhere
    load-balancer-by-default deny-other-ports deny-private-management drop-private`,
  FINDS_IT: `deny-storage deny-key-vault deny-management deny-load-balancer deny-everything-in
    deny-half-the-subnet deny-storage-from-the-subnet deny-some-source-ports no-rules no-clients no-sql`,
  WARNS: 'deny-monitor deny-1886 drop-everything',
  WARNS_OF_OTHERS: `deny-the-rest-in deny-internet deny-azure-443 deny-a-large-prefix
    deny-sql-of-the-region deny-445 default-route-to-the-internet`,
  FINDS_ANOTHER: 'no-80',
  FINDS_NOTHING: `no-management no-management-internal management-on-another-port management-over-udp
    management-to-another-subnet no-key-vault management-from-one-address management-from-one-region
    deny-two-halves deny-internet-3443 deny-azure-3443 deny-probe-address deny-internet-443
    deny-internet-1433 deny-storage-of-the-region storage-of-another-region deny-list-of-halves
    deny-list-of-prefixes deny-list-with-management management-from-one-source-port
    sql-from-one-source-port deny-sql sql-on-1443 deny-80 drop-two-halves drop-a-large-prefix drop-storage`,
  FALSE_ALARM: `deny-to-another-subnet storage-of-the-region deny-from-another-subnet allow-list-in
    allow-list-out deny-low-source-ports deny-1443 deny-the-rest`,
};

function packetOf(text: string): Packet {
  const [, source = '', destination = '', protocol = '', port] =
    /^(\S+) -> (\S+) (\w+)\/(\d+)$/.exec(text) ?? [];
  return {
    direction: destination.startsWith('10.10.1.') ? 'INBOUND' : 'OUTBOUND',
    protocol: protocol.toUpperCase() as Packet['protocol'],
    source: addressOf(source),
    sourcePort: 50_000,
    destination: addressOf(destination),
    destinationPort: Number(port),
  };
}

/** A source port that clients use, and for which the packet is denied. */
function deniedBy(text: string, { rules, network }: ReturnType<typeof sceneOf>): string[] {
  return [1024, 40_000, 50_000, 65_535]
    .map((sourcePort) => decide(rules, { ...packetOf(text), sourcePort }, network))
    .filter(({ access }) => access === 'DENY')
    .map(({ name }) => name);
}

it('has at least 60 networks, each with an id of its own', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(({ group }) => group.id)).size).toBe(rows.length);
});

test.each(Object.entries(expected))('the published logic: %s', (comparison, ids) => {
  const compared = rows.filter((row) => row.comparison === comparison).map(({ group }) => group.id);
  expect(compared.toSorted()).toEqual(ids.split(/\s+/).toSorted());
});

const whole = rows.filter(({ lost }) => lost.length === 0);

test.each(whole.map((row) => [row.group.id, row] as const))(
  '%s loses no required traffic, packet by packet',
  (_, row) => {
    const counter = new PacketCounter(sceneOf(row.document));
    const required = validateInput({ document: row.document }).flows.filter(
      ({ necessity }) => necessity === 'REQUIRED',
    );
    expect(required.length).toBeGreaterThan(6);
    expect(required.map((flow) => [flow.key, counter.measure(flow).outcome])).toEqual(
      required.map(({ key }) => [key, 'ALLOWED']),
    );
  },
);

describe.each(rows.map((row) => [row.group.id, row] as const))('%s', (_, row) => {
  const scene = sceneOf(row.document);
  const routes = routesOf(row.document);

  it('loses each packet that it names, by the rule or route that it names', () => {
    for (const { packet, by } of row.lost) {
      const [, destination = ''] = /-> (\S+)/.exec(packet) ?? [];
      const route = routeOf(routes, destination);
      const culprits =
        route?.nextHopType === 'None' && !destination.startsWith('10.10.')
          ? routes.map(({ name }) => name)
          : deniedBy(packet, scene);
      expect(culprits.length, packet).toBeGreaterThan(0);
      for (const name of by.split(' and ')) expect(culprits, packet).toContain(name);
    }
  });

  it('drops nothing by a route where it names no packet', () => {
    const counter = new PacketCounter(scene);
    const { flows } = validateInput({ document: row.document });
    const outbound = flows.filter(
      ({ direction, necessity }) => direction === 'OUTBOUND' && necessity === 'REQUIRED',
    );
    const dropped = outbound.filter(({ remoteTags }) =>
      counter
        .remoteCells(remoteTags)
        .some(({ value }) => routeOf(routes, textOf(value))?.nextHopType === 'None'),
    );
    expect(dropped.length > 0).toBe(routes.length > 0 && row.lost.length > 0);
  });

  it('never passes where a packet is lost, and never fails where none is', () => {
    expect(row.verdict === 'PASS').toBe(row.lost.length === 0);
    if (row.verdict === 'FAIL') expect(row.lost).not.toEqual([]);
  });
});

describe('the page', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  test.each(rows.map((row) => [row.group.id, row] as const))(
    'has the row %s, and its file has the verdict',
    async (id, row) => {
      const [, html = ''] = contentAt('/guides/portal-check/').split(` id="${id}">`);
      const text = (html.split('</tr>')[0] ?? '').replaceAll('&gt;', '>');
      expect(text).toContain(comparisonTexts[row.comparison].label);
      expect(text).toContain(row.lost[0]?.packet ?? 'none');
      const file = textAt(`/data/portal-check/${id}.json`);
      expect(JSON.parse(file)).toEqual(row.document);
      const output = await printed(['check', '-'], file);
      expect(output).toMatch(new RegExp(`^standard input: ${labelOf[row.verdict]}, `));
    },
  );
});
