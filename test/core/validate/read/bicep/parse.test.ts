/** The grammar of Bicep: what each form becomes, where it stands, and how reading goes on after an error. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import { describe, expect, it } from 'vitest';
import type { Statement, Syntax } from '../../../../../core/validate/read/bicep/ast.ts';
import { parse } from '../../../../../core/validate/read/bicep/parse.ts';
import { lineStarts, positionOf } from '../../../../../core/validate/read/source/location.ts';

/** The tree as nested calls. */
function shown(syntax: Syntax | undefined): string {
  if (!syntax) return '-';
  switch (syntax.kind) {
    case 'literal':
      return JSON.stringify(syntax.value);
    case 'interpolation':
      return `text(${syntax.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : shown(part))).join(' ')})`;
    case 'array':
      return `[${syntax.items.map(({ value, isSpread }) => (isSpread ? '...' : '') + shown(value)).join(' ')}]`;
    case 'object': {
      const entries = syntax.entries.map(({ key, value }) => {
        const name = typeof key === 'object' ? shown(key) : key;
        return key === undefined ? `...${shown(value)}` : `${name}:${shown(value)}`;
      });
      return `{${[...entries, ...syntax.resources.map(({ name }) => `resource ${name}`)].join(' ')}}`;
    }
    case 'for':
      return `for(${syntax.item}${syntax.index ? ` ${syntax.index}` : ''} ${shown(syntax.list)} ${shown(syntax.body)})`;
    case 'if':
      return `if(${shown(syntax.condition)} ${shown(syntax.body)})`;
    case 'unary':
      return `${syntax.operator}(${shown(syntax.of)})`;
    case 'binary':
      return `(${shown(syntax.left)} ${syntax.operator} ${shown(syntax.right)})`;
    case 'ternary':
      return `(${shown(syntax.condition)} ? ${shown(syntax.yes)} : ${shown(syntax.no)})`;
    case 'call':
      return `${syntax.of ? `${shown(syntax.of)}.` : ''}${syntax.name}(${syntax.args.map(shown).join(' ')})`;
    case 'member':
      return `${shown(syntax.of)}[${syntax.isSafe ? '?' : ''}${syntax.isFromEnd ? '^' : ''}${shown(syntax.key)}]`;
    case 'child':
      return `${shown(syntax.of)}::${syntax.name}`;
    case 'lambda':
      return `(${syntax.variables.join(' ')}) => ${shown(syntax.body)}`;
    case 'name':
      return syntax.name;
    case 'unreadable':
      return '?';
  }
}

function declared(statement: Statement): string {
  switch (statement.kind) {
    case 'param':
      return `param ${statement.name}${statement.type?.isNullable ? '?' : ''} ${statement.type?.reference.join('.') ?? ''} = ${shown(statement.value)}`;
    case 'var':
    case 'output':
      return `${statement.kind} ${statement.name} = ${shown(statement.value)}`;
    case 'type':
      return `type ${statement.name}${statement.type.isNullable ? '?' : ''} ${statement.type.reference.join('.')}`;
    case 'resource':
      return `resource ${statement.name} ${statement.type}${statement.isExisting ? ' existing' : ''} ${shown(statement.body)}`;
    case 'module':
      return `module ${statement.name} ${statement.path} ${shown(statement.body)}`;
    case 'func':
      return `func ${statement.name} ${shown(statement.lambda)}`;
    case 'import':
      return `import ${statement.names.map(({ name, alias }) => `${name}>${alias}`).join(' ')} ${statement.path}`;
    case 'using':
    case 'extends':
      return `${statement.kind} ${statement.path}`;
    case 'targetScope':
      return `targetScope ${shown(statement.value)}`;
    default:
      return statement.kind;
  }
}

function read(text: string) {
  const { statements, problems } = parse(text);
  const starts = lineStarts(text);
  return {
    statements: statements.map(declared),
    problems: problems.map(({ offset, message }) => {
      const { line, column } = positionOf(starts, offset);
      return `${line}:${column} ${message}`;
    }),
  };
}

describe('expressions', () => {
  it.each([
    ["'it\\'s \\\\ \\n \\$ \\u{1F600}'", JSON.stringify("it's \\ \n $ \u{1F600}")],
    ["'a${b}c${'d${e}'}'", 'text("a" b "c" text("d" e "") "")'],
    ["'${ { a: '}' }.a }'", 'text("" {a:"}"}["a"] "")'],
    ["'''\nno ${a} \\n\n'quote'\n'''", JSON.stringify("no ${a} \\n\n'quote'\n")],
    ["$'''a ${b} $c'''", 'text("a " b " $c")'],
    ["$$'''${a} $${b} $$${c}'''", 'text("${a} " b " $" c "")'],
    ["''''''", '""'],
    ['-3', '-(3)'],
    ['!true', '!(true)'],
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a || b && c == d', '(a || (b && (c == d)))'],
    ['a ?? b ?? c', '((a ?? b) ?? c)'],
    ['a =~ b', '(a =~ b)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a\n  ? b\n  : c', '(a ? b : c)'],
    ['a &&\n  b', '(a && b)'],
    ['a.b[0].?c[?d]![^1]', 'a["b"][0][?"c"][?d][^1]'],
    ['a::b.id', 'a::b["id"]'],
    ['az.resourceGroup().location', 'az.resourceGroup()["location"]'],
    ['concat (a, b)', 'concat(a b)'],
    ['concat(\n  a,\n  b\n)', 'concat(a b)'],
    ['[]', '[]'],
    ['[\n  1\n  2, 3\n\n  // four\n  4\n]', '[1 2 3 4]'],
    ['[...a, 1]', '[...a 1]'],
    ["{ a: 1, 'b c': 2\n '${d}': 3 \n ...e }", '{a:1 b c:2 text("" d ""):3 ...e}'],
    ['{\n  resource: 1\n  for: 2\n  if: 3\n}', '{resource:1 for:2 if:3}'],
    ['[for a in b: a.c]', 'for(a b a["c"])'],
    ['[for (a, i) in b: {\n c: i\n}]', 'for(a i b {c:i})'],
    ['[\n  for a in b: if (a.c) { d: 1 }\n]', 'for(a b if(a["c"] {d:1}))'],
    ['map(a, b => b.c)', 'map(a (b) => b["c"])'],
    ['map(a, (b, i) => i)', 'map(a (b i) => i)'],
    ['reduce(a, 0, (b, c) => b + c)', 'reduce(a 0 (b c) => (b + c))'],
    ['(a)', 'a'],
    ['a /* b */ + // c\n b', '(a + b)'],
  ])('reads %s', (text, tree) => {
    expect(read(`var x = ${text}`)).toEqual({ statements: [`var x = ${tree}`], problems: [] });
  });
});

describe('declarations', () => {
  it.each([
    ["targetScope = 'subscription'", 'targetScope "subscription"'],
    ["metadata name = 'x'", 'other'],
    [
      "@allowed([\n 'a'\n])\n@description('''\ntext''')\nparam a string = 'a'",
      'param a string = "a"',
    ],
    ['param a string?', 'param a? string = -'],
    ['param a int[] = [1]', 'param a  = [1]'],
    ["param a 'x' | 'y' | null", 'param a?  = -'],
    ["param a\n  | 'x'\n  | 'y'", 'param a  = -'],
    ['param a lib.kind = b', 'param a lib.kind = b'],
    ['param a { b: string, *: int[] }[] = []', 'param a  = []'],
    ['param a [\n  @minLength(1)\n  string\n  int\n] = []', 'param a  = []'],
    ["param a resourceInput<'X/y@1'>.properties = {}", 'param a resourceInput.properties = {}'],
    ["param a resource 'X/y@1'", 'param a  = -'],
    ['param a = 1', 'param a  = 1'],
    ['@export()\nvar a string[] = []', 'var a = []'],
    ['type a = {\n  @secure()\n  b: string?\n  c: (d | null)[]\n}?', 'type a? '],
    ['type a = b?', 'type a? b'],
    ['output a string = b', 'output a = b'],
    ["resource a 'X/y@1' existing = { name: 'b' }", 'resource a X/y@1 existing {name:"b"}'],
    ["resource a 'X/y@1' = if (b) {\n}", 'resource a X/y@1 if(b {})'],
    ["resource a 'X/y@1' = [for b in c: if (b) {}]", 'resource a X/y@1 for(b c if(b {}))'],
    [
      "resource a 'X/y@1' = {\n  @batchSize(1)\n  resource b 'z' = {}\n}",
      'resource a X/y@1 {resource b}',
    ],
    ["module a './b.bicep' = { params: {} }", 'module a ./b.bicep {params:{}}'],
    ["func a(b string, c int[]?) string => '${b}'", 'func a (b c) => text("" b "")'],
    ["import { a, b as c } from 'd.bicep'", 'import a>a b>c d.bicep'],
    ["import * as a from 'b.bicep'", 'import *>a b.bicep'],
    ["import {\n  'a-b' as c\n} from 'd.json'", 'import a-b>c d.json'],
    ["import 'az@1.0.0' as az", 'other'],
    ["extension 'br:a/b:1' with { c: 1 } as d", 'other'],
    ['assert a = b == 1', 'other'],
    ["test a 'b.bicep' = { params: {} }", 'other'],
    ["using './main.bicep'", 'using ./main.bicep'],
    ['using none', 'using undefined'],
    ["extends 'base.bicepparam'", 'extends base.bicepparam'],
    ['#disable-next-line no-unused-params\nparam a string', 'param a string = -'],
    ['\ufeffvar a = 1\r\n', 'var a = 1'],
    ['var __proto__ = { __proto__: 1 }', 'var __proto__ = {__proto__:1}'],
  ])('reads %j', (text, declaration) => {
    expect(read(text)).toEqual({ statements: [declaration], problems: [] });
  });
});

describe('errors', () => {
  it.each([
    ['var a = )\nvar b = 1', ['var a = ?', 'var b = 1'], ['1:9 expected a value, got )']],
    ['hello\nvar b = 1', ['unreadable', 'var b = 1'], ['1:1 expected a declaration such as']],
    ['}\nvar b = 1', ['unreadable', 'var b = 1'], ['1:1 expected a declaration, got }']],
    [
      "resource a 'X/y@1' = {\n  name: 'n'\n  b: 1 +\n  c: 2\n}\nvar d = 1",
      ['resource a X/y@1 {name:"n" b:?}', 'var d = 1'],
      ['4:4 expected the end of the line'],
    ],
    [
      'var a = [\n  1\n  *\n  { b: 2 }\n]',
      ['var a = [1 ? {b:2}]'],
      ['3:3 expected a value, got *'],
    ],
    ['var a = {\n  b: [1\n  c: 2\n}\nvar d = 1', ['var a = {b:?}', 'var d = 1'], []],
    [
      "resource a 'X/y@1' = {\n  name: 'n'\nvar b = 1\nparam c string\n",
      ['resource a X/y@1 ?', 'var b = 1', 'param c string = -'],
      ['3:1 expected }, got var'],
    ],
    [
      "var a = 'b\nvar c = 1",
      ['var a = ?', 'var c = 1'],
      ['1:9 the text does not end on its line'],
    ],
    ["var a = '${b\nvar c = 1", ['var a = ?', 'var c = 1'], ['1:13 the text does not end']],
    ["var a = '''b", ['var a = ?'], ["1:9 the text does not end; close it with '''"]],
    ['var a = "b"\nvar c = 1', ['var a = ?', 'var c = 1'], ['1:9 "\\"" has no meaning']],
    ['var a = 1 /* b', ['var a = 1'], ['1:11 the comment does not end']],
    ['var a = 1 2\nvar b = 1', ['var a = ?', 'var b = 1'], ['1:11 expected the end of the line']],
    ["var a = '\\q'", ['var a = "\\\\q"'], ['1:10 \\q is not an escape']],
    ['param a <\nvar b = 1', ['param a  = -', 'var b = 1'], ['1:9 expected a type, got <']],
  ])('goes on after the error in %j', (text, statements, problems) => {
    const result = read(text);
    if (problems.length > 0) expect(result.statements).toEqual(statements);
    expect(result.statements.at(-1)).toBe(statements.at(-1));
    expect(result.problems.length).toBeGreaterThan(0);
    for (const [index, problem] of problems.entries()) {
      expect(result.problems[index]).toContain(problem);
    }
  });

  it.each([
    ['brackets', `var a = ${'['.repeat(20_000)}`],
    ['closed brackets', `var a = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['parentheses', `var a = ${'('.repeat(20_000)}`],
    ['signs', `var a = ${'!'.repeat(20_000)}`],
    ['objects', `var a = ${'{a:'.repeat(20_000)}`],
    ['texts', `var a = ${"'${".repeat(20_000)}`],
    ['members', `var a = b${'.c'.repeat(20_000)}`],
    ['types', `param a ${'['.repeat(20_000)}`],
    ['resources', "resource a 'b' = {\n".repeat(2000)],
    ['ternaries', `var a = ${'b ? '.repeat(20_000)}`],
    ['functions', `var a = ${'f('.repeat(20_000)}`],
    ['lambdas', `var a = ${'b => '.repeat(20_000)}`],
  ])('limits the depth of %s', (_, text) => {
    const { problems, statements } = read(`${text}\nvar last = 1`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(200);
    expect(statements.length).toBeGreaterThan(0);
  });
});

describe('positions', () => {
  it('are offsets of the text as it is', () => {
    const text = "param a string\r\nvar b = {\r\n\tc: [1, 'x${a}y']\r\n}\r\n";
    const [, variable] = parse(text).statements;
    const value = variable?.kind === 'var' ? variable.value : undefined;
    const entry = value?.kind === 'object' ? value.entries[0] : undefined;
    const list = entry?.value.kind === 'array' ? entry.value.items : [];
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(list.map((item) => at(item.value))).toEqual(['1', "'x${a}y'"]);
    expect(entry && at(entry)).toBe("c: [1, 'x${a}y']");
    expect(entry && positionOf(lineStarts(text), entry.start)).toEqual({ line: 3, column: 2 });
  });
});
