/** Values of expressions: known, unknown, absent. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../../core/validate/read/hcl/budget.ts';
import { toJson } from '../../../../../core/validate/read/hcl/functions/encodings.ts';
import { rootInputs } from '../../../../../core/validate/read/hcl/inputs.ts';
import { Module } from '../../../../../core/validate/read/hcl/module.ts';
import { SourceTexts } from '../../../../../core/validate/read/hcl/source-text.ts';
import { Unknown, unknownsIn } from '../../../../../core/validate/read/hcl/values.ts';
import { World } from '../../../../../core/validate/read/hcl/world.ts';
import { SourceFiles } from '../../../../../core/validate/read/source/files.ts';

const settings = `
variable "missing" {}
variable "list" { default = ["b", "a", "b"] }
variable "map" { default = { z = 1, a = 2 } }
variable "rules" {
  type    = list(object({ name = string, port = optional(number, 443), tags = optional(list(string)) }))
  default = [{ name = "x" }, { name = "y", port = "80", other = true }]
}
variable "set" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "wrong" {
  type    = number
  default = "x"
}
locals {
  cycle = local.cycle2
  cycle2 = local.cycle
  null = null
}
data "azurerm_subnet" "s" { name = "d" }
resource "azurerm_subnet" "one" { name = "one" }
resource "azurerm_firewall" "f" {
  ip_configuration {
    name = "c"
  }
}
resource "azurerm_subnet" "counted" {
  count = 2
  name  = "s\${count.index}"
}
resource "azurerm_subnet" "each" {
  for_each = toset(["b", "a"])
  name     = each.key
}
resource "azurerm_subnet" "open" {
  for_each = var.missing
  name     = each.key
}
module "net" {
  source   = "./net"
  for_each = { a = 1 }
  number   = each.value
}
module "away" { source = "example/network/azurerm" }
`;
const net = `
variable "number" {}
resource "azurerm_subnet" "inner" { name = "n\${var.number}" }
output "id" { value = azurerm_subnet.inner.id }
output "name" { value = azurerm_subnet.inner.name }
`;

/** The value as JSON, unknown values as their texts; the message of an error. */
function evaluate(expression: string): unknown {
  const files = new SourceFiles([
    { path: 'main.tf', text: `${settings}\nlocals {\n  x = ${expression}\n}` },
    { path: 'net/main.tf', text: net },
    { path: 'text.txt', text: 'hello' },
    { path: 'greet.tftpl', text: '%{ for n in names ~}\nhi ${n}\n%{ endfor ~}\n' },
  ]);
  const world = new World(files, new SourceTexts(), '');
  const configuration = world.configuration('');
  if (!configuration) throw new Error('the configuration is not there');
  const input = rootInputs(world, { values: {}, files: [] });
  const module = new Module({ world, configuration, address: '', calls: [], around: [], input });
  const local = configuration.locals.get('x');
  expect(configuration.problems).toEqual([]);
  try {
    const value = local ? world.evaluator.evaluate(local.value, module.scope) : null;
    if (value instanceof Unknown) return { unknown: value.text };
    const [open] = unknownsIn(value);
    return open ? { partly: open.text } : toJson(value);
  } catch (error) {
    if (error instanceof Failure) return { error: error.message };
    throw error;
  }
}

const unknown = (text: string) => ({ unknown: text });
const partly = (text: string) => ({ partly: text });
const error = (message: string) => ({ error: message });

describe('what Terraform gives', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3 - 4 / 2 % 3', 5],
    ['"a" == "a" && 1 != 2 ? "y" : "n"', 'y'],
    ['"1" == 1', false],
    ['"5" + 1', 6],
    ['!false', true],
    ['[1, "a"] == [1, "a"]', true],
    ['{ a = null } == { a = null }', true],
    ['[for i, v in var.list : "${i}${v}"]', ['0b', '1a', '2b']],
    ['[for k, v in var.map : "${k}${v}"]', ['a2', 'z1']],
    ['{ for v in var.list : v => 1... }', { a: [1], b: [1, 1] }],
    ['[for v in var.list : v if v != "b"]', ['a']],
    ['[for v in var.set : v]', ['a', 'b']],
    [
      'var.rules',
      [
        { name: 'x', port: 443, tags: null },
        { name: 'y', port: 80, tags: null },
      ],
    ],
    ['var.rules[*].name', ['x', 'y']],
    ['var.rules.*.name[1]', 'y'],
    ['local.null[*]', []],
    ['"a"[*]', ['a']],
    ['azurerm_subnet.counted[*].name', ['s0', 's1']],
    ['[for k, s in azurerm_subnet.each : "${k}${s.name}"]', ['aa', 'bb']],
    ['keys(azurerm_subnet.each)', ['a', 'b']],
    ['length(azurerm_subnet.counted)', 2],
    ['module.net["a"].name', 'n1'],
    ['{ "__proto__" = 1 }["__proto__"]', 1],
    ['keys({ "__proto__" = 1 })', ['__proto__']],
    ['<<-E\n  a\n   b\n  E\n', 'a\n b\n'],
    ['"%{ if true }a%{ else }b%{ endif }"', 'a'],
    ['"%{ for v in var.list ~} ${v} %{ endfor ~}"', 'b a b '],
    ['path.module', '.'],
    ['azurerm_subnet.one.id != null', true],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe('functions', () => {
  it.each<[string, unknown]>([
    ['cidrsubnet("10.0.0.0/16", 8, 2)', '10.0.2.0/24'],
    ['cidrsubnet("10.0.0.5/16", 8, -1)', '10.0.255.0/24'],
    ['cidrsubnets("10.0.0.0/16", 8, 4, 8)', ['10.0.0.0/24', '10.0.16.0/20', '10.0.32.0/24']],
    ['cidrhost("10.0.0.0/24", -2)', '10.0.0.254'],
    ['cidrnetmask("10.0.0.0/20")', '255.255.240.0'],
    ['cidrsubnet("10.0.0.0/30", 8, 0)', error('10.0.0.0/30 has no subnet 0 with 8 bits more')],
    ['cidrsubnet("2001:db8::/32", 8, 0)', unknown('[cidrsubnet("2001:db8::%2F32", 8, 0)]')],
    ['concat(["a"], var.list)', ['a', 'b', 'a', 'b']],
    ['merge({ a = 1 }, null, { a = 2, b = 3 })', { a: 2, b: 3 }],
    ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
    ['flatten([["a", ["b"]], "c", []])', ['a', 'b', 'c']],
    ['toset(["b", "a", "b"])', ['a', 'b']],
    ['distinct(var.list)', ['b', 'a']],
    ['sort(var.list)', ['a', 'b', 'b']],
    ['compact(["", "a", null])', ['a']],
    ['contains(var.list, "a")', true],
    ['element(var.list, 4)', 'a'],
    ['index(var.list, "a")', 1],
    ['slice(var.list, 0, 2)', ['b', 'a']],
    ['reverse(var.list)', ['b', 'a', 'b']],
    ['range(1, 7, 2)', [1, 3, 5]],
    [
      'setproduct(["a", "b"], [1, 2])',
      [
        ['a', 1],
        ['a', 2],
        ['b', 1],
        ['b', 2],
      ],
    ],
    ['setunion(["a"], ["b", "a"])', ['a', 'b']],
    ['setsubtract(["a", "b"], ["b"])', ['a']],
    ['setintersection(["a", "b"], ["b"])', ['b']],
    ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
    ['keys(var.map)', ['a', 'z']],
    ['values(var.map)', [2, 1]],
    ['lookup(var.map, "q", 9)', 9],
    ['try(var.map.q, var.map.z)', 1],
    ['can(var.map.q)', false],
    ['coalesce(null, "", "x")', 'x'],
    ['coalescelist([], ["x"])', ['x']],
    ['one([])', null],
    ['sum([1, 2, 3])', 6],
    ['max(1, 5, 3) - min([4, 2]...)', 3],
    ['abs(-3)', 3],
    ['alltrue([true, "true"])', true],
    ['anytrue([])', false],
    ['format("%s-%03d-%%-%5.1f-%q-%v", "a", 7, 1.25, "b", true)', 'a-007-%-  1.3-"b"-true'],
    ['formatlist("%s-%s", "a", ["x", "y"])', ['a-x', 'a-y']],
    ['join(",", var.list)', 'b,a,b'],
    ['split(",", "a,b")', ['a', 'b']],
    ['replace("a.b.c", ".", "-")', 'a-b-c'],
    ['lower("AB")', 'ab'],
    ['title("hello world")', 'Hello World'],
    ['trimprefix("ab", "a")', 'b'],
    ['trimsuffix("ab", "b")', 'a'],
    ['trim("xxaxx", "x")', 'a'],
    ['substr("hello", 1, 3)', 'ell'],
    ['startswith("ab", "a")', true],
    ['length("é😀")', 2],
    ['jsondecode("{\\"a\\": [1, null]}")', { a: [1, null] }],
    ['jsonencode({ b = 1, a = [true] })', '{"a":[true],"b":1}'],
    ['tonumber("12")', 12],
    ['tostring(12)', '12'],
    ['parseint("ff", 16)', 255],
    ['file("text.txt")', 'hello'],
    ['file("${path.module}/text.txt")', 'hello'],
    ['templatefile("greet.tftpl", { names = ["a", "b"] })', 'hi a\nhi b\n'],
    ['chunklist([1, 2, 3], 2)', [[1, 2], [3]]],
    ['transpose({ a = ["x"], b = ["x"] })', { x: ['a', 'b'] }],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe('what is unknown', () => {
  it.each<[string, unknown]>([
    ['var.missing', unknown('[var.missing]')],
    ['"a-${var.missing}"', unknown('a-[var.missing]')],
    ['var.missing.x[0]', unknown('[var.missing.x(0)]')],
    ['[var.missing, 1]', partly('[var.missing]')],
    ['lower(var.missing)', unknown('[lower(var.missing)]')],
    ['format("%s-%s", "a", var.missing)', unknown('a-[var.missing]')],
    ['join("-", ["a", var.missing])', unknown('a-[var.missing]')],
    ['var.missing && false', false],
    ['var.missing || true', true],
    ['length([var.missing])', 1],
    ['concat(["a"], [var.missing])', partly('[var.missing]')],
    ['contains(["a", var.missing], "a")', true],
    ['try(var.missing.x, 1)', unknown('[var.missing.x]')],
    ['var.missing ? 1 : 1', 1],
    ['var.missing ? 1 : 2', unknown('[expression at main.tf:49:7]')],
    ['[for v in var.missing : v]', unknown('[expression at main.tf:49:7]')],
    ['azurerm_subnet.one.id', unknown('[azurerm_subnet.one.id]')],
    ['azurerm_subnet.counted[1].id', unknown('[azurerm_subnet.counted(1).id]')],
    ['data.azurerm_subnet.s.id', unknown('[data.azurerm_subnet.s.id]')],
    ['data.azurerm_subnet.s.name', 'd'],
    ['azurerm_firewall.f.ip_configuration[0].name', 'c'],
    [
      'azurerm_firewall.f.ip_configuration[0].private_ip_address',
      unknown('[azurerm_firewall.f.ip_configuration(0).private_ip_address]'),
    ],
    ['azurerm_subnet.open["k"].name', 'k'],
    ['module.net["a"].id', unknown('[module.net("a").azurerm_subnet.inner.id]')],
    ['module.away.id', unknown('[module.away.id]')],
    ['regex("(a+)+$", "aaaa!")', unknown('[regex("(a+)+$", "aaaa!")]')],
    ['replace("a", "/a+/", "b")', unknown('[replace("a", "%2Fa+%2F", "b")]')],
    ['uuid()', unknown('[uuid()]')],
    ['file("../secret")', unknown('[file("..%2Fsecret")]')],
    ['terraform.workspace', unknown('[terraform.workspace]')],
    ['var.wrong', unknown('[var.wrong]')],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe('what has no value', () => {
  it.each([
    ['var.nothing', 'variable nothing is not declared'],
    ['local.nothing', 'local nothing is not declared'],
    ['azurerm_subnet.nothing.id', 'azurerm_subnet.nothing is not declared'],
    ['module.net["a"].nothing', 'module.net["a"] has no output nothing'],
    ['var.map.q', 'the object has no q'],
    ['var.list[9]', 'the list has no item 9'],
    ['"a" + 1', 'expected a number, not a string'],
    ['local.cycle', 'local.cycle depends on itself'],
    ['1 / 0', 'a division by zero'],
    ['something', 'there is no something'],
    ['[for x in "a" : x]', 'a loop over a string'],
    ['{ for x in ["a", "a"] : x => 1 }', 'the loop makes the key "a" twice'],
    ['jsondecode("{")', 'the text is not JSON'],
  ])('%s', (expression, message) => {
    expect(evaluate(expression)).toEqual(error(message));
  });
});
