/**
 * The remedy of locations as edits of their source. Each set of edits is read again and has to give just the rules that
 * the remedy wants: what cannot be changed without changing more is not edited.
 */

import type { Deployment, InputRule } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { type ArmRule, toArmRule } from '../../../render/rendered-rule.ts';
import type { LocationContext } from '../../location/location.ts';
import { entriesOf } from '../../read/rules/input-rule.ts';
import type { SourceFile } from '../../read/source/files.ts';
import type { SourceLocation } from '../../read/source/location.ts';
import type { SourceEdit } from '../../report.ts';
import { additionsOf, changesOf, type RuleChange } from '../remedy-location.ts';
import { clonedRule } from './cloned-rule.ts';
import { newRule } from './new-rule.ts';
import { literalOf, rewritten } from './rule-text.ts';
import { SourceTexts } from './source-texts.ts';
import { editedFiles, sourceEdits, type TextEdit } from './text-edit.ts';

export interface EditableSource {
  readonly files: readonly SourceFile[];
  readonly locate: (pointer: string) => SourceLocation | undefined;
  /** What the files say after an edit. */
  readonly read: (files: readonly SourceFile[]) => {
    readonly deployment: Deployment;
    readonly problems: number;
  };
  readonly problems: number;
}

/** Readings of the source that the search may take; each is a fraction of a validation. */
const maxReadings = 60;
const maxSiblings = 6;

export function editsOf(
  locations: readonly LocationContext[],
  source: EditableSource,
): readonly SourceEdit[] {
  const texts = new SourceTexts(source.files, source.locate);
  const search = new EditSearch(source, texts);
  for (const location of locations) {
    search.add(location, changesOf(location)) || search.add(location, additionsOf(location));
  }
  return sourceEdits(source.files, search.edits);
}

type Rules = ReadonlyMap<string, string>;

class EditSearch {
  readonly #source: EditableSource;
  readonly #texts: SourceTexts;
  #edits: readonly TextEdit[] = [];
  /** By location, the rules that the edits have to give. */
  #expected = new Map<number, Rules>();
  #readings = 0;

  constructor(source: EditableSource, texts: SourceTexts) {
    this.#source = source;
    this.#texts = texts;
  }

  get edits(): readonly TextEdit[] {
    return this.#edits;
  }

  /** Whether all changes of a location could be made; the edits have them then. */
  add(location: LocationContext, changes: readonly RuleChange[] | undefined): boolean {
    if (!changes) return false;
    const before = { edits: this.#edits, expected: this.#expected };
    const choices = changes.map((change) => this.#choices(location, change));
    const first = choices.map((some) => some[0]?.());
    if (first.every((edits) => edits !== undefined)) {
      if (this.#accept(location, changes, [...this.#edits, ...first.flat()])) return true;
    }
    for (const [index, change] of changes.entries()) {
      const isMade = choices[index]?.some((choice) => {
        const edits = choice();
        return edits && this.#accept(location, [change], [...this.#edits, ...edits]);
      });
      if (isMade) continue;
      this.#edits = before.edits;
      this.#expected = before.expected;
      return false;
    }
    return true;
  }

  /** Ways to make the change, the best one first. */
  #choices(location: LocationContext, { before, after }: RuleChange) {
    const rule = toArmRule(after);
    const texts = this.#texts;
    if (before) return [() => rewritten(before, rule, texts)];
    const { inputRules } = location;
    const siblings = inputRules
      .filter((one) => !one.isDefault && literalOf(one, ['priority'], one.priority, texts))
      .sort((a, b) => distance(a, rule) - distance(b, rule))
      .slice(0, maxSiblings);
    return [
      ...siblings.map((sibling) => () => {
        const others = inputRules.filter((one) => one !== sibling);
        const edit = clonedRule(sibling, rule, others, texts);
        return edit && [edit];
      }),
      () => {
        const group = texts.find(`${location.path}/networkSecurityGroup`);
        const edit = group && newRule(rule, group.text, group.offset);
        return edit && [edit];
      },
    ];
  }

  #accept(
    location: LocationContext,
    changes: readonly RuleChange[],
    edits: readonly TextEdit[],
  ): boolean {
    const files = editedFiles(this.#source.files, edits);
    if (!files || this.#readings >= maxReadings) return false;
    this.#readings += 1;
    const read = this.#read(files);
    if (!read) return false;
    const { locations } = location.deployment;
    const at = locations.indexOf(location.location);
    const expected = new Map(this.#expected);
    const wanted = changedRules(expected.get(at) ?? rulesOf(location.inputRules), changes);
    expected.set(at, wanted);
    const isRight = read.every((rules, index) => {
      const own = expected.get(index);
      // A group that two locations share changes for both.
      return !own || isEqual(rules, own) || (index !== at && isEqual(rules, wanted));
    });
    if (!isRight) return false;
    this.#edits = edits;
    this.#expected = expected;
    return true;
  }

  #read(files: readonly SourceFile[]): readonly Rules[] | undefined {
    try {
      const { deployment, problems } = this.#source.read(files);
      if (problems > this.#source.problems) return undefined;
      return deployment.locations.map(({ networkSecurityGroup: group }) =>
        rulesOf(group && 'rules' in group ? (group.rules ?? []) : []),
      );
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }
}

/** How much of a rule would have to be changed to make the other one of it. */
function distance(rule: InputRule, wanted: ArmRule): number {
  const differs = (a: unknown, b: unknown) => Number(`${a}`.toLowerCase() !== `${b}`.toLowerCase());
  const ports = entriesOf(rule.destinationPorts).length;
  return (
    8 * differs(rule.direction, wanted.direction) +
    4 * differs(rule.access, wanted.access) +
    2 * Number((ports === 1) !== (wanted.destinationPortRanges.length === 1)) +
    differs(rule.protocol, wanted.protocol) +
    Math.min(1, Math.abs(Number(rule.priority) - wanted.priority) / 4096)
  );
}

/** The meaning of each rule, by its name. */
const rulesOf = (rules: readonly InputRule[]): Rules =>
  new Map(
    rules.map((rule) => [
      rule.name.toLowerCase(),
      meaningOf(
        [rule.priority, rule.direction, rule.access, rule.protocol],
        [
          entriesOf(rule.source),
          entriesOf(rule.sourcePorts),
          entriesOf(rule.destination),
          entriesOf(rule.destinationPorts),
        ],
      ),
    ]),
  );

function changedRules(rules: Rules, changes: readonly RuleChange[]): Rules {
  const changed = new Map(rules);
  for (const { after } of changes) {
    const rule = toArmRule(after);
    changed.set(
      rule.name.toLowerCase(),
      meaningOf(
        [rule.priority, rule.direction, rule.access, rule.protocol],
        [
          rule.sourceAddressPrefixes,
          rule.sourcePortRanges,
          rule.destinationAddressPrefixes,
          rule.destinationPortRanges,
        ],
      ),
    );
  }
  return changed;
}

const meaningOf = (fields: readonly unknown[], sides: readonly (readonly string[])[]): string =>
  JSON.stringify([fields, sides.map((side) => [...new Set(side)].sort())]).toLowerCase();

const isEqual = (a: Rules, b: Rules): boolean =>
  a.size === b.size && [...a].every(([name, rule]) => b.get(name) === rule);
