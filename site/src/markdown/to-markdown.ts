/** Turns the HTML of a page's content into Markdown (GitHub Flavored). */

import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type {
  BlockContent,
  Code,
  Heading,
  Html,
  Link,
  Root as MarkdownRoot,
  PhrasingContent,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { elementsIn, hasClass } from './elements.ts';

/** Turns the address in a link into the one to write. */
export type Rewrite = (href: string) => string;

/** Controls and drawings: nothing in them is text to read. */
const skippedNames = new Set(
  'atlas-copy button dialog form input nav select svg textarea'.split(' '),
);
const cellBlocks = new Set('div li ol p small ul'.split(' '));

function isSkipped(element: Element): boolean {
  const { role, hidden, dataMarkdownIgnore } = element.properties;
  if (role === 'tabpanel') return false;
  return (
    skippedNames.has(element.tagName) ||
    role === 'tablist' ||
    hidden === true ||
    dataMarkdownIgnore !== undefined ||
    hasClass(element, 'sl-anchor-link')
  );
}

const anchor = (id: unknown): Html => ({ type: 'html', value: `<a id="${id}"></a>` });

function label(text: string): BlockContent {
  const children: PhrasingContent[] = [{ type: 'text', value: text.trim() }];
  return { type: 'paragraph', children: [{ type: 'strong', children }] };
}

function code(element: Element, value: string): Code {
  const lang = String(element.properties.dataLanguage ?? 'text');
  return { type: 'code', lang: lang === 'text' ? null : lang, value: value.replace(/\n$/, '') };
}

/** A block of Expressive Code: each line is an element, and the title is the name of a file. */
function expressiveCode(element: Element): BlockContent[] {
  const title = elementsIn(element).find((inner) => hasClass(inner, 'title'));
  const pre = elementsIn(element).find(({ tagName }) => tagName === 'pre');
  if (!pre) return [];
  const lines = elementsIn(pre)
    .filter((inner) => hasClass(inner, 'ec-line'))
    .map((line) => textOf(line).replace(/\n$/, ''));
  return [...(title ? [label(textOf(title))] : []), code(pre, [...lines].join('\n'))];
}

const div: Handle = (state, element) => {
  if (hasClass(element, 'expressive-code')) return expressiveCode(element);
  const content = state.toFlow(state.all(element));
  const { role, dataTab } = element.properties;
  return role === 'tabpanel' ? [label(String(dataTab)), ...content] : content;
};

const heading: Handle = (state, element) => {
  const result = defaultHandlers.h2(state, element) as Heading;
  const { id } = element.properties;
  return id ? { ...result, children: [anchor(id), ...result.children] } : result;
};

const table: Handle = (state, element) => {
  const caption = elementsIn(element).find(({ tagName }) => tagName === 'caption');
  const result = defaultHandlers.table(state, element) as BlockContent;
  return [...(caption ? [label(textOf(caption))] : []), result];
};

/** Content of a cell, line by line: a cell of Markdown takes no paragraphs and lists. */
function linesOf(state: State, element: Element): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of element.children) {
    if (child.type === 'element' && cellBlocks.has(child.tagName)) {
      lines.push(...linesOf(state, child), []);
    } else {
      const content = [state.one(child, element) ?? []].flat() as PhrasingContent[];
      if (child.type === 'element' && hasClass(child, 'atlas-host')) lines.push(content, []);
      else lines.at(-1)?.push(...content);
    }
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

function trimmed(line: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === 'text' && node.value.trim() === '';
  const from = line.findIndex((node) => !isBlank(node));
  const to = line.findLastIndex((node) => !isBlank(node));
  return line.slice(Math.max(from, 0), to + 1).map((node, index, { length }) => {
    if (node.type !== 'text') return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === length - 1 ? value.trimEnd() : value };
  });
}

const cell: Handle = (state, element, row) => {
  const lines = linesOf(state, element);
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'html', value: '<br>' }, ...line],
  );
  const isFirst = row?.children.find(({ type }) => type === 'element') === element;
  const id = isFirst && row?.type === 'element' && row.properties.id;
  return { type: 'tableCell', children: id ? [anchor(id), ...children] : children };
};

const handlers: Readonly<Record<string, Handle>> = {
  div,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  pre: (_, element) => code(element, textOf(element)),
  table,
  td: cell,
  th: cell,
};

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-' });

/** A copy of the element without what is not text; a panel takes the name of its tab with it. */
function readable(content: Element): Element {
  const tabs = new Map(
    elementsIn(content)
      .filter(({ properties: { role } }) => role === 'tab')
      .map((tab) => [tab.properties.id, textOf(tab)]),
  );
  const copy = ({ tagName, properties, children }: Element): Element => ({
    type: 'element',
    tagName,
    properties: { ...properties, dataTab: tabs.get(String(properties.ariaLabelledBy)) },
    children: children.flatMap((child): readonly ElementContent[] => {
      if (child.type !== 'element') return [child];
      return isSkipped(child) ? [] : [copy(child)];
    }),
  });
  return copy(content);
}

/** The Markdown of a page: its title, and the content with each link rewritten. */
export function toMarkdown(title: string, content: Element, rewrite: Rewrite): string {
  const a: Handle = (state, element) => {
    const link = defaultHandlers.a(state, element) as Link;
    return { ...link, url: rewrite(link.url) };
  };
  const tree = toMdast(readable(content), { handlers: { ...handlers, a } }) as MarkdownRoot;
  const heading: Heading = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: title }],
  };
  return writer.stringify({ type: 'root', children: [heading, ...tree.children] });
}
