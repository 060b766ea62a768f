/** Elements of a parsed page. */

import type { Element, Parents } from 'hast';

/** Every element below a node, in the order of the text. */
export function elementsIn(parent: Parents): readonly Element[] {
  const elements: Element[] = [];
  const collect = ({ children }: Parents) => {
    for (const child of children) {
      if (child.type !== 'element') continue;
      elements.push(child);
      collect(child);
    }
  };
  collect(parent);
  return elements;
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
