/** An object of a resource of which the source sets a part: the provider may set what the source does not. */

import { Members, openText, Unknown, type Value } from './values.ts';

export class PlannedObject extends Members {
  readonly text: string;
  readonly #values: ReadonlyMap<string, Value>;

  constructor(text: string, values: ReadonlyMap<string, Value>) {
    super();
    this.text = text;
    this.#values = values;
  }

  member(name: string): Value {
    return this.#values.get(name) ?? new Unknown(openText(`${this.text}.${name}`));
  }
}
