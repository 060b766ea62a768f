/**
 * Style attributes turned into classes. A policy that lists the styles it admits cannot list attributes, and both
 * Starlight and Expressive Code write them: each distinct one becomes a class of the page.
 */

import { type Node, walkSync } from 'ultrahtml';
import { isElement } from '../markdown/html-nodes.ts';

/** Replaces the style attributes in the tree, and gives the rules that say the same; empty where there are none. */
export function styleClasses(page: Node): string {
  const classes = new Map<string, string>();
  walkSync(page, (node) => {
    if (!isElement(node) || node.attributes.style === undefined) return;
    const { style, class: others, ...attributes } = node.attributes;
    const name = classes.get(style) ?? `as-${classes.size.toString(36)}`;
    classes.set(style, name);
    node.attributes = { ...attributes, class: others ? `${others} ${name}` : name };
  });
  return [...classes].map(([style, name]) => `.${name}{${style}}`).join('');
}
