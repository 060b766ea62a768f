/** HCL text to syntax trees, and what is reported where a text is none. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import { describe, expect, it } from 'vitest';
import { parse } from '../../../../../core/validate/read/hcl/parser.ts';
import { SourceTexts } from '../../../../../core/validate/read/hcl/source-text.ts';
import { inBrackets, outline } from '../../../../support/hcl-syntax.ts';

/** The value of the one attribute of a file. */
function read(expression: string): string {
  const { body, problems } = parse(`x = ${expression}\n`, 0);
  expect(problems).toEqual([]);
  const value = body.attributes.get('x')?.value;
  return value ? inBrackets(value) : 'nothing';
}

const heredoc = (marker: string, ...lines: string[]) =>
  [`${marker}END`, ...lines, 'END'].join('\n');

describe('expressions', () => {
  it.each([
    ['1.5e3', '1500'],
    ['-1', '(- 1)'],
    ['!a && b || c', '(|| (&& (! a) b) c)'],
    ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
    ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
    ['a == 1 ? b : c > 2 ? d : e', '(? (== a 1) b (? (> c 2) d e))'],
    ['a >= 1 && b <= 2 != false', '(&& (>= a 1) (!= (<= b 2) false))'],
    ['10 / 2 % 3', '(% (/ 10 2) 3)'],
    ['var.a["k"].b[0]', 'var.a["k"].b[0]'],
    ['a.0.b', 'a[0].b'],
    ['a.0.1', 'a[0][1]'],
    ['a[*].b[0]', '(splat a @.b[0])'],
    ['a.*.b[0]', '(splat a @.b)[0]'],
    ['a[*].b[*].c', '(splat a (splat @.b @.c))'],
    ['f()', '(f())'],
    ['f(1, [2]...)', '(f() 1 (list 2) ...)'],
    ['max(\n  1,\n  2,\n)', '(max() 1 2)'],
    ['provider::azapi::id("x")', '(provider::azapi::id() "x")'],
    ['[1,\n 2, # two\n]', '(list 1 2)'],
    ['{ a = 1, "b" : 2\n (c) = 3\n "${d}" = 4 }', '(object "a" 1 "b" 2 c 3 (template d) 4)'],
    ['{\n\n for = 1\n}', '(object "for" 1)'],
    ['{ a =\n 1 }', '(object "a" 1)'],
    ['[for x in y : x.a if x != null]', '(for x y x.a (where (!= x null)))'],
    ['{for k, v in y : k => v...}', '(for... k v y k v)'],
    ['{\n for k, v in y :\n k => v\n}', '(for k v y k v)'],
    ['"a$${b}%%{c}"', '"a${b}%{c}"'],
    ['"a\\n\\"\\u00e9\\\\"', '"a\\n\\"é\\\\"'],
    ['"${a}"', '(template a)'],
    ['"x-${a["k"]}-${f("${b}")}"', '(template "x-" a["k"] "-" (f() (template b)))'],
    ['"a ${~ b ~} c"', '(template "a" b "c")'],
    ['"%{ if a }x%{ else }y%{ endif }"', '(template (if a (template "x") (template "y")))'],
    ['"%{ for i, v in l ~} ${v} %{ endfor ~} z"', '(template (each i v l (template v " ")) "z")'],
    ['a-b - c', '(- a-b c)'],
    ['(\n a\n + b\n)', '(+ a b)'],
    ['true ? null : "é"', '(? true null "é")'],
    ['"\\U0001F600"', '"😀"'],
  ])('%s', (expression, expected) => {
    expect(read(expression)).toBe(expected);
  });

  it.each([
    [heredoc('<<', 'a', ' ${b}'), '(template "a\\n" " " b "\\n")'],
    [heredoc('<<-', '  a', '', '    ${b} c'), '(template "a\\n" "\\n" "  " b " c\\n")'],
    [heredoc('<<-', '  a', '  b').replace(/END$/, '  END'), '"a\\nb\\n"'],
    [heredoc('<<', 'a "b" \\n'), '"a \\"b\\" \\\\n\\n"'],
    [
      heredoc('<<', '%{ for x in y ~}', '${x}', '%{ endfor ~}'),
      '(template (each x y (template x "\\n")))',
    ],
    [`f(${heredoc('<<', 'x')}\n)`, '(f() "x\\n")'],
  ])('%j', (expression, expected) => {
    expect(read(expression)).toBe(expected);
  });
});

describe('bodies', () => {
  it.each([
    ['a = 1 # x\nb = 2 // y\n/* c = 3 */ d = 4', 'a=1; b=2; d=4'],
    ['resource "a" "b" {\n  c = 1\n  d {\n  }\n}', 'resource a b{c=1; d{}}'],
    ['a b { c = 1 }', 'a b{c=1}'],
    ['locals {}\r\nlocals { a = 1 }\r\n', 'locals{}; locals{a=1}'],
    ['\ufeffa = 1', 'a=1'],
    ['__proto__ = 1', '__proto__=1'],
  ])('%j', (text, expected) => {
    const { body, problems } = parse(text, 0);
    expect(problems).toEqual([]);
    expect(outline(body)).toBe(expected);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a = = 1\nb = 2', 'a=UNREADABLE; b=2; GAP', '1:5'],
    ['a = [1\nb = 2\nresource "x" "y" {\n}', 'a=UNREADABLE; resource x y{}; GAP', '2:1'],
    ['resource "x" "y" {\n  a = \n  b = 1\n}', 'resource x y{a=UNREADABLE; b=1; GAP}', '2:7'],
    [
      'resource "x" "y" {\n a = 1\nresource "z" "z" {\n}',
      'resource x y{a=1; GAP}; resource z z{}',
      '1:1',
    ],
    [
      'resource "x" "y" {\n a = [\nlocals {\n b = 1\n}',
      'resource x y{a=UNREADABLE; GAP}; locals{b=1}',
      '3:8',
    ],
    ['a = "x\nb = 2', 'a=UNREADABLE; b=2; GAP', '1:7'],
    ['a = "${b"\nc = 1', 'a=UNREADABLE; c=UNREADABLE; GAP', '1:10'],
    ['}\na = 1', 'a=1; GAP', '1:1'],
    [')\na = 1', 'a=1; GAP', '1:1'],
    ['x {\n ]\n a = 1\n}', 'x{a=1; GAP}', '2:2'],
    ['a = 1 b = 2\nc = 3', 'a=UNREADABLE; c=3; GAP', '1:7'],
    ['a = 1\na = 2', 'a=1', '2:1'],
    ['a = @', 'a=UNREADABLE; GAP', '1:5'],
    ['a = "\\q"', 'a=UNREADABLE; GAP', '1:6'],
    ['a = <<END\nx\n', 'a=UNREADABLE; GAP', '3:1'],
  ])('%j', (text, expected, place) => {
    const sources = new SourceTexts();
    const { body, problems } = parse(text, sources.add('main.tf', text));
    expect(outline(body)).toBe(expected);
    const { line, column } = sources.locate(problems[0]?.at ?? -1);
    expect(`${line}:${column}`).toBe(place);
  });

  it.each([
    ['brackets', `a = ${'['.repeat(20_000)}`],
    ['brackets that are closed', `a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['blocks', 'a {\n'.repeat(20_000)],
    ['negations', `a = ${'!'.repeat(20_000)}b`],
    ['templates', `a = ${'"${'.repeat(20_000)}`],
    ['operators', `a = 1${' + 1'.repeat(20_000)}`],
    ['accesses', `a = b${'.c'.repeat(20_000)}`],
    ['conditions', `a = ${'b ? c : '.repeat(20_000)}d`],
    ['splats', `a = b${'[*]'.repeat(20_000)}`],
    ['tokens', 'a = 1\n'.repeat(200_000)],
    ['problems', '= 1\n'.repeat(20_000)],
  ])('too many %s', (_, text) => {
    const { problems } = parse(text, 0);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(200);
  });
});

it('locates places in several files', () => {
  const sources = new SourceTexts();
  const starts = ['a.tf', 'b.tf', 'c.tf'].map((path) => sources.add(path, 'x = 1\n\ny = 2'));
  expect(starts.map((start) => sources.locate(start + 9))).toEqual(
    ['a.tf', 'b.tf', 'c.tf'].map((file) => ({ file, line: 3, column: 3 })),
  );
});
