/** HCL to a syntax tree: attributes and blocks. What cannot be read is reported, and the next declaration is read. */

import { readExpression } from './parse-expression.ts';
import { readWholeTemplate } from './parse-template.ts';
import { scan } from './scanner.ts';
import type { SourceProblem } from './source-text.ts';
import type { Attribute, Block, Body, Expression, Label } from './syntax.ts';
import { TokenStream, Unexpected } from './token-stream.ts';
import type { Token } from './tokens.ts';

export interface Parsed {
  readonly body: Body;
  readonly problems: readonly SourceProblem[];
}

/** What begins a declaration of Terraform; one of these at the start of a line tells that the one before has ended. */
const topLevel = new Set([
  'terraform',
  'provider',
  'variable',
  'locals',
  'resource',
  'data',
  'module',
  'output',
  'moved',
  'check',
  'import',
  'removed',
]);

/** A file of the sources, `start` its offset in them. */
export function parse(text: string, start: number): Parsed {
  const { tokens, problems } = scan(text, start);
  const stream = new TokenStream(tokens, problems);
  const body = new BodyParser(stream, (token) => {
    const offset = token.at - start;
    return topLevel.has(token.text) && (offset === 0 || text[offset - 1] === '\n');
  }).read(true);
  return { body, problems: stream.problems };
}

/** A text that is a template, as every string of .tf.json is. */
export function parseTemplate(text: string, start: number): Expression | SourceProblem {
  const { tokens, problems } = scan(text, start, 'template');
  const [problem] = problems;
  if (problem) return problem;
  try {
    return readWholeTemplate(new TokenStream(tokens, []), readExpression);
  } catch (error) {
    if (error instanceof Unexpected) return error;
    throw error;
  }
}

class BodyParser {
  readonly #stream: TokenStream;
  readonly #isTopLevel: (token: Token) => boolean;
  /** True once a declaration that is not closed was met: what encloses it is over, too. */
  #isOver = false;

  constructor(stream: TokenStream, isTopLevel: (token: Token) => boolean) {
    this.#stream = stream;
    this.#isTopLevel = isTopLevel;
  }

  read(isFile: boolean): Body {
    const stream = this.#stream;
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    let hasGaps = false;
    for (;;) {
      stream.skipNewlines();
      if (stream.peek().kind === 'end') break;
      if (!isFile && (stream.isSign('}') || this.#isOverHere())) break;
      if (isFile) this.#isOver = false;
      if (!this.#declaration(attributes, blocks)) hasGaps = true;
    }
    return { attributes, blocks, hasGaps: hasGaps || (!isFile && this.#isOver) };
  }

  /** No block of Terraform has one of these in it: the one before is not closed. */
  #isOverHere(): boolean {
    const second = this.#stream.peekSecond();
    if (this.#isTopLevel(this.#stream.peek()) && (second.kind === 'open' || second.text === '{')) {
      this.#isOver = true;
    }
    return this.#isOver;
  }

  /** False where it could not be read. */
  #declaration(attributes: Map<string, Attribute>, blocks: Block[]): boolean {
    const stream = this.#stream;
    const from = stream.index;
    const token = stream.peek();
    let attribute: string | undefined;
    try {
      const isQuoted = token.kind === 'open' && token.text === '"';
      const name = isQuoted
        ? this.#quotedName()
        : stream.expectName('an attribute or a block').text;
      if (stream.isSign('=') || stream.isSign(':')) {
        stream.next();
        attribute = name;
        const value = readExpression(stream);
        this.#endOfDeclaration();
        if (stream.hasProblemWithin(token.at, value.end)) throw new Unexpected('', token.at);
        this.#add(attributes, { name, value, at: token.at, end: value.end });
      } else {
        blocks.push(this.#block(name, token.at));
      }
      return true;
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error;
      if (error.message !== '') stream.report(error);
      this.#isOver = stream.skipDeclaration(from, this.#isTopLevel);
      // A bracket that nothing opened.
      if (stream.index === from) stream.next();
      if (attribute !== undefined) {
        const { at } = token;
        const value: Expression = { kind: 'unreadable', at, end: stream.end };
        this.#add(attributes, { name: attribute, value, at, end: stream.end });
      }
      return false;
    }
  }

  #add(attributes: Map<string, Attribute>, attribute: Attribute): void {
    if (attributes.has(attribute.name)) {
      this.#stream.report({
        message: `the attribute ${attribute.name} is set twice; the first counts`,
        at: attribute.at,
      });
      return;
    }
    attributes.set(attribute.name, attribute);
  }

  #quotedName(): string {
    const name = readExpression(this.#stream);
    if (name.kind === 'literal' && typeof name.value === 'string') return name.value;
    throw this.#stream.unexpected('an attribute or a block');
  }

  #block(type: string, at: number): Block {
    const stream = this.#stream;
    const labels: Label[] = [];
    while (!stream.isSign('{')) {
      const token = stream.peek();
      if (token.kind === 'name') labels.push({ text: stream.next().text, at: token.at });
      else if (token.kind === 'open') labels.push({ text: this.#quotedName(), at: token.at });
      else throw stream.unexpected(`= or { behind ${type}`);
    }
    stream.next();
    const body = stream.within(false, () => this.read(false));
    if (this.#isOver || !stream.isSign('}')) {
      stream.report({ message: `the block ${type} is not closed`, at });
      this.#isOver = true;
    } else {
      stream.next();
      this.#endOfDeclaration();
    }
    return { type, labels, body, at, end: stream.end };
  }

  #endOfDeclaration(): void {
    const stream = this.#stream;
    const { kind } = stream.peek();
    if (kind === 'newline' || kind === 'end' || stream.isSign('}')) return;
    throw stream.unexpected('a new line behind the value');
  }
}
