/** Resources to what `terraform show -json` prints of a plan, and where in the sources each part of it is written. */

import type { ValueOffsets } from '../value-offsets.ts';
import { isMap, itemsOf, Members, openText, Unknown, type Value } from '../values.ts';
import { resourcesPath } from './body-path.ts';
import type { Identities } from './identity.ts';
import type { Resource } from './resource.ts';

export interface Origin {
  readonly at: number;
  /** The loop that makes it, at the entry of what the loop goes over. */
  readonly loopAt?: number;
}

export interface Plan {
  readonly document: unknown;
  /** By JSON pointer, which begins with /document. */
  readonly origins: ReadonlyMap<string, Origin>;
}

interface Split {
  readonly known: unknown;
  /** The open parts by their texts, in the shape of the value. */
  readonly unknown: unknown;
}

export class PlanWriter {
  readonly #identities: Identities;
  readonly #offsets: ValueOffsets;
  readonly #origins = new Map<string, Origin>();

  constructor(identities: Identities, offsets: ValueOffsets) {
    this.#identities = identities;
    this.#offsets = offsets;
  }

  write(resources: readonly Resource[]): Plan {
    const written = resources
      .filter(({ isData }) => !isData)
      .map((resource, index) => this.#resource(resource, index));
    const document = {
      format_version: '1.2',
      planned_values: { root_module: { resources: written.map(({ planned }) => planned) } },
      resource_changes: written.map(({ change }) => change),
    };
    return { document, origins: this.#origins };
  }

  #resource(resource: Resource, index: number) {
    const { address, type, name, key, at, values, source } = resource;
    const path = `${resourcesPath}/${index}`;
    this.#origins.set(path, { at });
    const fields = new Map(values);
    fields.set('id', new Unknown(openText(`${address}.id`), { target: { address } }));
    const { known, unknown } = this.#map(fields, source, `${path}/values`);
    const parent = values.get('parent_id');
    const planned = {
      address,
      mode: 'managed',
      type,
      name,
      ...(key !== undefined && { index: key }),
      // A parent is read by the names in its id.
      values: typeof parent === 'string' ? { ...(known as object), parent_id: parent } : known,
    };
    return { planned, change: { address, change: { after_unknown: unknown } } };
  }

  #split(value: Value, path: string): Split {
    const address = this.#identities.addressOf(value);
    if (address !== undefined) return { known: address, unknown: undefined };
    if (value instanceof Unknown) return { known: undefined, unknown: value.text };
    if (value instanceof Members) return { known: undefined, unknown: openText(value.text) };
    if (isMap(value)) return this.#map(value, value, path);
    const items = itemsOf(value);
    if (!items) return { known: value, unknown: undefined };
    const parts = items.map((item, index) => {
      const own = `${path}/${index}`;
      this.#remember(own, this.#offsets.entryAt(value, index), this.#offsets.loopAt(item));
      return this.#split(item, own);
    });
    return {
      known: parts.map(({ known }) => known),
      unknown: parts.map(({ unknown }) => unknown),
    };
  }

  #map(values: ReadonlyMap<string, Value>, source: Value, path: string): Split {
    const parts = [...values].map(([key, value]) => {
      const own = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const at = this.#offsets.entryAt(source, key);
      this.#remember(own, at ?? this.#offsets.at(value), this.#offsets.loopAt(source));
      return [key, this.#split(value, own)] as const;
    });
    return {
      known: Object.fromEntries(parts.map(([key, { known }]) => [key, known])),
      unknown: Object.fromEntries(
        parts.flatMap(([key, { unknown }]) => (unknown === undefined ? [] : [[key, unknown]])),
      ),
    };
  }

  #remember(path: string, at: number | undefined, loopAt: number | undefined): void {
    if (at !== undefined) this.#origins.set(path, { at, ...(loopAt !== undefined && { loopAt }) });
  }
}
