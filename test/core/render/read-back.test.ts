/** Rendered rules read back by what reads the format: bash, terraform, a JSON parser, a CSV reader. */

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { render } from '../../../core/render/index.ts';
import {
  armProperties,
  oneLine,
  type RuleGroup,
  toArmRule,
} from '../../../core/render/rendered-rule.ts';
import { readCells } from '../../support/read-csv.ts';
import { ruleSets } from '../../support/rules.ts';

const cases = Object.entries(ruleSets);
const isInstalled = (command: string, argument: string) =>
  spawnSync(command, [argument]).status === 0;
const rulesOf = (groups: readonly RuleGroup[]) =>
  groups.flatMap((group) =>
    group.rules.map((input) => ({ group, given: input, arm: toArmRule(input) })),
  );

interface ArmNamed {
  name: string | undefined;
  properties: Record<string, unknown>;
}
interface ArmResource {
  name: string;
  properties: { securityRules?: ArmNamed[] };
}

/** What Resource Manager makes of a text outside expressions. */
function armText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(armText);
  if (typeof value !== 'string' || !/^\[.*\]$/s.test(value)) return value;
  expect(value).toMatch(/^\[\[/);
  return value.slice(1);
}

describe('ARM_JSON', () => {
  it.each(cases)('%s is a template that says the same rules', (_, groups) => {
    const template = JSON.parse(render('ARM_JSON', groups));
    const actual = (template.resources as ArmResource[]).flatMap((resource): ArmNamed[] =>
      resource.properties.securityRules === undefined
        ? [{ ...resource, name: /, '(.*)'\)\]$/s.exec(resource.name)?.[1]?.replaceAll("''", "'") }]
        : resource.properties.securityRules,
    );
    expect(
      actual.map(({ name, properties }) => [
        armText(name),
        Object.entries(properties).map(([key, value]) => [key, armText(value)]),
      ]),
    ).toEqual(rulesOf(groups).map(({ arm }) => [arm.name, armProperties(arm)]));
  });

  it.each(cases)('%s declares each parameter it uses, and no other', (_, groups) => {
    const { parameters, resources } = JSON.parse(render('ARM_JSON', groups));
    const used = JSON.stringify(resources).matchAll(/parameters\('(\w+)'\)/g);
    expect([...new Set([...used].map(([, name]) => name))].sort()).toEqual(
      Object.keys(parameters).sort(),
    );
  });
});

describe('CSV', () => {
  const guarded = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

  it.each(cases)('%s has one row for each rule', (_, groups) => {
    const [header, ...rows] = readCells(render('CSV', groups));
    expect(header?.slice(0, 4)).toEqual(['location', 'name', 'priority', 'direction']);
    expect(rows).toEqual(
      rulesOf(groups).map(({ group, arm }) =>
        [
          group.region,
          arm.name,
          String(arm.priority),
          arm.direction,
          arm.access,
          arm.protocol,
          arm.sourceAddressPrefixes.join('; '),
          arm.sourcePortRanges.join('; '),
          arm.destinationAddressPrefixes.join('; '),
          arm.destinationPortRanges.join('; '),
          arm.description,
          arm.portRuleId ?? '',
        ].map(guarded),
      ),
    );
  });
});

describe('MARKDOWN', () => {
  it.each(cases)('%s has ten cells in every row', (_, groups) => {
    const rows = render('MARKDOWN', groups)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replace(/\\./g, '').split('|').length - 2);
    expect(cells.filter((count) => count !== 10)).toEqual([]);
    const filled = groups.filter((group) => group.rules.length > 0);
    expect(rows).toHaveLength(rulesOf(groups).length + 2 * filled.length);
  });
});

describe.runIf(isInstalled('bash', '--version'))('AZURE_CLI', () => {
  it.each(cases)('%s hands az exactly the values of the rules', (_, groups) => {
    const script = render('AZURE_CLI', groups);
    const { stdout, status } = spawnSync('bash', ['-s'], {
      input: `az() { printf '%s\\1' "$@"; printf '\\2'; }\n${script}`,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const calls = stdout.split('\u0002').slice(0, -1);
    expect(calls.map((call) => optionsOf(call.split('\u0001').slice(4, -1)))).toEqual(
      rulesOf(groups).map(({ arm }) => ({
        'resource-group': ['my-resource-group'],
        'nsg-name': [expect.stringMatching(/^nsg-apim[a-z0-9-]*$/)],
        // bash cannot pass the null character on
        name: [arm.name.replaceAll('\0', '').replace(/^(?=[-@'?])/, ' ')],
        priority: [String(arm.priority)],
        direction: [arm.direction],
        access: [arm.access],
        protocol: [arm.protocol],
        'source-address-prefixes': arm.sourceAddressPrefixes,
        'source-port-ranges': arm.sourcePortRanges,
        'destination-address-prefixes': arm.destinationAddressPrefixes,
        'destination-port-ranges': arm.destinationPortRanges,
        ...(arm.description && {
          description: [arm.description.replace(/^(?=[-@'?])/, ' ')],
        }),
      })),
    );
  });

  function optionsOf(words: readonly string[]): Record<string, string[]> {
    const options: Record<string, string[]> = {};
    let last: string[] = [];
    for (const word of words) {
      if (word.startsWith('--')) {
        last = [];
        options[word.slice(2)] = last;
      } else last.push(word);
    }
    return options;
  }
});

describe.runIf(isInstalled('terraform', 'version'))('TERRAFORM', () => {
  it.each(cases)('%s is laid out as terraform fmt does', (_, groups) => {
    const { status, stderr } = spawnSync('terraform', ['fmt', '-check', '-'], {
      input: render('TERRAFORM', groups),
      encoding: 'utf8',
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  });
});

describe('names in generated code', () => {
  it.each(cases)('%s: Terraform and Bicep symbols are valid and unique', (_, groups) => {
    const offenders = (['TERRAFORM', 'BICEP'] as const).flatMap((format) => {
      const text = render(format, groups);
      const pattern =
        format === 'TERRAFORM'
          ? /^(?:resource "\w+"|variable) "(.*)" \{$/gm
          : /^(?:resource|param) (\S+) /gm;
      const symbols = [...text.matchAll(pattern)].map(([, symbol]) => symbol ?? '');
      expect(symbols.length).toBeGreaterThan(1);
      return symbols.filter(
        (symbol, index) => !/^[A-Za-z]\w*$/.test(symbol) || symbols.indexOf(symbol) !== index,
      );
    });
    expect(offenders).toEqual([]);
  });

  it.each(['AZURE_CLI', 'POWERSHELL', 'BICEP'] as const)(
    '%s: a region cannot end its comment or text',
    (format) => {
      const text = render(format, ruleSets.hostile);
      expect(text.split('\n').filter((line) => /^\s*\$\(id\)/.test(line))).toEqual([]);
      expect(oneLine(text)).not.toBe('');
    },
  );
});
