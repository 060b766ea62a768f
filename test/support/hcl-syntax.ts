/** Syntax trees of HCL in brackets, as tests compare them. */

import type { Body, Expression } from '../../core/validate/read/hcl/syntax.ts';

export function inBrackets(expression: Expression): string {
  const list = (name: string, parts: readonly (Expression | string | undefined)[]) =>
    `(${[name, ...parts.filter((part) => part !== undefined).map((part) => (typeof part === 'string' ? part : inBrackets(part)))].join(' ')})`;
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'variable':
      return expression.name;
    case 'template':
      return list('template', expression.parts);
    case 'template-if':
      return list('if', [expression.condition, expression.then, expression.otherwise]);
    case 'template-for':
      return list('each', [
        expression.keyName,
        expression.valueName,
        expression.collection,
        expression.body,
      ]);
    case 'tuple':
      return list('list', expression.items);
    case 'object':
      return list(
        'object',
        expression.items.flatMap(({ key, value }) => [key, value]),
      );
    case 'for':
      return list(expression.isGrouped ? 'for...' : 'for', [
        expression.keyName,
        expression.valueName,
        expression.collection,
        expression.key,
        expression.value,
        expression.condition && list('where', [expression.condition]),
      ]);
    case 'attribute':
      return `${inBrackets(expression.of)}.${expression.name}`;
    case 'index':
      return `${inBrackets(expression.of)}[${inBrackets(expression.key)}]`;
    case 'splat':
      return list('splat', [expression.of, expression.each]);
    case 'splat-item':
      return '@';
    case 'unary':
      return list(expression.operator, [expression.operand]);
    case 'binary':
      return list(expression.operator, [expression.left, expression.right]);
    case 'conditional':
      return list('?', [expression.condition, expression.then, expression.otherwise]);
    case 'call':
      return list(`${expression.name}()`, [
        ...expression.args,
        expression.isExpanded ? '...' : undefined,
      ]);
    case 'unreadable':
      return 'UNREADABLE';
  }
}

/** Attributes and blocks, one within the other, in the order of kinds. */
export function outline({ attributes, blocks, hasGaps }: Body): string {
  return [
    ...[...attributes].map(([name, { value }]) => `${name}=${inBrackets(value)}`),
    ...blocks.map(
      ({ type, labels, body }) =>
        `${[type, ...labels.map(({ text }) => text)].join(' ')}{${outline(body)}}`,
    ),
    ...(hasGaps ? ['GAP'] : []),
  ].join('; ');
}
