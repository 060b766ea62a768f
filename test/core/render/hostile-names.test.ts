/** Names that want to break out: they change the texts of a file, and never its code. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dnsFormats, renderDns } from '../../../core/render/dns/index.ts';
import { type RuleFormat, render, renderRoutes, ruleFormats } from '../../../core/render/index.ts';
import { oneLine, type RuleGroup } from '../../../core/render/rendered-rule.ts';
import { findRegion } from '../../../data/index.ts';
import type { Region } from '../../../data/model.ts';
import { readCells } from '../../support/read-csv.ts';
import { hostileNames, rule } from '../../support/rules.ts';
import { runs } from '../../support/runs.ts';
import {
  type Scanned,
  scanArm,
  scanBash,
  scanBicep,
  scanPowerShell,
  scanTerraform,
} from '../../support/scanners.ts';

const signs = [
  ...[
    '"',
    "'",
    '`',
    '${',
    '%{',
    '$${',
    '$$${',
    '%$${',
    '$(',
    '}',
    ']',
    '[',
    '\\',
    '\n',
    '\r\n',
    '\u0000',
  ],
  ...['=', '+', '-', '@', '#', '//', '/*', '|', ';', '&', '<', '>', '\u2019', '\u2028', '~', '%'],
  ...['x" {}\n\nresource "null_resource" "pwn" {', "'''", '"""', '<<EOF\n', '$', '{', 'x', ' '],
];
const part = fc.oneof(
  fc.constantFrom(...hostileNames, ...signs, ...signs),
  fc.string({ maxLength: 4 }),
);
const anyName = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
const names = fc.array(anyName, { minLength: 7, maxLength: 7 });
const plainNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** A group with these names in every place that an input fills. */
function groupWith(input: readonly string[], kind: Partial<RuleGroup>): RuleGroup[] {
  const [region = '', name = '', resourceGroup = '', first = '', second = '', own = '', port = ''] =
    input;
  const rules = [
    rule({ name: first, description: `d${second}`, terraformName: own, isUpdate: true }),
    rule({ name: second, sourceAddressPrefixes: [own], destinationPortRanges: [port, first, 'x'] }),
  ].map((one) => ({ ...one, destinationPortRanges: one.destinationPortRanges.map(notStar) }));
  return [{ region, name, resourceGroup, rules, ...kind }];
}
/** A star takes the place of all others, so that the list would be shorter. */
const notStar = (text: string) => (text === '*' ? '' : text);
const kinds: Partial<RuleGroup>[] = [
  {},
  { isNew: true },
  { isExisting: true },
  { isExisting: true, hasInlineRules: true },
];

const scanners: Partial<Record<RuleFormat, (file: string) => Scanned>> = {
  TERRAFORM: scanTerraform,
  BICEP: scanBicep,
  ARM_JSON: scanArm,
  POWERSHELL: scanPowerShell,
};

describe.each(Object.entries(scanners))('%s', (format, scan) => {
  const scanned = (input: readonly string[], kind: Partial<RuleGroup>) =>
    scan(render(format as RuleFormat, groupWith(input, kind)));

  it.each(kinds)('has the same code whatever the names are: %j', (kind) => {
    const { code } = scanned(plainNames, kind);
    fc.assert(
      fc.property(names, (input) => {
        const actual = scanned(input, kind);
        expect(actual.code).toBe(code);
        expect(actual.texts).toEqual(expect.arrayContaining(input.slice(3, 5)));
      }),
      runs(60),
    );
  });
});

describe('AZURE_CLI', () => {
  /** Plain words need no quotes in a shell. */
  const shapeOf = (input: readonly string[], kind: Partial<RuleGroup>) => {
    const { code, texts } = scanBash(render('AZURE_CLI', groupWith(input, kind)));
    return { texts, words: code.replaceAll('""', 'w').replace(/(?<= |=)[\w./:-]+/g, 'w') };
  };

  it.each(kinds)('has the same commands whatever the names are: %j', (kind) => {
    const { words } = shapeOf(plainNames, kind);
    fc.assert(
      fc.property(names, (input) => {
        const actual = shapeOf(input, kind);
        expect(actual.words).toBe(words);
        expect(actual.texts.filter((text) => /^[-@'?]/.test(text))).toEqual([]);
        const unguarded = (texts: readonly string[]) =>
          texts.map((text) => text.replace(/^ (?=[-@'?])/, ''));
        const quoted = input.slice(3, 5).filter((name) => !/^[\w./:-]*$/.test(name));
        expect(unguarded(actual.texts)).toEqual(expect.arrayContaining(unguarded(quoted)));
      }),
      runs(60),
    );
  });
});

describe('CSV', () => {
  it('has a cell for each value, and none that a spreadsheet runs', () => {
    fc.assert(
      fc.property(names, (input) => {
        const rows = readCells(render('CSV', groupWith(input, {})));
        expect(rows.map((row) => row.length)).toEqual([12, 12, 12]);
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
      runs(100),
    );
  });
});

describe('MARKDOWN', () => {
  it('has ten cells in each row, and no markup in them', () => {
    fc.assert(
      fc.property(names, (input) => {
        const lines = render('MARKDOWN', groupWith(input, {})).trimEnd().split('\n');
        expect(lines).toHaveLength(6);
        for (const line of lines.slice(4)) {
          const bare = line.replace(/\\./g, '');
          expect(bare.split('|')).toHaveLength(12);
          expect(bare).not.toMatch(/[`<>[\]~&_]/);
        }
        expect(oneLine(lines[0] ?? '')).not.toMatch(/(?<!\\)[`<>[\]~&_]/);
      }),
      runs(100),
    );
  });
});

describe('Terraform names of a plan', () => {
  const made = 'allow_inbound_management_endpoint';

  it.each([
    ['management', 'management'],
    ['_a-1', '_a-1'],
    ['1a', made],
    ['', made],
    ['a b', made],
    ['a"b', made],
    ['a\n', made],
    ['x" {}\n\nresource "null_resource" "pwn', made],
  ])('%j are used where they are names', (terraformName, symbol) => {
    const text = render('TERRAFORM', [{ region: 'westeurope', rules: [rule({ terraformName })] }]);
    expect(text.match(/^resource .*$/gm)).toEqual([
      `resource "azurerm_network_security_rule" "${symbol}" {`,
    ]);
  });
});

describe('values that are written as they are', () => {
  const bad = [
    "a'b",
    'a"b',
    'a b',
    'a\nb',
    'a\n',
    '$(id)',
    '`id`',
    `\${x}`,
    '-x',
    '',
    '@file',
    'a;b',
  ];
  const region = findRegion('westeurope') as Region;
  const route = {
    name: 'r',
    addressPrefix: '10.0.0.0/8',
    nextHopType: 'Internet',
    reason: '',
    citations: [],
  } as const;

  it.each(bad)('%j is refused as a part of a DNS record', (value) => {
    const good = {
      privateAddress: '10.0.0.5',
      zoneName: 'a.b',
      hostName: 'a.b',
      address: '10.0.0.5',
    };
    for (const key of Object.keys(good)) {
      const { privateAddress, ...record } = { ...good, [key]: value };
      for (const format of dnsFormats) {
        expect(() => renderDns(format, { privateAddress, records: [record] })).toThrow(TypeError);
      }
    }
  });

  it.each(bad)('%j is refused as a part of a route', (value) => {
    for (const change of [{ name: value }, { addressPrefix: value }]) {
      for (const format of ruleFormats) {
        const table = { region, serviceEndpoints: [], needsClientRoutes: false };
        expect(() => renderRoutes(format, { ...table, routes: [{ ...route, ...change }] })).toThrow(
          TypeError,
        );
      }
    }
  });
});
