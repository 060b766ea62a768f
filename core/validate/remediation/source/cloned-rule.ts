/** A new rule in the style of one that the source has: its text once more, with other values, behind it. */

import type { InputRule } from '../../../deployment.ts';
import type { ArmRule } from '../../../render/rendered-rule.ts';
import { freeSymbol } from './free-symbol.ts';
import { literalText } from './literal.ts';
import { literalOf, type RuleUnit, rewritten, unitOf } from './rule-text.ts';
import type { SourceTexts } from './source-texts.ts';
import { editedText, type TextEdit } from './text-edit.ts';

/** Undefined if the sibling is not written in a way that can be repeated. */
export function clonedRule(
  sibling: InputRule,
  rule: ArmRule,
  others: readonly InputRule[],
  texts: SourceTexts,
): TextEdit | undefined {
  const unit = unitOf(sibling, others, texts);
  const values = unit && rewritten(sibling, rule, texts);
  if (!unit || !values || values.some((edit) => !isWithin(edit, unit))) return undefined;
  const described = descriptionEdit(sibling, rule, unit, texts);
  const changes = [...values, ...described];
  const names = nameEdits(sibling, rule, unit, changes);
  if (!names) return undefined;
  const comments = unit.text.brackets
    .commentsIn(unit.start, unit.end)
    .map(({ start, end }) => ({ ...withLine(unit, start), end, text: '' }));
  const own = unit.text.text.slice(unit.start, unit.end);
  const copy = editedText(
    own,
    [...changes, ...names, ...comments].map(({ start, end, text }) => ({
      start: start - unit.start,
      end: end - unit.start,
      text,
    })),
  );
  return copy === undefined ? undefined : behind(unit, copy);
}

const isWithin = (edit: TextEdit, { text, start, end }: RuleUnit) =>
  edit.file === text.path && edit.start >= start && edit.end <= end;

/** A comment alone on its line goes with the line. */
function withLine({ text }: RuleUnit, start: number): { readonly start: number } {
  const before = text.text.slice(0, start);
  const trimmed = before.trimEnd().length;
  return { start: text.beginsLine(start) ? Math.max(trimmed, before.lastIndexOf('\n')) : trimmed };
}

function descriptionEdit(
  sibling: InputRule,
  { description }: ArmRule,
  unit: RuleUnit,
  texts: SourceTexts,
): TextEdit[] {
  const { description: before } = sibling;
  const written =
    before === undefined ? undefined : literalOf(sibling, ['description'], before, texts);
  if (!written) return [];
  const { start, end } = written.literal;
  const text = literalText(description, written.text.notation);
  return [{ file: unit.text.path, start, end, text }].filter((edit) => isWithin(edit, unit));
}

/** The name where it is written, and the symbol of a declaration. */
function nameEdits(
  { name }: InputRule,
  rule: ArmRule,
  unit: RuleUnit,
  taken: readonly TextEdit[],
): TextEdit[] | undefined {
  const { text, start, end } = unit;
  const own = text.text.slice(start, end);
  const declared = /^resource\s+(\w+)\s+'/.exec(own) ?? /^resource\s+"[^"]*"\s+"([^"]*)"/.exec(own);
  const symbol = declared?.[1];
  const edits: TextEdit[] = [];
  let from = 0;
  if (declared && symbol !== undefined) {
    const at = start + declared[0].lastIndexOf(symbol);
    edits.push({
      file: text.path,
      start: at,
      end: at + symbol.length,
      text: freeSymbol(rule.name, text),
    });
    from = declared[0].length;
  }
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w.-])${escaped}(?![\\w.-])`, 'g');
  for (const match of own.slice(from).matchAll(pattern)) {
    const at = start + from + match.index;
    if (taken.some((edit) => edit.start <= at && at < edit.end)) continue;
    const isKey = at === start && text.notation === 'bicep' && !/^[A-Za-z_]\w*$/.test(rule.name);
    const written = isKey ? literalText(rule.name, 'bicep') : rule.name;
    return [...edits, { file: text.path, start: at, end: at + name.length, text: written }];
  }
  return undefined;
}

/** The text as the next entry, block or declaration, with what the language wants between the two. */
function behind({ text, start, end, container }: RuleUnit, copy: string): TextEdit {
  const at = { file: text.path, start: end, end };
  const isOwnLine = text.beginsLine(start);
  const line = isOwnLine ? `\n${text.indentAt(start)}` : ' ';
  if (!container) return { ...at, text: `\n\n${copy}` };
  const hasComma = /^[ \t]*,/.test(text.text.slice(end));
  const isList = container.sign === '[';
  const needsComma =
    text.notation === 'json' || (text.notation === 'hcl' && isList) || hasComma || !isOwnLine;
  return { ...at, text: `${needsComma ? ',' : ''}${line}${copy}` };
}
