/** An expression that a template holds as a tree, where text in brackets would have to be printed and parsed again. */

import type { Expression } from './expressions.ts';

export class Tree {
  // Private: code that reads the fields of a template must not see it.
  readonly #expression: Expression;

  constructor(expression: Expression) {
    this.#expression = expression;
  }

  get expression(): Expression {
    return this.#expression;
  }
}
