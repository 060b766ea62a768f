/** Terraform's JSON spelling, .tf.json and .tfvars.json, as the same syntax tree that HCL has. */

import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type Parsed, parseTemplate } from './parser.ts';
import type { SourceProblem } from './source-text.ts';
import type { Attribute, Block, Body, Expression, Label } from './syntax.ts';
import { maxDepth } from './token-stream.ts';

/** How many keys deep the labels of a block are. */
const labelCounts: Readonly<Record<string, number>> = {
  terraform: 0,
  locals: 0,
  moved: 0,
  import: 0,
  removed: 0,
  provider: 1,
  variable: 1,
  module: 1,
  output: 1,
  check: 1,
  resource: 2,
  data: 2,
};

const nothing: Body = { attributes: new Map(), blocks: [], hasGaps: false };

/** A .tf.json file; `start` is its offset in all sources. */
export function parseJsonFile(text: string, start: number): Parsed {
  return new JsonReader(start).file(text, (root, reader) => reader.configuration(root));
}

/** A .tfvars.json file: names and values, in which strings are not templates. */
export function parseJsonValues(text: string, start: number): Parsed {
  return new JsonReader(start).file(text, (root, reader) => ({
    ...nothing,
    attributes: reader.attributes(root, (node) => reader.plain(node)),
  }));
}

class JsonReader {
  readonly #start: number;
  readonly #problems: SourceProblem[] = [];

  constructor(start: number) {
    this.#start = start;
  }

  file(text: string, read: (root: Node, reader: this) => Body): Parsed {
    const problems = this.#problems;
    const unreadable = { body: { ...nothing, hasGaps: true }, problems };
    if (isDeeper(text, maxDepth)) {
      this.#report(`the JSON is nested more than ${maxDepth} deep`, 0);
      return unreadable;
    }
    const errors: ParseError[] = [];
    const root = parseTree(text, errors);
    for (const { error, offset } of errors.slice(0, 20)) {
      this.#report(`this is not JSON: ${printParseErrorCode(error)}`, offset);
    }
    if (root?.type !== 'object') {
      if (errors.length === 0) this.#report('the file must contain a JSON object', 0);
      return unreadable;
    }
    const body = read(root, this);
    return { body: { ...body, hasGaps: body.hasGaps || problems.length > 0 }, problems };
  }

  #report(message: string, offset: number): void {
    this.#problems.push({ message, at: this.#start + offset });
  }

  configuration(root: Node): Body {
    const blocks = members(root).flatMap(({ name, value, offset }) => {
      const count = Object.hasOwn(labelCounts, name) ? labelCounts[name] : undefined;
      return count === undefined ? [] : this.#blocks(name, value, count, [], offset);
    });
    return { ...nothing, blocks };
  }

  #blocks(type: string, node: Node, count: number, labels: Label[], offset: number): Block[] {
    if (node.type === 'array') {
      return (node.children ?? []).flatMap((one) => this.#blocks(type, one, count, labels, offset));
    }
    if (node.type !== 'object') {
      this.#report(
        `expected an object for ${[type, ...labels.map(({ text }) => text)].join('.')}`,
        node.offset,
      );
      return [];
    }
    if (count > 0) {
      return members(node).flatMap(({ name, value, offset: at }) =>
        this.#blocks(type, value, count - 1, [...labels, { text: name, at: this.#start + at }], at),
      );
    }
    const body = type === 'variable' ? this.#variable(node) : this.#body(node);
    return [{ type, labels, body, ...this.#range(node), at: this.#start + offset }];
  }

  #range(node: Node): { at: number; end: number } {
    const at = this.#start + node.offset;
    return { at, end: at + node.length };
  }

  /** The type of a variable is an expression in a string, its default value is what it is. */
  #variable(node: Node): Body {
    const attributes = this.attributes(node, (value) => this.plain(value));
    const type = attributes.get('type');
    if (type?.value.kind === 'literal' && typeof type.value.value === 'string') {
      const whole = parseTemplate(`\${${type.value.value}}`, type.value.at - 2);
      if ('kind' in whole) attributes.set('type', { ...type, value: onlyPart(whole) });
    }
    return { ...nothing, attributes };
  }

  /** JSON does not tell blocks from attributes, so all but those with a meaning of their own are attributes. */
  #body(node: Node): Body {
    const attributes = this.attributes(node, (value) => this.#expression(value));
    const blocks: Block[] = [];
    const dynamic = members(node).find(({ name }) => name === 'dynamic');
    if (dynamic) {
      attributes.delete('dynamic');
      const all = dynamic.value.type === 'array' ? (dynamic.value.children ?? []) : [dynamic.value];
      for (const { name, value, offset } of all.flatMap(members)) {
        const list = value.type === 'array' ? (value.children ?? []) : [value];
        const label = { text: name, at: this.#start + offset };
        blocks.push(...list.map((one) => this.#dynamic(one, label)));
      }
    }
    return { ...nothing, attributes, blocks };
  }

  #dynamic(node: Node, label: Label): Block {
    const attributes = this.attributes(node, (value) => this.#expression(value));
    attributes.delete('content');
    const iterator = attributes.get('iterator');
    if (iterator?.value.kind === 'literal') {
      const { at, end, value } = iterator.value;
      attributes.set('iterator', {
        ...iterator,
        value: { kind: 'variable', name: String(value), at, end },
      });
    }
    const content = members(node).filter(({ name }) => name === 'content');
    const blocks = content.map(({ value }) => {
      const [own] = value.type === 'array' ? (value.children ?? []) : [value];
      const body = own ? this.#body(own) : nothing;
      return { type: 'content', labels: [], body, ...this.#range(value) };
    });
    const body: Body = { attributes, blocks, hasGaps: false };
    return { type: 'dynamic', labels: [label], body, ...this.#range(node) };
  }

  attributes(node: Node, read: (node: Node) => Expression): Map<string, Attribute> {
    return new Map(
      members(node)
        .filter(({ name }) => name !== '//')
        .map(({ name, value, offset }) => [
          name,
          { name, value: read(value), at: this.#start + offset, end: this.#range(value).end },
        ]),
    );
  }

  #expression(node: Node): Expression {
    return this.#value(node, true);
  }

  plain(node: Node): Expression {
    return this.#value(node, false);
  }

  #value(node: Node, isTemplate: boolean): Expression {
    const range = this.#range(node);
    const children = node.children ?? [];
    if (node.type === 'array') {
      return {
        kind: 'tuple',
        items: children.map((one) => this.#value(one, isTemplate)),
        ...range,
      };
    }
    if (node.type === 'object') {
      const items = members(node).map(({ name, value, offset }) => ({
        key: isTemplate ? this.#template(name, offset) : this.#literal(name, offset),
        value: this.#value(value, isTemplate),
      }));
      return { kind: 'object', items, ...range };
    }
    const value: unknown = getNodeValue(node);
    if (typeof value === 'string' && isTemplate) return this.#template(value, node.offset);
    return { kind: 'literal', value: value as string | number | boolean | null, ...range };
  }

  #literal(value: string, offset: number): Expression {
    const at = this.#start + offset;
    return { kind: 'literal', value, at, end: at + value.length + 2 };
  }

  #template(text: string, offset: number): Expression {
    if (!text.includes('${') && !text.includes('%{')) return this.#literal(text, offset);
    const at = this.#start + offset;
    const read = parseTemplate(text, at + 1);
    if ('kind' in read) return read;
    this.#problems.push(read);
    return { kind: 'unreadable', at, end: at + text.length + 2 };
  }
}

const onlyPart = (whole: Expression): Expression =>
  (whole.kind === 'template' ? whole.parts[0] : undefined) ?? whole;

interface Member {
  readonly name: string;
  readonly value: Node;
  readonly offset: number;
}

function members(node: Node): Member[] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ name: String(key.value), value, offset: key.offset }] : [],
  );
}

/** Brackets in strings do not count. */
function isDeeper(text: string, levels: number): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isString = false;
    } else if (letter === '"') isString = true;
    else if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}
