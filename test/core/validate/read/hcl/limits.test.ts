/** Hostile and broken sources: a reading or a typed error, within the limits. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../../core/input-error.ts';
import { Budget } from '../../../../../core/validate/read/arm/budget.ts';
import {
  readTerraform,
  SourceLimitError,
} from '../../../../../core/validate/read/hcl/read-terraform.ts';
import type { SourceFile } from '../../../../../core/validate/read/source/files.ts';
import { readSource } from '../../../../../core/validate/read/source/read-source.ts';
import { validateDocument } from '../../../../../core/validate/validate-document.ts';
import { patience, runs } from '../../../../support/runs.ts';
import type { Sample } from '../../../../support/terraform-sample.ts';
import { styles } from '../../../../support/terraform-styles.ts';

const service = (expression: string) =>
  `resource "azurerm_api_management" "a" {\n  location = ${expression}\n}\n`;
const chain = (count: number, value: (before: string) => string) =>
  Array.from({ length: count }, (_, index) => `a${index + 1} = ${value(`local.a${index}`)}`).join(
    '\n',
  );

describe('what takes too much', () => {
  it.each<[string, string, string]>([
    ['range', service('range(0, 1000000000)'), 'items'],
    ['setproduct', service(`setproduct(${'range(0, 1000), '.repeat(4)})`), 'items'],
    ['nested loops', service('[for a in range(0, 2000) : [for b in range(0, 2000) : b]]'), 'items'],
    ['count', `resource "azurerm_subnet" "s" {\n  count = 1000000000\n}`, 'items'],
    [
      'doubled texts',
      `locals {\na0 = "xxxxxxxxxx"\n${chain(40, (a) => `"\${${a}}\${${a}}"`)}\n}\n${service('local.a40')}`,
      'characters',
    ],
    [
      'doubled lists',
      `locals {\na0 = [1]\n${chain(40, (a) => `concat(${a}, ${a})`)}\n}\n${service('local.a40')}`,
      'items',
    ],
    [
      'locals one within the other',
      `locals {\na0 = 1\n${chain(2000, (a) => `[${a}]`)}\n}\n${service('local.a2000')}`,
      'levels',
    ],
    [
      'replace',
      service(
        'replace(join("", [for a in range(0, 10000) : "a"]), "a", join("", [for a in range(0, 10000) : "a"]))',
      ),
      'characters',
    ],
  ])('%s', (_, text, what) => {
    const read = () => readTerraform([{ path: 'main.tf', text }]);
    expect(read).toThrow(SourceLimitError);
    expect(read).toThrow(what);
  });

  it('says where', () => {
    const text = `\n\n${service('range(0, 1000000000)')}`;
    try {
      readTerraform([{ path: 'a/main.tf', text }]);
      expect.unreachable();
    } catch (error) {
      expect((error as SourceLimitError).location).toEqual({
        file: 'a/main.tf',
        line: 4,
        column: 14,
      });
    }
  });

  it.each<[string, SourceFile[], string]>([
    [
      'files',
      Array.from({ length: 2001 }, (_, index) => ({ path: `${index}.tf`, text: '' })),
      'given "2001 files with 0 characters"; accepted: at most 2000 files',
    ],
    [
      'characters',
      [{ path: 'a.tf', text: '#'.repeat(16_000_001) }],
      'at most 2000 files with 16000000 characters',
    ],
  ])('%s', (_, files, message) => {
    expect(() => readSource({ files }, {}, new Budget())).toThrow(message);
  });
});

describe('what only looks like much', () => {
  const problemsOf = (files: SourceFile[]) => {
    const { problems, failures } = readTerraform(files);
    return [...problems, ...failures].map(({ message }) => message);
  };

  it.each<[string, SourceFile[], string]>([
    [
      'a module that calls itself',
      [{ path: 'main.tf', text: 'module "m" {\n source = "./"\n}' }],
      'module.m contains itself: its source is the root module',
    ],
    [
      'modules that call each other, with what both hold',
      [
        { path: 'main.tf', text: `${service('"x"')}module "a" {\n source = "./a"\n}` },
        { path: 'a/main.tf', text: 'module "b" {\n count = 9\n source = "../b"\n}' },
        { path: 'b/main.tf', text: 'module "a" {\n count = 9\n source = "../a"\n}' },
      ],
      'module.a.module.b[0].module.a contains itself: its source is a',
    ],
    [
      'modules in modules',
      Array.from({ length: 23 }, (_, index) => ({
        path: `${index === 0 ? '' : `m${index}/`}main.tf`,
        text: `module "m" {\n source = "${index === 0 ? './' : '../'}m${index + 1}"\n}`,
      })),
      'modules are called more than 20 deep',
    ],
    [
      'a local that needs itself',
      [{ path: 'main.tf', text: `locals {\n a = local.a\n}\n${service('local.a')}` }],
      'local.a depends on itself',
    ],
    [
      'a resource that needs itself',
      [
        {
          path: 'main.tf',
          text: 'resource "azurerm_subnet" "s" {\n for_each = azurerm_subnet.s\n}',
        },
      ],
      'azurerm_subnet.s depends on itself',
    ],
    [
      '20,000 brackets',
      [{ path: 'main.tf', text: service('['.repeat(20_000)) }],
      'the text is nested more than 150 deep',
    ],
  ])('%s', (_, files, message) => {
    expect(problemsOf(files)).toContain(message);
  });

  it('does not run patterns', () => {
    const text = service(`regex("(a+)+$", "${'a'.repeat(50)}!")`);
    expect(problemsOf([{ path: 'main.tf', text }])).toEqual([]);
  });

  it('reads nothing but the files', () => {
    const text = `${service('file("../../../etc/passwd")')}\nmodule "m" {\n source = "../../x"\n}`;
    const { document, unread } = readTerraform([{ path: 'a/main.tf', text }]);
    expect(JSON.stringify(document)).toContain('[file(');
    expect(unread.map(({ reason }) => reason)).toEqual([
      'the folder ../../x is not among the files',
    ]);
  });

  it('takes keys as they are', () => {
    const text = `variable "v" {\n default = { "__proto__" = { polluted = true } }\n}\n${service('var.v')}`;
    const { document } = readTerraform([{ path: 'main.tf', text }]);
    expect(JSON.stringify(document)).toContain('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

const sample: Sample = {
  subnetPrefix: '10.20.1.0/24',
  type: 'Internal',
  rules: [
    {
      name: 'a',
      priority: 100,
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      ports: ['3443'],
    },
  ],
};

/** A report, or an error with something that can be done about it. */
function readOrRefuse(files: readonly SourceFile[]): void {
  try {
    const { document } = readTerraform(files);
    validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

describe('random sources', { timeout: patience }, () => {
  const all = Object.values(styles).map((write) => write(sample));

  it('cut and mixed', () => {
    const edit = fc.record({
      style: fc.nat(all.length - 1),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      insert: fc.constantFrom(
        '',
        '{',
        '}',
        '"',
        '${',
        '[',
        ')',
        '\n',
        '=',
        'null',
        '<<E\n',
        '%{',
        '...',
        '[*]',
        '?',
      ),
    });
    fc.assert(
      fc.property(edit, ({ style, from, length, insert }) => {
        const files = (all[style] ?? []).map(({ path, text }) => {
          const at = Math.floor(from * text.length);
          return { path, text: text.slice(0, at) + insert + text.slice(at + length) };
        });
        readOrRefuse(files);
      }),
      runs(80),
    );
  });

  it('of random words', () => {
    const word = fc.constantFrom(
      'resource',
      '"azurerm_api_management"',
      '"azurerm_subnet"',
      '"x"',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '=',
      '\n',
      '\n',
      'for',
      'in',
      ':',
      '=>',
      'if',
      'var.x',
      'local.y',
      'each.value',
      '"${',
      '}"',
      '%{ if true }',
      '...',
      '*',
      '?',
      '1',
      'null',
      'count',
      'for_each',
      'dynamic',
      'content',
      'locals',
      'variable',
      'default',
      '<<EOT\n',
      'EOT',
      '!',
      '-',
      '.',
      ',',
      'module',
      'source',
      '"./x"',
      '#',
      '/*',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) =>
        readOrRefuse([{ path: 'main.tf', text: words.join(' ') }]),
      ),
      runs(80),
    );
  });
});
