/** The addresses of a subnet, drawn and counted. */

import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { sourceList } from './parts.ts';
import { row, table } from './table.ts';

interface Share {
  readonly kind: string;
  readonly title: string;
  readonly count: number;
  readonly note?: string;
}

const drawnOneByOne = 256;
const columns = 32;
const cell = 10;
const gap = 2;

function sharesOf({ input, plan, addressesPerUnit, loadBalancerAddresses }: Result<'subnetPlan'>) {
  const { units, otherAddresses } = input;
  const left = (plan.remainingAddresses ?? 0) - otherAddresses;
  const shares: readonly Share[] = [
    {
      kind: 'reserved',
      title: 'Reserved by Azure',
      count: plan.reservedAddresses,
      note: 'the first four and the last',
    },
    { kind: 'balancer', title: 'Internal load balancer', count: loadBalancerAddresses },
    {
      kind: 'units',
      title: units === 1 ? 'One unit' : `${units} units`,
      count: addressesPerUnit * units,
      note: `${addressesPerUnit} per unit`,
    },
    { kind: 'others', title: 'Other resources', count: otherAddresses },
    { kind: 'free', title: 'Free', count: Math.max(0, left) },
    { kind: 'missing', title: 'Missing', count: Math.max(0, -left) },
  ];
  return { left, shares: shares.filter(({ count }) => count > 0) };
}

/** What each address of the subnet is used for, in order; Azure reserves the last one, too. */
function addressKinds(shares: readonly Share[], total: number): readonly string[] {
  const kinds = shares.flatMap(({ kind, count }) => {
    const drawn = kind === 'reserved' ? count - 1 : count;
    return Array<string>(Math.max(0, Math.min(drawn, drawnOneByOne))).fill(kind);
  });
  return [...kinds.slice(0, total - 1), 'reserved'];
}

function squares(kinds: readonly string[], label: string): Markup {
  const step = cell + gap;
  const width = Math.min(kinds.length, columns) * step - gap;
  const height = Math.ceil(kinds.length / columns) * step - gap;
  return h(
    'svg',
    {
      class: 'atlas-addresses',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': label,
      width: width * 2,
    },
    kinds.map((kind, index) =>
      h('rect', {
        'data-kind': kind,
        x: (index % columns) * step,
        y: Math.floor(index / columns) * step,
        width: cell,
        height: cell,
        rx: 2,
      }),
    ),
  );
}

/** For large subnets: one bar, with each share in proportion. */
function bar(shares: readonly Share[], total: number, label: string): Markup {
  const width = 800;
  let start = 0;
  return h(
    'svg',
    { class: 'atlas-addresses', viewBox: `0 0 ${width} 24`, role: 'img', 'aria-label': label },
    shares
      .filter(({ kind }) => kind !== 'missing')
      .map(({ kind, count }) => {
        const x = start;
        start += (count / total) * width;
        return h('rect', { 'data-kind': kind, x, y: 0, width: Math.max(1, start - x), height: 24 });
      }),
  );
}

function headline({ input, plan }: Result<'subnetPlan'>, left: number): string {
  const name = `/${input.prefixLength}`;
  if (left < 0)
    return `A ${name} is too small: ${-left} ${left === -1 ? 'address is' : 'addresses are'} missing`;
  if (!plan.fits)
    return `A /${input.prefixLength} is too small: /${plan.smallestPrefixLength} is the smallest subnet that Azure accepts`;
  return `It fits: ${left} ${left === 1 ? 'address is' : 'addresses are'} left in a ${name}`;
}

export function subnetView(result: Result<'subnetPlan'>): Markup {
  const { input, plan } = result;
  const { left, shares } = sharesOf(result);
  const total = 2 ** (32 - input.prefixLength);
  const label = shares.map(({ title, count }) => `${title}: ${count}`).join(', ');
  const limit = plan.unitLimit;
  return h(
    'div',
    {},
    h(
      'h2',
      { 'data-announce': true, 'data-outcome': left < 0 || !plan.fits ? 'FAIL' : 'PASS' },
      headline(result, left),
    ),
    total <= drawnOneByOne
      ? squares(addressKinds(shares, total), label)
      : bar(shares, total, label),
    table(
      `The ${total} addresses of a /${input.prefixLength}`,
      ['Used for', 'Addresses', 'Note'],
      shares.map(({ kind, title, count, note }) =>
        row([h('span', { class: 'atlas-swatch', 'data-kind': kind }), title], [count, note ?? '']),
      ),
    ),
    h(
      'dl',
      { class: 'atlas-pairs' },
      [
        ['Smallest subnet for these units', `/${plan.smallestPrefixLength}`],
        ['Recommended', `/${plan.recommendedPrefixLength}`, plan.recommendedPrefixReason],
        [
          `Units that fit a /${input.prefixLength}`,
          String(plan.maxUnits),
          'counting addresses only',
        ],
        ...(limit === null ? [] : [['Documented maximum of units', String(limit)]]),
        ['Delegation', plan.delegation ?? 'none: the subnet must not be delegated'],
      ].map(([term, value, note]) =>
        h(
          'div',
          {},
          h('dt', {}, term),
          h('dd', {}, value, note !== undefined && [' ', h('small', {}, note)]),
        ),
      ),
    ),
    limit !== null &&
      input.units > limit &&
      h('p', {}, `The newest document limits the tier to ${limit} units.`),
    sourceList(plan.citations),
  );
}
