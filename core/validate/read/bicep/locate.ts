/** From a location in the lowered template back to the text: where the value is written, and the loop that makes it. */

import { InputError } from '../../../input-error.ts';
import { partOf } from '../arm/object-parts.ts';
import type { Resource } from '../arm/resource.ts';
import type { Scope } from '../arm/scope.ts';
import type { TemplateResources } from '../arm/template.ts';
import { Tree } from '../arm/tree.ts';
import type { Origin } from '../arm/world.ts';
import type { SourceRange } from '../source/location.ts';
import { get, type Path } from '../unresolved.ts';

/** Where a value is written. */
export interface Written {
  readonly range: SourceRange;
  /** The body that a loop makes it with, where the value is one of the loop's items. */
  readonly loop?: SourceRange;
}

const maxSteps = 20;

export class Locator {
  readonly #document: unknown;
  readonly #resources: TemplateResources;
  readonly #ranges: WeakMap<object, SourceRange>;

  constructor(
    document: unknown,
    resources: TemplateResources,
    ranges: WeakMap<object, SourceRange>,
  ) {
    this.#document = document;
    this.#resources = resources;
    this.#ranges = ranges;
  }

  /** The path begins with the document; undefined where nothing on it is written anywhere. */
  find(path: Path): Written | undefined {
    const resource = this.#resourceAt(path);
    if (!resource) return undefined;
    const raw = this.#rawAt(resource.path);
    const range = typeof raw === 'object' && raw !== null ? this.#ranges.get(raw) : undefined;
    const whole = range && { range };
    try {
      const written = this.#within(resource, raw, path.slice(resource.path.length));
      return written
        ? {
            ...(whole &&
              !written.loop &&
              path.length === resource.path.length && { loop: whole.range }),
            ...written,
          }
        : whole;
    } catch (error) {
      if (error instanceof InputError) return whole;
      throw error;
    }
  }

  #resourceAt(path: Path): Resource | undefined {
    let best: Resource | undefined;
    for (const resource of this.#resources.all) {
      const { length } = resource.path;
      const isAround = resource.path.every((key, index) => key === path[index]);
      if (isAround && length > (best?.path.length ?? 0)) best = resource;
    }
    return best;
  }

  #rawAt(path: Path): unknown {
    let value = this.#document;
    for (const key of path.slice(1)) {
      if (typeof key !== 'string' || !key.startsWith('copyIndex=')) value = get(value, key);
    }
    return value;
  }

  #within(resource: Resource, raw: unknown, keys: Path): Written | undefined {
    const { origins } = this.#resources;
    let current: unknown = resource.resolved();
    let best: Written | undefined;
    for (const [index, key] of keys.entries()) {
      const next = get(current, key);
      if (next === undefined) break;
      const origin = originOf(current, origins);
      if (origin) best = this.#entry(origin, key) ?? best;
      else if (index === 0) {
        const field = get(raw, key);
        const range = field instanceof Tree ? field.expression.range : undefined;
        if (range) best = { range };
      }
      const own = originOf(next, origins);
      if (own?.expression.range) best = merged(best, own.expression.range);
      current = next;
    }
    const item = keys.length === 0 ? this.#turnOf(resource, raw) : this.#itemOf(current);
    return item ? { range: item, ...(best && { loop: best.loop ?? best.range }) } : best;
  }

  /** Where the item is written that a loop or a lambda makes the object of. */
  #itemOf(value: unknown): SourceRange | undefined {
    const { origins } = this.#resources;
    for (let one = originOf(value, origins)?.copies; one; one = one.around) {
      const range = originOf(one.value, origins)?.expression.range;
      if (one.kind === 'variable' && range) return range;
    }
    return undefined;
  }

  /** Where the item is written that a resource of a loop is deployed for. */
  #turnOf({ scope, path }: Resource, raw: unknown): SourceRange | undefined {
    const item = get(get(raw, 'copy'), 'item');
    const [, index] = /^copyIndex=(\d+)$/.exec(String(path.at(-1))) ?? [];
    if (!(item instanceof Tree) || index === undefined) return undefined;
    const name = String(get(get(raw, 'copy'), 'name')).toLowerCase();
    const turn = { kind: 'loop', name, value: Number(index), around: undefined } as const;
    const value = scope.evaluate(item.expression, turn);
    return originOf(value, this.#resources.origins)?.expression.range;
  }

  /** Where the entry of an object or a list is written. */
  #entry({ expression, scope, copies }: Origin<Scope>, key: string | number): Written | undefined {
    const value = partOf(expression, key);
    if (!value) return expression.range && { range: expression.range };
    return this.#trace({ expression: value, scope, copies }, 0);
  }

  /** Where a value is written that an expression takes from elsewhere: from an item of a loop, or an object. */
  #trace({ expression, scope, copies }: Origin<Scope>, steps: number): Written | undefined {
    const here = expression.range && { range: expression.range };
    if (steps > maxSteps) return here;
    if (expression.kind === 'call' && expression.name === 'if') {
      const [condition, yes, no] = expression.args;
      const isYes = condition && scope.evaluate(condition, copies);
      const chosen = isYes === true ? yes : isYes === false ? no : undefined;
      return chosen ? this.#trace({ expression: chosen, scope, copies }, steps + 1) : here;
    }
    if (expression.kind !== 'member') return here;
    const of = scope.evaluate(expression.of, copies);
    const key = scope.evaluate(expression.key, copies);
    const origin = originOf(of, this.#resources.origins);
    const isKey = typeof key === 'string' || typeof key === 'number';
    const value = origin && isKey ? partOf(origin.expression, key) : undefined;
    const there =
      value && this.#trace({ ...(origin as Origin<Scope>), expression: value }, steps + 1);
    return there ? { ...there, ...(here && !there.loop && { loop: here.range }) } : here;
  }
}

/** An object's own location takes precedence over that of the entry that names it, where it is only used. */
const merged = (used: Written | undefined, range: SourceRange): Written =>
  used && !isWithin(range, used.range) && !isWithin(used.range, range)
    ? { range, loop: used.loop ?? used.range }
    : { range, ...(used?.loop && { loop: used.loop }) };

const isWithin = (inner: SourceRange, outer: SourceRange) =>
  inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;

const originOf = (value: unknown, origins: TemplateResources['origins']) =>
  typeof value === 'object' && value !== null ? origins.get(value) : undefined;
