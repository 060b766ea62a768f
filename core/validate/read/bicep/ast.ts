/** The syntax tree of Bicep: expressions, types as far as they matter, and declarations, each with its offsets. */

import type { Problem } from './token.ts';

interface Node {
  /** Offsets into the text: the first letter, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

export type Syntax =
  | (Node & { readonly kind: 'literal'; readonly value: string | number | boolean | null })
  /** A text with interpolations; texts and expressions in turn. */
  | (Node & { readonly kind: 'interpolation'; readonly parts: readonly (string | Syntax)[] })
  | (Node & { readonly kind: 'array'; readonly items: readonly Item[] })
  | ObjectSyntax
  | ForSyntax
  | IfSyntax
  | (Node & { readonly kind: 'unary'; readonly operator: string; readonly of: Syntax })
  | (Node & {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Syntax;
      readonly right: Syntax;
    })
  | (Node & {
      readonly kind: 'ternary';
      readonly condition: Syntax;
      readonly yes: Syntax;
      readonly no: Syntax;
    })
  | CallSyntax
  | (Node & {
      readonly kind: 'member';
      readonly of: Syntax;
      readonly key: Syntax;
      /** Written .? or [?, which gives null where there is no such member. */
      readonly isSafe: boolean;
      /** Written [^, which counts from the end. */
      readonly isFromEnd: boolean;
    })
  /** A nested resource: parent::child. */
  | (Node & { readonly kind: 'child'; readonly of: Syntax; readonly name: string })
  | LambdaSyntax
  | (Node & { readonly kind: 'name'; readonly name: string })
  /** Text that could not be read: its value is unknown. */
  | (Node & { readonly kind: 'unreadable' });

export interface Item {
  readonly value: Syntax;
  readonly isSpread: boolean;
}

export interface ObjectSyntax extends Node {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
  readonly resources: readonly ResourceDeclaration[];
}

export interface Entry extends Node {
  /** Undefined for a spread. */
  readonly key: string | Syntax | undefined;
  readonly value: Syntax;
}

export interface ForSyntax extends Node {
  readonly kind: 'for';
  readonly item: string;
  readonly index: string | undefined;
  readonly list: Syntax;
  readonly body: Syntax;
}

/** A body with a condition: of a resource, a module, or an item of a loop. */
export interface IfSyntax extends Node {
  readonly kind: 'if';
  readonly condition: Syntax;
  readonly body: Syntax;
}

export interface CallSyntax extends Node {
  readonly kind: 'call';
  /** What is before the dot: a namespace, a resource, an import. */
  readonly of: Syntax | undefined;
  readonly name: string;
  readonly args: readonly Syntax[];
}

export interface LambdaSyntax extends Node {
  readonly kind: 'lambda';
  readonly variables: readonly string[];
  readonly body: Syntax;
}

/** A type, as far as it matters for values: whether null is one of them, and which type it names. */
export interface TypeSyntax extends Node {
  readonly isNullable: boolean;
  /** Names that lead to the type: one of this file, or an import and its member. */
  readonly reference: readonly string[];
}

interface Declaration extends Node {
  readonly name: string;
  readonly nameStart: number;
  /** Names of its decorators, without their namespace. */
  readonly decorators: readonly string[];
}

export interface ParamDeclaration extends Declaration {
  readonly kind: 'param';
  readonly type: TypeSyntax | undefined;
  readonly value: Syntax | undefined;
}

export interface ValueDeclaration extends Declaration {
  readonly kind: 'var' | 'output';
  readonly value: Syntax;
}

export interface TypeDeclaration extends Declaration {
  readonly kind: 'type';
  readonly type: TypeSyntax;
}

export interface ResourceDeclaration extends Declaration {
  readonly kind: 'resource';
  /** With its version: Microsoft.Network/virtualNetworks@2024-05-01; undefined where it cannot be read. */
  readonly type: string | undefined;
  readonly isExisting: boolean;
  readonly body: Syntax;
}

export interface ModuleDeclaration extends Declaration {
  readonly kind: 'module';
  readonly path: string | undefined;
  readonly pathStart: number;
  readonly body: Syntax;
}

export interface FunctionDeclaration extends Declaration {
  readonly kind: 'func';
  readonly lambda: LambdaSyntax;
}

export interface ImportDeclaration extends Node {
  readonly kind: 'import';
  readonly path: string;
  readonly pathStart: number;
  /** Names in the other file and here; a wildcard has * for the first. */
  readonly names: readonly { readonly name: string; readonly alias: string }[];
}

/** The file that a values file belongs to, or the one that it goes on from. */
export interface UsingDeclaration extends Node {
  readonly kind: 'using' | 'extends';
  /** Undefined for none. */
  readonly path: string | undefined;
  readonly pathStart: number;
}

export interface ScopeDeclaration extends Node {
  readonly kind: 'targetScope';
  readonly value: Syntax;
}

/** A statement that names and deploys nothing, or text that is not a declaration. */
export interface OtherDeclaration extends Node {
  readonly kind: 'other' | 'unreadable';
}

export type Statement =
  | ParamDeclaration
  | ValueDeclaration
  | TypeDeclaration
  | ResourceDeclaration
  | ModuleDeclaration
  | FunctionDeclaration
  | ImportDeclaration
  | UsingDeclaration
  | ScopeDeclaration
  | OtherDeclaration;

export interface Program {
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}
