/** The remedy as edits of the source: after them no required flow is denied, and nothing else of the text has changed. */

import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../../core/validate/apply-edits.ts';
import type { SourceFile } from '../../../../../core/validate/read/source/files.ts';
import type { ConfigReport } from '../../../../../core/validate/report.ts';
import { validateInput } from '../../../../../core/validate/validate-input.ts';
import { azapiStyles } from '../../../../support/azapi-styles.ts';
import { styles as bicepStyles } from '../../../../support/bicep-styles.ts';
import { pinnedEdition } from '../../../../support/pinned-edition.ts';
import { patience } from '../../../../support/runs.ts';
import { options, sample } from '../../../../support/sample-deployment.ts';
import type { Sample } from '../../../../support/terraform-sample.ts';
import { styles as terraformStyles } from '../../../../support/terraform-styles.ts';

const judge = (files: readonly SourceFile[]) =>
  validateInput(
    { source: { files } },
    { ...options, edition: pinnedEdition, parameters: { suffix: 'x' } },
  );

const lost = ({ flows }: ConfigReport) =>
  flows
    .filter(({ necessity, outcome }) => necessity === 'REQUIRED' && outcome !== 'ALLOWED')
    .map(({ key, outcome }) => `${key} ${outcome}`);

const variants: Readonly<Record<string, Sample>> = {
  'a wrong port, and rules that are missing': sample,
  'a deny rule before the allow rules': {
    ...sample,
    rules: sample.rules.map((rule) =>
      rule.name === 'deny-internet' ? { ...rule, priority: 105 } : rule,
    ),
  },
  'no rules for management and storage': {
    ...sample,
    rules: sample.rules.filter(({ name }) => name !== 'storage' && name !== 'management'),
  },
  'a wrong direction': {
    ...sample,
    rules: sample.rules.map((rule) =>
      rule.name === 'storage' ? { ...rule, direction: 'Inbound', priority: 130 } : rule,
    ),
  },
};

const styles = { ...bicepStyles, ...terraformStyles, ...azapiStyles };

describe.each(Object.entries(styles))('%s', { timeout: patience }, (_, write) => {
  it.each(Object.entries(variants))('%s', (__, variant) => {
    const files = write(variant).map(({ path, text }) => ({
      path,
      text: withComments(path, text),
    }));
    const before = judge(files);
    expect(lost(before)).not.toEqual([]);
    const edits = before.edits();
    const after = applyEdits(files, edits);
    const report = judge(after);
    expect(lost(report)).toEqual([]);
    expect(report.problems).toEqual([]);
    const touched = new Set(edits.map(({ file }) => file));
    expect(
      after.filter((file, index) => file.text !== files[index]?.text).map(({ path }) => path),
    ).toEqual(files.map(({ path }) => path).filter((path) => touched.has(path)));
    for (const [index, { text }] of files.entries()) {
      // Whatever is not replaced is there as it was, in its order.
      const removed = edits.filter(({ file, range }) => {
        const { start, end } = range;
        return (
          file === files[index]?.path && (start.line !== end.line || start.column !== end.column)
        );
      });
      const lines = text.split('\n');
      const kept = lines.filter((__, line) =>
        removed.every(({ range }) => range.start.line !== line + 1),
      );
      expect(isWithin(kept, after[index]?.text.split('\n') ?? [])).toBe(true);
    }
  });
});

/** The text with a comment at each line that opens something, in the languages that have them. */
function withComments(path: string, text: string): string {
  if (!/\.(bicep|tf)$/.test(path)) return text;
  const mark = path.endsWith('.tf') ? '#' : '//';
  return text
    .split('\n')
    .map((line) =>
      /^(resource|variable|param|var)\b.*\{$/.test(line) ? `${line} ${mark} ours` : line,
    )
    .join('\n');
}

/** A line that a new entry follows gets a comma or text behind it. */
function isWithin(lines: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return lines.every((line) => {
    while (at < all.length && !all[at]?.startsWith(line)) at += 1;
    at += 1;
    return at <= all.length;
  });
}

describe('edits', () => {
  const inline = (files: readonly SourceFile[], from: string | RegExp, to: string) =>
    files.map(({ path, text }) => ({ path, text: text.replace(from, to) }));
  const bicep = bicepStyles['all fields as they are']?.(sample) ?? [];
  const terraform = terraformStyles['rules of their own']?.(sample) ?? [];

  it('replace the literal alone', () => {
    const [edit] = judge(bicep).edits();
    expect(edit?.newText).toBe("'1433'");
    expect(edit?.range.end.column).toBe((edit?.range.start.column ?? 0) + "'1443'".length);
  });

  it('repeat the style of the rule before, without its comments', () => {
    const files = inline(terraform, '"1443"\n', '"1443" # why\n');
    const [, added] = judge(files).edits();
    expect(added?.newText).toContain(
      'resource "azurerm_network_security_rule" "allow_outbound_key_vault"',
    );
    expect(added?.newText).toContain(
      'network_security_group_name = azurerm_network_security_group.apim.name',
    );
    expect(added?.newText).not.toContain('# why');
    expect(applyEdits(files, judge(files).edits())[0]?.text).toContain('"1433" # why');
  });

  it('are none where nothing is denied', () => {
    const files = applyEdits(bicep, judge(bicep).edits());
    expect(judge(files).edits()).toEqual([]);
  });

  it('are none where the group is not among the files', () => {
    const files = inline(bicep, /networkSecurityGroup: \{ id: nsg\.id \}/, '');
    expect(judge(files).edits()).toEqual([]);
  });

  it('add a rule where the wrong value is computed', () => {
    const files = inline(bicep, "'1443'", 'string(1400 + 43)');
    const edits = judge(files).edits();
    const after = applyEdits(files, edits);
    expect(after[0]?.text).toContain('string(1400 + 43)');
    expect(lost(judge(after))).toEqual([]);
  });
});
