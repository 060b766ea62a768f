/** Reports on Bicep files that are too much, broken or cut: a report or an error for the sender, never a PASS for a part. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../core/input-error.ts';
import { check, filesOf } from '../../support/bicep-reports.ts';
import { styles } from '../../support/bicep-styles.ts';
import { patience, runs } from '../../support/runs.ts';

describe('too much or broken', () => {
  it.each([
    ['a module in itself', "module a 'main.bicep' = { name: 'a' }"],
    ['modules in a circle', "module a 'b.bicep' = { name: 'a' }"],
    ['variables in a circle', 'var a = b\nvar b = a\noutput c string = a'],
    ['functions in a circle', 'func f(x int) int => g(x)\nfunc g(x int) int => f(x)\nvar a = f(1)'],
    [
      'parents in a circle',
      "resource x 'A.B/c@1' = {\n parent: y\n name: 'x'\n}\nresource y 'A.B/c@1' = {\n parent: x\n name: 'y'\n}",
    ],
    ['a long range', 'var a = map(range(0, 1000000000), i => i)'],
    ['loops in loops', `var a = ${'[for x in range(0, 900): '.repeat(6)}1${']'.repeat(6)}`],
    ['many brackets', `var a = ${'['.repeat(20000)}${']'.repeat(20000)}`],
    [
      'texts that double',
      `var a0 = 'xxxxxxxxxx'\n${Array.from({ length: 60 }, (_, i) => `var a${i + 1} = '\${a${i}}\${a${i}}'`).join('\n')}`,
    ],
    [
      'keys of all objects',
      "var a = { __proto__: { b: 1 }, constructor: 2, toString: 3 }\nvar __proto__ = a.constructor\nparam hasOwnProperty string = 'x'",
    ],
    ['text', 'Lorem ipsum dolor sit amet, {[( consectetur'],
  ])('%s', (_, text) => {
    const files = filesOf('all fields as they are');
    const [main] = files;
    if (main)
      main.text += `\n${text}\nresource use 'A.B/c@1' = {\n  name: 'use'\n  properties: { a: contains('a', 'b') ? 1 : 2 }\n}\n`;
    files.push({ path: 'b.bicep', text: "module c 'main.bicep' = { name: 'c' }" });
    try {
      expect(check(files, { entry: 'main.bicep' }).flows.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
    }
  });

  it(
    'any text is a report or an error for the sender',
    () => {
      const whole = Object.keys(styles).flatMap((style) => filesOf(style).map(({ text }) => text));
      const piece = fc.oneof(
        fc
          .tuple(fc.constantFrom(...whole), fc.nat(4000), fc.nat(4000))
          .map(([text, from, to]) => text.slice(from, to)),
        fc.string(),
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          "'",
          '${',
          "'''",
          '\n',
          'for',
          'resource a ',
          '@',
          '::',
          '.?',
          '=>',
        ),
      );
      fc.assert(
        fc.property(
          fc.array(piece, { maxLength: 6 }),
          fc.constantFrom(...whole),
          (pieces, text) => {
            const at = Math.floor(text.length / 2);
            const files = [
              { path: 'main.bicep', text: text.slice(0, at) + pieces.join('') + text.slice(at) },
            ];
            try {
              check(files, { entry: 'main.bicep' });
            } catch (error) {
              expect(error).toBeInstanceOf(InputError);
            }
          },
        ),
        runs(100),
      );
    },
    patience,
  );

  it(
    'a cut file never passes',
    () => {
      const [main] = filesOf('all fields as they are');
      const text = main?.text ?? '';
      fc.assert(
        fc.property(fc.nat(text.length - 30), (length) => {
          try {
            const report = check([{ path: 'main.bicep', text: text.slice(0, length) }]);
            expect(report.verdict).not.toBe('PASS');
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        }),
        runs(40),
      );
    },
    patience,
  );
});
