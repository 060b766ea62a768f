/** Pages that together have every kind of element of the built site, so that slow checks need not read every page. */

import { pageAddresses, textAt } from './built-site-files.ts';

const openingTag = /<([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/g;
const attribute = /\s([a-z][\w:-]*)(?:="([^"]*)"|=([^\s"]+))?/gi;

/** A class of its own for each style attribute, numbered anew on each page. */
const isStyleClass = (name: string) => /^as-[\da-z]+$/.test(name);

/** The element's name, its classes and the names of its attributes: "input.atlas-field checked type". */
function kindOf([, name = '', rest = '']: RegExpMatchArray): string {
  const attributes = new Map(
    [...rest.matchAll(attribute)].map(([, key = '', quoted, plain]) => [
      key,
      quoted ?? plain ?? '',
    ]),
  );
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter((one) => !isStyleClass(one));
  const type = name === 'input' ? [`type=${attributes.get('type')}`] : [];
  const names = [...attributes.keys()].filter((key) => key !== 'class');
  return [[name, ...classes.sort()].join('.'), ...names.sort(), ...type].join(' ');
}

/** Kinds of elements in the HTML of a page. */
export function kindsIn(html: string): ReadonlySet<string> {
  const markup = html.replace(/<(script|style)\b.*?<\/\1>|<!--.*?-->/gs, '');
  return new Set([...markup.matchAll(openingTag)].map(kindOf));
}

/** Of the pages those that bring the most kinds for their size, until there is no other kind. */
export function representatives(): string[] {
  const pages = pageAddresses().map((path) => {
    const html = textAt(`${path}index.html`);
    return { path, size: html.length, kinds: kindsIn(html) };
  });
  const missing = new Set(pages.flatMap(({ kinds }) => [...kinds]));
  const chosen: typeof pages = [];
  while (missing.size > 0) {
    const gain = ({ kinds, size }: (typeof pages)[number]) =>
      kinds.intersection(missing).size / size;
    const best = pages.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    for (const kind of best.kinds) missing.delete(kind);
    chosen.push(best);
  }
  // One that is chosen early may bring nothing that those after it do not bring as well.
  const needed = new Set(chosen);
  for (const page of chosen) {
    const others = new Set([...needed].flatMap((one) => (one === page ? [] : [...one.kinds])));
    if (page.kinds.isSubsetOf(others)) needed.delete(page);
  }
  return [...needed].map(({ path }) => path);
}
