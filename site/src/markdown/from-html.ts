/** The content of a built page as a Markdown tree: what a page says in HTML, its twin says in Markdown. */

import { decodeHTML } from 'entities';
import type { BlockContent, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import { type ElementNode, type Node, TEXT_NODE } from 'ultrahtml';
import { all, childrenOf, find, hasClass, isElement, textOf } from './html-nodes.ts';

const inlineNames = new Set(
  'a abbr b br code em i kbd output small span strong sub sup time var'.split(' '),
);
/** What is there to be looked at or clicked, not read. */
const skippedNames = new Set(
  'atlas-copy button dialog form input link nav script select style svg template textarea'.split(
    ' ',
  ),
);

/** Turns the address in a link into the one in the twin. */
export type Rewrite = (href: string) => string;

function isSkipped({ name, attributes }: ElementNode): boolean {
  if (attributes.role === 'tabpanel') return false;
  return (
    skippedNames.has(name) ||
    attributes.role === 'tablist' ||
    'hidden' in attributes ||
    'data-markdown-ignore' in attributes ||
    attributes.class === 'sl-anchor-link'
  );
}

/** Without space at the ends, and with one space at most between words. */
function tidy(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const tidied: PhrasingContent[] = [];
  let endsInSpace = true;
  for (const node of nodes) {
    if (node.type === 'text') {
      const value: string = endsInSpace ? node.value.trimStart() : node.value;
      if (value === '') continue;
      endsInSpace = value.endsWith(' ');
      tidied.push({ type: 'text', value });
    } else {
      endsInSpace = node.type === 'break';
      tidied.push(node);
    }
  }
  const last = tidied.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return last?.type === 'text' && last.value === '' ? tidied.slice(0, -1) : tidied;
}

const anchor = (id: string): PhrasingContent => ({ type: 'html', value: `<a id="${id}"></a>` });

export function converter(page: Node, rewrite: Rewrite) {
  function phrasing(node: Node): PhrasingContent[] {
    if (node.type === TEXT_NODE) {
      return [{ type: 'text', value: decodeHTML(node.value).replace(/\s+/g, ' ') }];
    }
    if (!isElement(node) || isSkipped(node)) return [];
    const children = () => childrenOf(node).flatMap(phrasing);
    switch (node.name) {
      case 'a': {
        const content = tidy(children());
        const url = rewrite(decodeHTML(node.attributes.href ?? ''));
        return content.length > 0 ? [{ type: 'link', url, children: content }] : [];
      }
      case 'code':
        return [{ type: 'inlineCode', value: textOf(node).trim() }];
      case 'strong':
        return [{ type: 'strong', children: tidy(children()) }];
      case 'em':
        return [{ type: 'emphasis', children: tidy(children()) }];
      case 'br':
        return [{ type: 'break' }];
      default:
        return children();
    }
  }

  /** Lines of a table's cell, which holds no blocks. */
  function cellLines(node: ElementNode): PhrasingContent[][] {
    const lines: PhrasingContent[][] = [[]];
    for (const child of childrenOf(node)) {
      if (!isElement(child) || isSkipped(child)) {
        lines.at(-1)?.push(...phrasing(child));
      } else if (child.name === 'ul' || child.name === 'ol') {
        lines.push(...all(child, 'li').flatMap(cellLines), []);
      } else if (child.name === 'small' || hasClass(child, 'atlas-host')) {
        lines.push(phrasing(child), []);
      } else if (inlineNames.has(child.name)) {
        lines.at(-1)?.push(...phrasing(child));
      } else {
        lines.push(...cellLines(child), []);
      }
    }
    return lines.map(tidy).filter((line) => line.length > 0);
  }

  function row(node: ElementNode): TableRow {
    const cells = childrenOf(node)
      .filter(isElement)
      .map((cell): PhrasingContent[] =>
        cellLines(cell).flatMap((line, index) =>
          index === 0 ? line : [{ type: 'html', value: '<br>' }, ...line],
        ),
      );
    const { id } = node.attributes;
    return {
      type: 'tableRow',
      children: cells.map((children, index) => ({
        type: 'tableCell',
        children: id && index === 0 ? [anchor(id), ...children] : children,
      })),
    };
  }

  function table(node: ElementNode): RootContent[] {
    const caption = all(node, 'caption')[0];
    return [
      ...(caption ? labelled(textOf(caption)) : []),
      { type: 'table', children: all(node, 'tr').map(row) },
    ];
  }

  function codeBlock(node: ElementNode): RootContent[] {
    const title = find(node, (element) => hasClass(element, 'title'));
    const pre = find(node, ({ name }) => name === 'pre');
    if (!pre) return [];
    const lines = all(pre, 'div').filter((line) => hasClass(line, 'ec-line'));
    const lang = pre.attributes['data-language'];
    return [
      ...(title ? labelled(textOf(title)) : []),
      {
        type: 'code',
        ...(lang && lang !== 'text' && { lang }),
        value: lines.map((line) => textOf(line).replace(/\n$/, '')).join('\n'),
      },
    ];
  }

  function plainCode(node: ElementNode): RootContent[] {
    const lang = node.attributes['data-language'] ?? null;
    return [{ type: 'code', lang, value: textOf(node).replace(/\n$/, '') }];
  }

  function labelled(text: string): BlockContent[] {
    const children: PhrasingContent[] = [{ type: 'text', value: text.trim() }];
    return [{ type: 'paragraph', children: [{ type: 'strong', children }] }];
  }

  function block(node: ElementNode): RootContent[] {
    const heading = /^h([1-6])$/.exec(node.name);
    if (heading) {
      const { id } = node.attributes;
      const children = tidy(childrenOf(node).flatMap(phrasing));
      const depth = Number(heading[1]) as 1 | 2 | 3 | 4 | 5 | 6;
      return [
        {
          type: 'heading',
          depth,
          children: id && depth > 1 ? [anchor(id), ...children] : children,
        },
      ];
    }
    if (hasClass(node, 'expressive-code')) return codeBlock(node);
    if (node.name === 'pre') return plainCode(node);
    if (node.attributes.role === 'tabpanel') {
      const tab = find(
        page,
        ({ attributes }) => attributes.id === node.attributes['aria-labelledby'],
      );
      return [...(tab ? labelled(textOf(tab)) : []), ...blocks(childrenOf(node))];
    }
    if (node.name === 'table') return table(node);
    if (node.name === 'ul' || node.name === 'ol') {
      const children = all(node, 'li').map(
        (item): ListItem => ({
          type: 'listItem',
          spread: false,
          children: blocks(childrenOf(item)) as ListItem['children'],
        }),
      );
      return [{ type: 'list', ordered: node.name === 'ol', spread: false, children }];
    }
    return blocks(childrenOf(node));
  }

  /** Blocks of content; text and inline elements between them become paragraphs. */
  function blocks(nodes: readonly Node[]): RootContent[] {
    const content: RootContent[] = [];
    let line: PhrasingContent[] = [];
    const endLine = () => {
      const children = tidy(line);
      if (children.length > 0) content.push({ type: 'paragraph', children });
      line = [];
    };
    for (const node of nodes) {
      if (!isElement(node) || inlineNames.has(node.name)) line.push(...phrasing(node));
      else if (!isSkipped(node)) {
        endLine();
        content.push(...block(node));
      }
    }
    endLine();
    return content;
  }

  return { blocks };
}
