/** A security rule in the text of its source: where each of its values is written, and the part that is the rule. */

import type { InputRule } from '../../../deployment.ts';
import { pointer } from '../../../json-pointer.ts';
import { snakeCase } from '../../../render/names.ts';
import { type ArmRule, armProperties } from '../../../render/rendered-rule.ts';
import { addressFields, entriesOf, portFields } from '../../read/rules/input-rule.ts';
import type { Group } from './brackets.ts';
import { type Literal, literalAt, literalText } from './literal.ts';
import type { SourceText, SourceTexts } from './source-texts.ts';
import type { TextEdit } from './text-edit.ts';

/** What a rule is made of besides its name; the sides are lists. */
const scalarFields = ['priority', 'direction', 'access', 'protocol'] as const;
const sides = [
  { fields: addressFields.source, before: (rule: InputRule) => rule.source },
  { fields: portFields.source, before: (rule: InputRule) => rule.sourcePorts },
  { fields: addressFields.destination, before: (rule: InputRule) => rule.destination },
  { fields: portFields.destination, before: (rule: InputRule) => rule.destinationPorts },
] as const;

const isSame = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();

interface LiteralInText {
  readonly text: SourceText;
  readonly literal: Literal;
}

/** The literal that gives the value at a pointer, under Azure's name for it or Terraform's. */
export function literalOf(
  rule: Pick<InputRule, 'fieldsPath'>,
  keys: readonly (string | number)[],
  value: unknown,
  texts: SourceTexts,
): LiteralInText | undefined {
  const [name, ...more] = keys;
  for (const spelled of [String(name), snakeCase(String(name))]) {
    const position = texts.find(`${rule.fieldsPath}${pointer(spelled, ...more)}`);
    const literal =
      position && literalAt(position.text.text, position.offset, position.text.notation);
    if (!position || !literal || typeof literal.value === 'object') continue;
    if (isSame(literal.value, value)) return { text: position.text, literal };
  }
  return undefined;
}

const replaced = ({ text, literal }: LiteralInText, value: string | number): TextEdit => ({
  file: text.path,
  start: literal.start,
  end: literal.end,
  text: literalText(typeof literal.value === 'string' ? String(value) : value, text.notation),
});

/** The replacements that make the written rule the other one; undefined if a value that differs is not a literal. */
export function rewritten(
  before: InputRule,
  after: ArmRule,
  texts: SourceTexts,
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const field of scalarFields) {
    if (isSame(before[field], after[field])) continue;
    const written = literalOf(before, [field], before[field], texts);
    if (!written) return undefined;
    edits.push(replaced(written, after[field]));
  }
  for (const { fields, before: sideOf } of sides) {
    const side = sideOf(before);
    const own = rewrittenSide(before, side, valuesOf(after, fields), fields, texts);
    if (!own) return undefined;
    edits.push(...own);
  }
  return edits;
}

interface Fields {
  readonly one: string;
  readonly several: string;
}

function valuesOf(rule: ArmRule, { one, several }: Fields): readonly string[] {
  const [, value] = armProperties(rule).find(([key]) => key === one || key === several) ?? [];
  return typeof value === 'object' ? value : [String(value)];
}

function rewrittenSide(
  rule: InputRule,
  side: InputRule['sourcePorts'],
  wanted: readonly string[],
  { one, several }: Fields,
  texts: SourceTexts,
): TextEdit[] | undefined {
  const before = entriesOf(side);
  const sorted = (list: readonly string[]) =>
    list
      .map((text) => text.toLowerCase())
      .sort()
      .join();
  if (sorted(before) === sorted(wanted)) return [];
  const isOneByOne = side.singular === undefined || side.plural.length === 0;
  if (isOneByOne && before.length === wanted.length) {
    const edits: TextEdit[] = [];
    for (const [index, value] of before.entries()) {
      const now = wanted[index] as string;
      if (isSame(value, now)) continue;
      const keys = side.singular === undefined ? [several, index] : [one];
      const written = literalOf(rule, keys, value, texts);
      if (!written) return undefined;
      edits.push(replaced(written, now));
    }
    return edits;
  }
  return isOneByOne ? withOtherField(rule, side, wanted, { one, several }, texts) : undefined;
}

/** One value instead of several, or several instead of one: the field then has another name. */
function withOtherField(
  rule: InputRule,
  { singular, plural }: InputRule['sourcePorts'],
  wanted: readonly string[],
  { one, several }: Fields,
  texts: SourceTexts,
): TextEdit[] | undefined {
  const wasOne = singular !== undefined;
  const isOne = wanted.length === 1;
  const first = wasOne
    ? literalOf(rule, [one], singular, texts)
    : literalOf(rule, [several, 0], plural[0], texts);
  if (!first) return undefined;
  const { text } = first;
  const list = text.brackets.around(first.literal.start)[0];
  const whole = list?.sign === '[' ? literalAt(text.text, list.start, text.notation) : undefined;
  const inList = whole && isList(whole.value, wasOne ? [singular] : plural) ? whole : undefined;
  // A list that a loop goes on from may have any number of entries.
  const value = inList ?? (wasOne ? first.literal : undefined);
  if (!value) return undefined;
  const key = keyBefore(text, value.start, wasOne ? one : several);
  const edit = { file: text.path, end: value.end };
  if (key) {
    const name = isOne ? one : several;
    const spelled = key.isSnake ? snakeCase(name) : name;
    const written = literalText(isOne ? (wanted[0] as string) : wanted, text.notation);
    return [{ ...edit, start: key.start, text: `${key.quote}${spelled}${key.rest}${written}` }];
  }
  return inList
    ? [{ ...edit, start: value.start, text: literalText(wanted, text.notation) }]
    : undefined;
}

const isList = (value: Literal['value'], wanted: readonly string[]) =>
  typeof value === 'object' && value.join() === wanted.join();

/** The name of the field that is written before its value. */
function keyBefore({ text }: SourceText, offset: number, name: string) {
  const before = text.slice(Math.max(0, offset - 80), offset);
  const match = /(["']?)([A-Za-z_]+)(["']?\s*[:=]\s*)$/.exec(before);
  if (!match || ![name, snakeCase(name)].includes(match[2] ?? '')) return undefined;
  const [whole, quote = '', key, rest = ''] = match;
  return { start: offset - whole.length, quote, rest, isSnake: key !== name };
}

/** The part of a text that is one rule: an object, an entry of one, a block, or a declaration. */
export interface RuleUnit {
  readonly text: SourceText;
  readonly start: number;
  readonly end: number;
  /** The bracket that it is in; undefined at the top of the file. */
  readonly container: Group | undefined;
}

const header =
  /(?:^|\n)([ \t]*)((?:resource\s+\w+\s+'[^'\n]*'\s*=\s*|resource\s+"[^"\n]*"\s+"[^"\n]*"\s*|\w+\s+|(?:'[^'\n]*'|"[^"\n]*"|[\w-]+)\s*[:=]\s*))$/;

/** Undefined if the values of the rule are not written together, and apart from those of other rules. */
export function unitOf(
  rule: InputRule,
  others: readonly InputRule[],
  texts: SourceTexts,
): RuleUnit | undefined {
  const priority = literalOf(rule, ['priority'], rule.priority, texts);
  if (!priority) return undefined;
  const { text, literal } = priority;
  const around = text.brackets.around(literal.start);
  let index = 0;
  const [inner, outer] = around;
  const isProperties =
    inner && /["']?properties["']?\s*[:=]\s*$/.test(text.text.slice(0, inner.start));
  if (isProperties && outer) index = 1;
  const own = around[index];
  if (own?.sign !== '{') return undefined;
  const isShared = others.some((other) => {
    const theirs = literalOf(other, ['priority'], other.priority, texts);
    return (
      theirs?.text === text && theirs.literal.start > own.start && theirs.literal.start < own.end
    );
  });
  if (isShared) return undefined;
  const before = text.text.slice(0, own.start);
  const name =
    header.exec(before.slice(-300))?.[2] ??
    /(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)\s*[:=]\s*$/.exec(before.slice(-200))?.[0] ??
    '';
  return { text, start: own.start - name.length, end: own.end, container: around[index + 1] };
}
