/** Markup as plain values, which the build writes into pages and the browser turns into elements. */

export type Attribute = string | number | boolean | undefined;

export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly children: readonly (Markup | Drawing | string)[];
}

/** SVG as text, which is well-formed and has no scripts in it. */
export interface Drawing {
  readonly svg: string;
}

export type Child =
  | Markup
  | Drawing
  | string
  | number
  | false
  | null
  | undefined
  | readonly Child[];

function flatten(children: readonly Child[]): (Markup | Drawing | string)[] {
  return children.flatMap((child) => {
    if (child === false || child === null || child === undefined) return [];
    if (typeof child === 'number') return [String(child)];
    if (typeof child === 'string' || 'tag' in child || 'svg' in child) return [child];
    return flatten(child);
  });
}

export function h(tag: string, attributes: Markup['attributes'], ...children: Child[]): Markup {
  return { tag, attributes, children: flatten(children) };
}

const svg = 'http://www.w3.org/2000/svg';

function elementOf({ tag, attributes, children }: Markup, namespace: string | null): Element {
  const inside = tag === 'svg' ? svg : namespace;
  const element =
    inside === null ? document.createElement(tag) : document.createElementNS(inside, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.map((child) => {
      if (typeof child === 'string') return child;
      return 'svg' in child ? drawingElement(child) : elementOf(child, inside);
    }),
  );
  return element;
}

function drawingElement({ svg: text }: Drawing): Element {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  return document.importNode(documentElement, true);
}

export function toElement(markup: Markup): Element {
  return elementOf(markup, null);
}
