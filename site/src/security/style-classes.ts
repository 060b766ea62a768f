/**
 * Turns style attributes into classes. Starlight and Expressive Code write style attributes, which a content security
 * policy can only allow all at once: each distinct one becomes a class in a style element, which has a hash.
 */

import { decodeHTML } from 'entities';

/** Scripts, styles and comments, whose text may look like tags, and opening tags; a value may hold a `>`. */
const pieces = /<(script|style)\b.*?<\/\1>|<!--.*?-->|<[a-z][^\s>]*(?:"[^"]*"|'[^']*'|[^"'>])*>/gis;
const attribute = /\s+([^\s=>"']+)="([^"]*)"/g;

/** The HTML without style attributes, and the rules that say the same; these are empty where there were none. */
export function styleClasses(html: string): { html: string; rules: string } {
  const classes = new Map<string, string>();

  function restyled(tag: string): string {
    if (!tag.includes('style="')) return tag;
    const values = new Map([...tag.matchAll(attribute)].map(([, name, value]) => [name, value]));
    const style = values.get('style');
    if (style === undefined) return tag;
    const name = classes.get(style) ?? `as-${classes.size.toString(36)}`;
    classes.set(style, name);
    const others = values.get('class');
    const all = others ? `${others} ${name}` : name;
    const without = tag.replace(attribute, (text, key) => (key === 'class' ? '' : text));
    return without.replace(attribute, (text, key) => (key === 'style' ? ` class="${all}"` : text));
  }

  const page = html.replace(pieces, (piece) =>
    /^<(?:script|style)\b|^<!/i.test(piece) ? piece : restyled(piece),
  );
  const rules = [...classes].map(([style, name]) => `.${name}{${decodeHTML(style)}}`);
  return { html: page, rules: rules.join('') };
}
