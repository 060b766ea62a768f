/** A parameter or variable without a value that the verdict would need. */

export interface MissingValue {
  readonly name: string;
  /** JSON pointer to its declaration in the input. */
  readonly pointer: string;
}
