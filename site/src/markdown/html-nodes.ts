/** Finding things in the tree of a built page. */

import { decodeHTML } from 'entities';
import { ELEMENT_NODE, type ElementNode, type Node, parse, TEXT_NODE } from 'ultrahtml';

/** What holds no attributes that matter, and opening tags; an attribute's value may hold a `>`. */
const pieces = /<(script|style)\b.*?<\/\1>|<!--.*?-->|<[a-z][^\s>]*(?:"[^"]*"|'[^']*'|[^"'>])*>/gis;

/** The HTML with its opening tags rewritten, scripts and styles left as they are. */
export function withTags(html: string, rewrite: (tag: string) => string): string {
  return html.replace(pieces, (piece) =>
    /^<(?:script|style)\b|^<!/i.test(piece) ? piece : rewrite(piece),
  );
}

/** The tree of a page. The parser would end a tag at a `>` in an attribute's value, which is therefore escaped. */
export function parsePage(html: string): Node {
  return parse(
    withTags(html, (tag) => tag.replace(/"[^"]*"/g, (value) => value.replaceAll('>', '&gt;'))),
  );
}

export function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? node.children : [];
}

export const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

export function hasClass(node: Node, name: string): boolean {
  return isElement(node) && (node.attributes.class ?? '').split(' ').includes(name);
}

/** The first element below a node, in the order of the text, for which the condition holds. */
export function find(
  node: Node,
  condition: (element: ElementNode) => boolean,
): ElementNode | undefined {
  for (const child of childrenOf(node)) {
    if (isElement(child) && condition(child)) return child;
    const found = find(child, condition);
    if (found) return found;
  }
  return undefined;
}

/** The outermost elements of a name below a node. */
export function all(node: Node, name: string): ElementNode[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) && child.name === name ? [child] : all(child, name),
  );
}

/** The text of a node, as written. */
export function textOf(node: Node): string {
  if (node.type === TEXT_NODE) return decodeHTML(node.value);
  return childrenOf(node).map(textOf).join('');
}
