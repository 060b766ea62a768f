/** A new rule where no rule of the source can be repeated: in the group, or as a declaration of its own behind it. */

import { snakeCase } from '../../../render/names.ts';
import { type ArmRule, armProperties } from '../../../render/rendered-rule.ts';
import type { Group } from './brackets.ts';
import { freeSymbol } from './free-symbol.ts';
import { literalText } from './literal.ts';
import type { SourceText } from './source-texts.ts';
import type { TextEdit } from './text-edit.ts';

/** `offset` is where the group is declared. Undefined for a group that a loop makes, or that is not a plain resource. */
export function newRule(rule: ArmRule, text: SourceText, offset: number): TextEdit | undefined {
  if (text.notation === 'bicep') return inBicep(rule, text, offset);
  return text.notation === 'hcl' ? inTerraform(rule, text, offset) : undefined;
}

const bicepGroup =
  /resource\s+(\w+)\s+'Microsoft\.Network\/networkSecurityGroups@([^'\n]+)'\s*=\s*(?:if\s*\([^\n]*\)\s*)?(?=\{)/iy;

function inBicep(rule: ArmRule, text: SourceText, offset: number): TextEdit | undefined {
  bicepGroup.lastIndex = offset;
  const header = bicepGroup.exec(text.text);
  const body = header && text.brackets.at(offset + header[0].length);
  if (!header || !body) return undefined;
  const [, symbol, version] = header;
  const lines = [
    `name: ${literalText(rule.name, 'bicep')}`,
    'properties: {',
    ...armProperties(rule).map(([key, value]) => `  ${key}: ${literalText(value, 'bicep')}`),
    '}',
  ];
  const list = /\bsecurityRules:\s*(?=\[)/.exec(text.text.slice(body.start, body.end));
  const brackets = list && text.brackets.at(body.start + list.index + list[0].length);
  const inner = brackets ? text.text.slice(brackets.start + 1, brackets.end - 1) : '';
  if (brackets && inner.trim() !== '' && !/^\s*for\b/.test(inner)) {
    const indent = `${text.indentAt(brackets.end - 1)}  `;
    const at = brackets.start + 1 + inner.trimEnd().length;
    const entry = [`{`, ...lines.map((line) => `  ${line}`), '}'].join(`\n${indent}`);
    return { file: text.path, start: at, end: at, text: `\n${indent}${entry}` };
  }
  const declaration = [
    `resource ${freeSymbol(rule.name, text)} 'Microsoft.Network/networkSecurityGroups/securityRules@${version}' = {`,
    `  parent: ${symbol}`,
    ...lines.map((line) => `  ${line}`),
    '}',
  ].join('\n');
  return { file: text.path, start: body.end, end: body.end, text: `\n\n${declaration}` };
}

const terraformGroup = /resource\s+"azurerm_network_security_group"\s+"([^"\n]+)"\s*(?=\{)/y;

function inTerraform(rule: ArmRule, text: SourceText, offset: number): TextEdit | undefined {
  terraformGroup.lastIndex = offset;
  const header = terraformGroup.exec(text.text);
  const body = header && text.brackets.at(offset + header[0].length);
  if (!body || isRepeated(text, body)) return undefined;
  const inner = text.text.slice(body.start + 1, body.end - 1);
  const values = armProperties(rule).map(([key, value]) => [snakeCase(key), value] as const);
  const fields = [['name', rule.name] as const, ...values].map(
    ([key, value]) => [key, literalText(value, 'hcl')] as const,
  );
  const symbol = header?.[1];
  if (/^[ \t]*security_rule\s*=/m.test(inner)) return undefined;
  if (/\bsecurity_rule\b/.test(inner)) {
    const at = body.start + 1 + inner.trimEnd().length;
    const block = ['security_rule {', ...attributes(fields), '}'].join('\n  ');
    return { file: text.path, start: at, end: at, text: `\n\n  ${block}` };
  }
  const group = `azurerm_network_security_group.${symbol}`;
  const name = freeSymbol(rule.name, text);
  const block = [
    `resource "azurerm_network_security_rule" "${name}" {`,
    ...attributes([
      ...fields,
      ['resource_group_name', `${group}.resource_group_name`],
      ['network_security_group_name', `${group}.name`],
    ]),
    '}',
  ].join('\n');
  return { file: text.path, start: body.end, end: body.end, text: `\n\n${block}` };
}

/** Whether the block itself has count or for_each; a dynamic block within it may have one. */
function isRepeated({ text, brackets }: SourceText, body: Group): boolean {
  const inner = text.slice(body.start, body.end);
  return [...inner.matchAll(/^[ \t]*(?:count|for_each)\s*=/gm)].some(
    ({ index }) => brackets.around(body.start + index + 1)[0] === body,
  );
}

/** Laid out as `terraform fmt` does. */
function attributes(fields: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...fields.map(([key]) => key.length));
  return fields.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`);
}
