/** The remedy as changes of a JSON text: offered only where the changed text denies less required traffic and has no new kind of error. */

import { applyEdits, findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { RuleGroup } from '../../../../core/render/rendered-rule.ts';
import { type ArmRule, armProperties, toArmRule } from '../../../../core/render/rendered-rule.ts';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import type { JsonReport } from './json-report.ts';
import { type Patch, patchOf } from './patch.ts';

interface Report {
  readonly flows: readonly Pick<JsonReport['flows'][number], 'necessity' | 'outcome'>[];
  readonly findings: readonly Pick<JsonReport['findings'][number], 'severity' | 'checkId'>[];
}

interface Judged {
  readonly report: Report;
  readonly changes: { readonly remediation: readonly RuleGroup[] };
  /** Keys of the list of rules in the text. */
  readonly rulesAt: readonly (string | number)[] | undefined;
}

/** Each change parses the text, so a long one, or one with many changes, gets none. */
const longest = 256 * 1024;
const mostRules = 30;

const lost = ({ flows }: Report): number =>
  flows.filter(
    ({ necessity, outcome }) =>
      necessity === 'REQUIRED' && (outcome === 'DENIED' || outcome === 'PARTIAL'),
  ).length;

const errorsOf = ({ findings }: Report): ReadonlySet<string> =>
  new Set(findings.filter(({ severity }) => severity === 'ERROR').map(({ checkId }) => checkId));

const isBetter = (after: Report, before: Report): boolean =>
  lost(after) < Math.max(1, lost(before)) && errorsOf(after).isSubsetOf(errorsOf(before));

/** Empty where there is nothing to change, or no change of this text would certainly help. */
export function jsonPatches(
  files: readonly SourceFile[],
  { report, changes, rulesAt }: Judged,
  judge: (files: readonly SourceFile[]) => Report,
): readonly Patch[] {
  const [file, ...otherFiles] = files;
  const [group, ...otherGroups] = changes.remediation;
  if (!file || !group || otherFiles.length + otherGroups.length > 0 || !rulesAt) return [];
  if (file.text.length > longest || group.rules.length > mostRules) return [];
  const after = changed(file.text, [...rulesAt], group);
  if (after === undefined || after === file.text) return [];
  try {
    if (!isBetter(judge([{ ...file, text: after }]), report)) return [];
    return [patchOf(file.path, file.text, after)];
  } catch {
    // A change that cannot be judged is not offered.
    return [];
  }
}

const pairs = [
  'sourceAddressPrefix',
  'sourcePortRange',
  'destinationAddressPrefix',
  'destinationPortRange',
] as const;

/** The text with the rules of the group changed or added; undefined where the list is not one of Azure's rules. */
function changed(text: string, list: JSONPath, group: RuleGroup): string | undefined {
  const [, indent] = /\n([ \t]+)\S/.exec(text) ?? [];
  // A text in one line stays in one line: to format it would take half a minute where it is long.
  const formatting = indent !== undefined && {
    formattingOptions: {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.startsWith('\t') ? 1 : indent.length,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  };
  let result = text;
  const set = (path: JSONPath, value: unknown, isArrayInsertion = false) => {
    result = applyEdits(result, modify(result, path, value, { ...formatting, isArrayInsertion }));
  };
  for (const one of group.rules) {
    const rule = toArmRule(one);
    const root = parseTree(result);
    const rules = root && findNodeAtLocation(root, list);
    if (rules?.type !== 'array') return undefined;
    const nodes = rules.children ?? [];
    const isWrapped = nodes.some((node) => findNodeAtLocation(node, ['properties']) !== undefined);
    const fieldOf = (index: number, key: string) =>
      nodes[index] && findNodeAtLocation(nodes[index], [key])?.value;
    const index = nodes.findIndex((_, at) => fieldOf(at, 'name') === rule.name);
    if (index < 0) {
      // It has a name that is not written out: a second rule of the same name would break the group.
      if (one.isUpdate) return undefined;
      const fields = Object.fromEntries(armProperties(rule));
      set(
        [...list, nodes.length],
        isWrapped ? { name: rule.name, properties: fields } : { name: rule.name, ...fields },
        true,
      );
    } else {
      const own = nodes[index];
      const at = [...list, index, ...(isWrapped ? ['properties'] : [])];
      const fields = own && (isWrapped ? findNodeAtLocation(own, ['properties']) : own);
      if (!fields) return undefined;
      const written = (fields.children ?? []).map(({ children }) => String(children?.[0]?.value));
      for (const [key, value] of changesOf(rule)) {
        const before = findNodeAtLocation(fields, [key]);
        const isSame = before && JSON.stringify(valueIn(before)) === JSON.stringify(value);
        if (isSame) continue;
        if (before === undefined) {
          // Azure tells keys apart by their letters, not by their case.
          if (written.some((name) => name.toLowerCase() === key.toLowerCase())) return undefined;
          if (value === undefined) continue;
        }
        if (value === undefined && before?.type === 'array') set([...at, key], []);
        else set([...at, key], value);
      }
    }
  }
  return result;
}

const valueIn = (node: NonNullable<ReturnType<typeof parseTree>>): unknown =>
  node.type === 'array' ? (node.children ?? []).map(valueIn) : node.value;

/** Each field with its value; undefined for the one of a pair that is not used. */
function changesOf(rule: ArmRule): readonly (readonly [key: string, value: unknown])[] {
  const fields = new Map<string, unknown>(armProperties(rule));
  fields.delete('description');
  const unused = pairs.flatMap((one) =>
    [one, `${one.replace(/x$/, 'xe')}s`].filter((key) => !fields.has(key)),
  );
  return [...fields, ...unused.map((key) => [key, undefined] as const)];
}
