/** The grammar of template expressions, as Resource Manager documents it: texts, numbers, calls, members. */

import type { SourceRange } from '../source/location.ts';

interface Written {
  /** As it is written, for messages. */
  readonly source: string;
  /** Where it is written, in an input whose expressions come as trees. */
  readonly range?: SourceRange;
}

export type Expression =
  /** As text a literal is a text or a number; a tree may hold any JSON. */
  | (Written & { readonly kind: 'literal'; readonly value: unknown })
  | CallExpression
  | MemberExpression
  /** Trees alone have these two: text writes a lambda as a call, and has nothing like the other one. */
  | (Written & {
      readonly kind: 'lambda';
      readonly variables: readonly string[];
      readonly body: Expression;
    })
  | LetExpression;

export interface CallExpression extends Written {
  readonly kind: 'call';
  /** In lower case. */
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface MemberExpression extends Written {
  readonly kind: 'member';
  readonly of: Expression;
  readonly key: Expression;
  /** Written .? or [?, which gives null where there is no such member. */
  readonly isSafe: boolean;
}

/** An expression with variables, each evaluated once: what a user-defined function is with its arguments. */
export interface LetExpression extends Written {
  readonly kind: 'let';
  readonly variables: readonly string[];
  readonly values: readonly Expression[];
  readonly body: () => Expression;
}

const maxLength = 24_576;
const maxDepth = 60;
const token = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_]\w*)|([()[\],.?]))/y;

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const matcher = new RegExp(token);
  const end = text.trimEnd().length;
  while (matcher.lastIndex < end) {
    const at = matcher.lastIndex;
    const match = matcher.exec(text);
    if (!match) return undefined;
    const [whole, quotedText, number, name, sign] = match;
    const kind =
      quotedText !== undefined
        ? 'text'
        : number !== undefined
          ? 'number'
          : name !== undefined
            ? 'name'
            : 'sign';
    tokens.push({
      kind,
      value: quotedText?.replaceAll("''", "'") ?? number ?? name ?? sign ?? '',
      start: at + whole.length - whole.trimStart().length,
      end: matcher.lastIndex,
    });
  }
  return tokens;
}

/** The expression between the brackets; undefined for what does not follow the grammar. */
export function parseExpression(text: string): Expression | undefined {
  if (text.length > maxLength) return undefined;
  const scanned = tokensOf(text);
  if (!scanned) return undefined;
  const tokens: readonly Token[] = scanned;
  let next = 0;
  const isSign = (value: string) => tokens[next]?.kind === 'sign' && tokens[next]?.value === value;
  const take = (value: string) => {
    if (!isSign(value)) return false;
    next += 1;
    return true;
  };
  const sourceFrom = (start: number) => text.slice(start, tokens[next - 1]?.end);

  function primary(depth: number): Expression | undefined {
    const first = tokens[next];
    if (!first || first.kind === 'sign') return undefined;
    next += 1;
    if (first.kind !== 'name') {
      const value = first.kind === 'text' ? first.value : Number(first.value);
      return { kind: 'literal', value, source: sourceFrom(first.start) };
    }
    let name = first.value;
    while (take('.')) {
      const part = tokens[next];
      if (part?.kind !== 'name') return undefined;
      name += `.${part.value}`;
      next += 1;
    }
    if (!take('(')) return undefined;
    const args: Expression[] = [];
    while (!take(')')) {
      if (args.length > 0 && !take(',')) return undefined;
      const arg = expression(depth + 1);
      if (!arg) return undefined;
      args.push(arg);
    }
    return { kind: 'call', name: name.toLowerCase(), args, source: sourceFrom(first.start) };
  }

  function expression(depth: number): Expression | undefined {
    if (depth > maxDepth) return undefined;
    const start = tokens[next]?.start ?? 0;
    let value = primary(depth);
    for (let members = 0; value && (isSign('.') || isSign('[')); members += 1) {
      if (members > maxDepth) return undefined;
      const isIndex = take('[');
      if (!isIndex) take('.');
      const isSafe = take('?');
      const name = tokens[next];
      let key: Expression | undefined;
      if (isIndex) {
        key = expression(depth + 1);
        if (!take(']')) return undefined;
      } else if (name?.kind === 'name') {
        key = { kind: 'literal', value: name.value, source: name.value };
        next += 1;
      }
      value = key && { kind: 'member', of: value, key, isSafe, source: sourceFrom(start) };
    }
    return value;
  }

  const whole = expression(0);
  return next === tokens.length ? whole : undefined;
}
