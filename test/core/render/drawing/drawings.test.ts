/** Drawings: well-formed whatever the names, each stopped flow in sight, short. */

import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, it, test } from 'vitest';
import type { DrawnFlow, FlowDrawing } from '../../../../core/render/drawing/flow-drawing.ts';
import { flowPicture } from '../../../../core/render/drawing/flow-picture.ts';
import {
  type LadderRule,
  mostBytes,
  ruleLadder,
} from '../../../../core/render/drawing/rule-ladder.ts';
import { withStyle } from '../../../../core/render/drawing/style.ts';
import { fitted } from '../../../../core/render/drawing/svg.ts';
import { textDrawing } from '../../../../core/render/drawing/text-drawing.ts';
import { hostileNames } from '../../../support/rules.ts';
import { runs } from '../../../support/runs.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a document; throws where it is not well-formed. */
function elementsOf(svg: string): { elements: Element[]; text: string } {
  const parser = sax.parser(true);
  const elements: Element[] = [];
  let text = '';
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string> });
  };
  parser.ontext = (part) => {
    text += part;
  };
  parser.write(svg).close();
  return { elements, text };
}

const forbidden = /[\p{Cc}\ufffe\uffff]/u;
const signs = [
  '"',
  "'",
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '</svg>',
  '<script>',
  '&#0;',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u202e',
  '\n',
  '漢',
  '😀',
];
const name = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileNames, ...signs),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const flow: fc.Arbitrary<DrawnFlow> = fc.record({
  key: name,
  direction: fc.constantFrom('INBOUND', 'OUTBOUND'),
  title: name,
  farEnd: name,
  ports: name,
  state: fc.constantFrom('PASSES', 'STOPPED', 'PARTLY', 'UNDECIDED'),
  cause: fc.option(fc.record({ lead: name, name, tail: name }), { nil: undefined }),
  isTunneled: fc.boolean(),
});

const drawing: fc.Arbitrary<FlowDrawing> = fc.record({
  headline: name,
  virtualNetwork: name,
  subnet: name,
  instance: name,
  group: fc.option(name, { nil: undefined }),
  routeTable: fc.option(name, { nil: undefined }),
  firewall: fc.option(name, { nil: undefined }),
  flows: fc.array(flow, { maxLength: 12 }),
  note: name,
});

const shapes = ['wide', 'narrow'] as const;
const options = runs(60);
const allowed = new Set(['svg', 'g', 'a', 'title', 'text', 'rect', 'path', 'style']);

describe.each(shapes)('the picture of flows, %s', (shape) => {
  it.each([false, true])(
    'is well-formed and has no element of a name in it; links: %s',
    (isLinked) => {
      fc.assert(
        fc.property(drawing, (input) => {
          const svg = flowPicture(input, {
            shape,
            ...(isLinked && { hrefOf: ({ key }) => `#${encodeURIComponent(key.toWellFormed())}` }),
          });
          expect(svg).not.toMatch(forbidden);
          const { elements } = elementsOf(withStyle(svg));
          expect(elements.filter((one) => !allowed.has(one.name))).toEqual([]);
          expect(
            elements
              .flatMap(({ attributes }) => Object.keys(attributes))
              .filter((key) => /^on|style/i.test(key)),
          ).toEqual([]);
          expect(
            elements.filter(({ attributes }) => attributes['data-flow'] !== undefined),
          ).toHaveLength(input.flows.length);
        }),
        options,
      );
    },
  );

  it('shows each flow with its state, and a cross for each that is stopped', () => {
    fc.assert(
      fc.property(drawing, (input) => {
        const { elements } = elementsOf(flowPicture(input, { shape }));
        const states = elements.flatMap(({ attributes }) => attributes['data-state'] ?? []);
        expect(states.toSorted()).toEqual(input.flows.map(({ state }) => state).toSorted());
        const crosses = elements.filter(({ attributes }) => attributes.class === 'cross');
        expect(crosses).toHaveLength(input.flows.filter(({ state }) => state === 'STOPPED').length);
      }),
      options,
    );
  });
});

test.each([
  ['stopped by', 'Deny', '(150)', '3 stopped by Deny (150)'],
  ['leaves through', 'Firewall', '', '3 leave through Firewall'],
  ['a part leaves through', 'Firewall', '', 'of 3 a part leaves through Firewall'],
])(
  'the cause of several flows (%s %s) is drawn once, with their number',
  (lead, causeName, tail, label) => {
    const one = {
      direction: 'OUTBOUND',
      title: 'Azure SQL',
      farEnd: 'Sql',
      ports: 'TCP 1433',
      state: lead === 'stopped by' ? 'STOPPED' : 'UNDECIDED',
      cause: { lead, name: causeName, tail },
      isTunneled: false,
    } as const;
    const { elements, text } = elementsOf(
      flowPicture(
        {
          headline: '',
          virtualNetwork: '',
          subnet: '',
          instance: '',
          group: undefined,
          routeTable: undefined,
          firewall: undefined,
          flows: ['a', 'b', 'c'].map((key) => ({ ...one, key })),
          note: '',
        },
        { shape: 'narrow' },
      ),
    );
    expect(elements.filter(({ attributes }) => attributes.class === 'cause')).toHaveLength(1);
    expect(text).toContain(label);
  },
);

test.each([
  ['TCP 1886', 'TCP 1886'],
  ['reply 3443', 'reply 3443'],
  ['TCP 50000-50100', 'TCP 50000…'],
])('%s has its room before the firewall', (ports, drawn) => {
  const flow = {
    key: 'a',
    direction: 'OUTBOUND',
    title: 'Azure Monitor',
    farEnd: 'AzureMonitor',
    ports,
    state: 'UNDECIDED',
    cause: undefined,
    isTunneled: true,
  } as const;
  const names = { headline: '', virtualNetwork: '', subnet: '', instance: '', note: '' };
  const rest = { group: undefined, routeTable: undefined, firewall: 'Firewall' };
  const svg = flowPicture({ ...names, ...rest, flows: [flow] }, { shape: 'wide' });
  const [, middle, text = ''] =
    /<text x="([\d.]+)"[^>]* class="ports"[^>]*>([^<]*) </.exec(svg) ?? [];
  const [, wall] = /class="firewall" x="(\d+)"/.exec(svg) ?? [];
  expect(text).toBe(drawn);
  // Half of its mean letters of 11 pixels, and a gap.
  expect(Number(middle) + text.length * 2.97 + 4).toBeLessThan(Number(wall));
});

test('the text has a line for each flow and no control character', () => {
  fc.assert(
    fc.property(drawing, (input) => {
      const lines = textDrawing(input).split('\n');
      expect(lines).toHaveLength(2 + input.flows.length + (input.note === '' ? 0 : 1));
      expect(lines.filter((line) => forbidden.test(line))).toEqual([]);
    }),
    options,
  );
});

describe('the ladder', () => {
  const index = fc.nat({ max: 15 });
  const rule: fc.Arbitrary<LadderRule> = fc.record({
    name,
    priority: fc.nat({ max: 65_500 }).map(String),
    access: fc.constantFrom('ALLOW', 'DENY'),
    takes: fc.uniqueArray(index),
    matches: fc.uniqueArray(index),
    hiddenBy: fc.array(name, { maxLength: 4 }),
  });
  const ladder = fc.record({
    title: fc.constant('Outbound rules by priority'),
    columns: fc.array(name, { maxLength: 16 }),
    neededColumns: fc.nat({ max: 16 }),
    rules: fc.array(rule, { maxLength: 60 }),
  });

  it.each(shapes)(`is well-formed and at most ${mostBytes} bytes, %s`, (shape) => {
    fc.assert(
      fc.property(ladder, (input) => {
        const svg = ruleLadder(input, shape);
        expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(mostBytes);
        const { elements } = elementsOf(svg);
        expect(elements.filter((one) => !allowed.has(one.name))).toEqual([]);
      }),
      options,
    );
  });

  it('draws first what denies, of a thousand rules', () => {
    const plain = {
      priority: '100',
      access: 'ALLOW',
      takes: [0],
      matches: [0],
      hiddenBy: [],
    } as const;
    const rules = Array.from({ length: 1000 }, (_, number) => ({
      ...plain,
      name: `rule${number}`,
    }));
    const deny = { ...plain, name: 'DenyAll', priority: '4000', access: 'DENY' } as const;
    const { text } = elementsOf(
      ruleLadder(
        { title: '', columns: ['443 Sql'], neededColumns: 1, rules: [...rules, deny] },
        'wide',
      ),
    );
    expect(text).toContain('DenyAll');
    expect(text).toMatch(/\d+ more rules, not drawn/);
  });
});

test('the ladder has a deny in red only where the instance needs the traffic', () => {
  const rule = { name: 'DenyAll', priority: '4000', access: 'DENY', hiddenBy: [] } as const;
  const columns = ['443 Sql', '443 EventHub'];
  const rules = [{ ...rule, takes: [0, 1], matches: [0, 1] }];
  const { elements } = elementsOf(
    ruleLadder({ title: '', columns, neededColumns: 1, rules }, 'wide'),
  );
  const bars = elements.filter((one) => one.name === 'rect');
  expect(bars.map(({ attributes }) => attributes.class)).toEqual(['deny', 'closed']);
});

test.each([
  ['short', 100, 'short'],
  ['a long name of a rule', 60, 'a long nam…'],
  ['😀😀😀😀', 30, '😀…'],
])('%j in a room of %i is %j', (content, room, expected) => {
  expect(fitted(content, room, 10)).toBe(expected);
});
