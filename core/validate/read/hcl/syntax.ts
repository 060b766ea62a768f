/** The syntax tree of HCL. Offsets count through all sources; `end` is behind the last character. */

interface Node {
  readonly at: number;
  readonly end: number;
}

export type Expression =
  | Literal
  | Template
  | TemplateIf
  | TemplateFor
  | TupleConstructor
  | ObjectConstructor
  | ForExpression
  | Variable
  | AttributeAccess
  | IndexAccess
  | Splat
  | SplatItem
  | Unary
  | Binary
  | Conditional
  | Call
  | Unreadable;

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** Parts whose texts are joined; one part alone that is not text is the value itself. */
export interface Template extends Node {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

export interface TemplateIf extends Node {
  readonly kind: 'template-if';
  readonly condition: Expression;
  readonly then: Template;
  readonly otherwise: Template;
}

export interface TemplateFor extends Node {
  readonly kind: 'template-for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: Template;
}

export interface TupleConstructor extends Node {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectItem {
  readonly key: Expression;
  readonly value: Expression;
}

export interface ObjectConstructor extends Node {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

export interface ForExpression extends Node {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  /** Set where an object is made. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly isGrouped: boolean;
  readonly condition: Expression | undefined;
}

/** A name by itself: var, local, each, a resource type, the variable of a `for`. */
export interface Variable extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

export interface AttributeAccess extends Node {
  readonly kind: 'attribute';
  readonly of: Expression;
  readonly name: string;
}

export interface IndexAccess extends Node {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}

/** `each` is evaluated for every item of `of`; in it, `splat-item` is the item. */
export interface Splat extends Node {
  readonly kind: 'splat';
  readonly of: Expression;
  readonly each: Expression;
}

export interface SplatItem extends Node {
  readonly kind: 'splat-item';
}

export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** `...` behind the last argument, whose items are arguments then. */
  readonly isExpanded: boolean;
}

/** Text that is not an expression; its value is not known. */
export interface Unreadable extends Node {
  readonly kind: 'unreadable';
}

export interface Attribute extends Node {
  readonly name: string;
  readonly value: Expression;
}

export interface Label {
  readonly text: string;
  readonly at: number;
}

export interface Block extends Node {
  readonly type: string;
  readonly labels: readonly Label[];
  readonly body: Body;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
  /** Set where something in it could not be read: what is not there is not known to be absent. */
  readonly hasGaps: boolean;
}
