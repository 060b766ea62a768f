/** A Markdown tree as text, with the tables of GitHub Flavored Markdown. */

import type { RootContent, Table } from 'mdast';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

const table: Handle = (node: Table, _, state, info) => {
  // What is escaped in running text is escaped in a cell.
  const exit = state.enter('phrasing');
  const [head = [], ...rows] = node.children.map(({ children }) =>
    children.map((cell) =>
      state
        .containerPhrasing(cell, { ...info, before: '|', after: '|' })
        .replaceAll('\n', ' ')
        // In code, too: the table takes its bars first.
        .replaceAll('|', '\\|'),
    ),
  );
  exit();
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};

const options: Options = {
  bullet: '-',
  rule: '-',
  handlers: {
    ...defaultHandlers,
    table,
  },
};

export function markdown(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, options);
}
