/** Declarations that lead back to themselves, which Bicep refuses: an error that names them, and no endless reading. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../../core/input-error.ts';
import { check, filesOf } from '../../../../support/bicep-reports.ts';
import { patience, runs } from '../../../../support/runs.ts';

const [sample] = filesOf('all fields as they are');

const outputs = { path: 'b.bicep', text: "param p string = ''\noutput x string = p" };

const reportOn = (text: string) =>
  check([{ path: 'main.bicep', text }, outputs], { entry: 'main.bicep' });

/** What the refusal of declarations says that deploy no service. */
function refusalOf(text: string): string {
  try {
    return reportOn(text).verdict;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
}

const declared = (kind: string, name: string, lines: string): string =>
  `resource ${name} '${kind}@2024-01-01' = {\n${lines}\n}`;
const thing = (name: string, lines: string): string => declared('A.B/c', name, lines);
const loop = (name: string, list: string, lines: string): string =>
  `resource ${name} 'A.B/c@2024-01-01' = [for x in ${list}: {\n${lines}\n}]`;
const group = (name: string, lines: string): string =>
  declared('Microsoft.Resources/resourceGroups', name, lines);

const used = '\noutput id string = y.id';

describe('declarations in a circle', () => {
  it.each([
    ['a name of itself', 'name', thing('y', 'name: y.name')],
    ['a name of its own id', 'name', thing('y', 'name: y.id')],
    ['names of each other', 'name', `${thing('y', 'name: z.name')}\n${thing('z', 'name: y.name')}`],
    [
      'names in loops',
      'name',
      `${loop('y', 'range(0, 2)', "name: 'a${z[0].name}'")}\n${loop('z', 'range(0, 2)', "name: 'b${y[0].name}'")}`,
    ],
    [
      'loops over each other',
      'name',
      `${loop('y', 'z', "name: 'a${x.name}'")}\n${loop('z', 'y', "name: 'b${x.name}'")}`,
    ],
    ['a scope of itself', 'scope', `${thing('y', "name: 'y'\nscope: y")}${used}`],
    [
      'scopes of each other',
      'scope',
      `${thing('y', "name: 'y'\nscope: z")}\n${thing('z', "name: 'z'\nscope: y")}${used}`,
    ],
    ['a scope by a condition', 'scope', `${thing('y', "name: 'y'\nscope: true ? y : y")}${used}`],
    [
      'a scope of its own child',
      'scope',
      `${thing('y', "name: 'y'\nscope: y::z\nresource z 'd' = {\nname: 'z'\n}")}${used}`,
    ],
    [
      'groups in each other',
      'scope',
      `${group('y', "name: 'y'\nscope: z")}\n${group('z', "name: 'z'\nscope: y")}\nmodule m 'b.bicep' = {\nname: 'm'\nscope: y\n}`,
    ],
    [
      'modules in each other',
      'scope',
      "module y 'b.bicep' = {\nname: 'y'\nscope: z\n}\nmodule z 'b.bicep' = {\nname: 'z'\nscope: y\n}",
    ],
    [
      'conditions of each other',
      'condition',
      "resource y 'A.B/c@2024-01-01' = if (z.?properties.on) {\nname: 'y'\n}\nresource z 'A.B/c@2024-01-01' = if (y.?properties.on) {\nname: 'z'\n}",
    ],
  ])('%s', (_, part, text) => {
    expect(refusalOf(text)).toMatch(
      new RegExp(`the ${part} of [yz] depends on itself; Bicep refuses such a circle`),
    );
  });

  it('a chain that is longer than what is followed', () => {
    const names = Array.from({ length: 300 }, (_, i) =>
      thing(`y${i}`, `name: ${i === 0 ? "'x'" : `y${i - 1}.name`}`),
    );
    expect(refusalOf(names.join('\n'))).toContain('depends on more than 100 others');
  });

  it.each([
    ['a value', "import { v as w } from 'main.bicep'\noutput x string = w"],
    [
      'all values',
      "import * as m from 'main.bicep'\nimport { w as v } from 'main.bicep'\nimport { v as w } from 'main.bicep'\noutput x string = '${w}${m.v}'",
    ],
    [
      'a function',
      "import { f as g } from 'main.bicep'\nimport { g as f } from 'main.bicep'\noutput x string = f()",
    ],
  ])('%s that a file imports from itself is unknown', (_, text) => {
    expect(reportOn(`${sample?.text}\n${text}\n`).flows.length).toBeGreaterThan(0);
  });

  it('modules of which each uses the next one twice are looked through once', () => {
    const twice = (inner: string) =>
      ['m', 'n'].map((one) => `module ${one} '${inner}' = { name: '${one}' }`).join('\n');
    const chain = Array.from({ length: 60 }, (_, i) => ({
      path: `b${i}.bicep`,
      text: i === 59 ? '' : twice(`b${i + 1}.bicep`),
    }));
    const main = { path: 'main.bicep', text: sample?.text ?? '' };
    expect(check([main, ...chain]).flows.length).toBeGreaterThan(0);
  });

  it('declarations that refer to each other at random', { timeout: patience }, () => {
    const names = ['p', 'q', 'r'];
    const name = fc.constantFrom(...names);
    const value = fc.oneof(
      name.chain((one) =>
        fc.constantFrom(
          one,
          `${one}.id`,
          `${one}.name`,
          `${one}.?name`,
          `${one}[0].name`,
          `${one}.properties.a`,
          `${one}.outputs.x`,
          `${one}::s.id`,
        ),
      ),
      fc.constant("'t'"),
    );
    const entry = fc
      .tuple(fc.constantFrom('name', 'parent', 'scope', 'properties', 'params'), value)
      .map(([key, one]) => `${key}: ${key === 'params' ? `{ p: ${one} }` : one}`);
    const body = fc
      .uniqueArray(entry, { maxLength: 4, selector: (one) => one.split(':')[0] })
      .map((lines) => `{\n${lines.join('\n')}\n}`);
    const around = fc.oneof(
      fc.constant(['', ''] as const),
      value.map((one) => [`if (${one} == 't') `, ''] as const),
      value.map((one) => [`[for x in ${one}: `, ']'] as const),
    );
    const head = fc.constantFrom(
      "resource # 'A.B/c@2024-01-01'",
      "resource # 'A.B/c@2024-01-01' existing",
      "module # 'b.bicep'",
    );
    const declaration = fc.tuple(head, around, body);
    fc.assert(
      fc.property(fc.tuple(declaration, declaration, declaration), (all) => {
        const text = all.map(
          ([start, [before, after], inner], index) =>
            `${start.replace('#', names[index] ?? '')} = ${before}${inner}${after}`,
        );
        const report = reportOn(`${sample?.text}\n${text.join('\n')}\n`);
        expect(report.flows.length).toBeGreaterThan(0);
      }),
      runs(150),
    );
  });
});
