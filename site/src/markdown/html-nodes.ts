/** Finding things in the tree of a built page. */

import { decodeHTML } from 'entities';
import { ELEMENT_NODE, type ElementNode, type Node, TEXT_NODE } from 'ultrahtml';

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
