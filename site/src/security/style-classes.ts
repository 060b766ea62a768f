/**
 * Style attributes turned into classes. A policy that lists the styles it admits cannot list attributes, and both
 * Starlight and Expressive Code write them: each distinct one becomes a class of the page.
 */

import { decodeHTML } from 'entities';
import { withTags } from '../markdown/html-nodes.ts';

const attribute = /\s+([^\s=>"']+)="([^"]*)"/g;

/** The HTML without style attributes, and the rules that say the same; these are empty where there were none. */
export function styleClasses(html: string): { html: string; rules: string } {
  const classes = new Map<string, string>();

  function restyled(tag: string): string {
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

  const page = withTags(html, restyled);
  const rules = [...classes].map(([style, name]) => `.${name}{${decodeHTML(style)}}`);
  return { html: page, rules: rules.join('') };
}
