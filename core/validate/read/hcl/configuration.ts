/** What the files of one folder declare together, override files applied. */

import { nameOf, type SourceFiles } from '../source/files.ts';
import { parseJsonFile } from './json-syntax.ts';
import { parse } from './parser.ts';
import type { SourceProblem, SourceTexts } from './source-text.ts';
import type { Attribute, Block, Body } from './syntax.ts';

export interface Configuration {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  /** By type and name: azurerm_subnet.apim. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly data: ReadonlyMap<string, Block>;
  readonly modules: ReadonlyMap<string, Block>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly settings: readonly Block[];
  /** Set where a declaration was lost, so that there may be more of everything. */
  readonly hasGaps: boolean;
  readonly problems: readonly SourceProblem[];
}

export const isConfiguration = (path: string): boolean => /\.tf(\.json)?$/.test(path);
const isOverride = (path: string) => /(^|_)override\.tf(\.json)?$/.test(nameOf(path));

const labelCounts: Readonly<Record<string, number>> = {
  variable: 1,
  output: 1,
  module: 1,
  resource: 2,
  data: 2,
};

export function readConfiguration(
  files: SourceFiles,
  folder: string,
  texts: SourceTexts,
): Configuration {
  const paths = files.in(folder).filter(isConfiguration);
  const collected = new Collected(folder);
  for (const path of paths.filter((one) => !isOverride(one))) {
    collected.add(readFile(files, path, texts, collected.problems));
  }
  for (const path of paths.filter(isOverride)) {
    collected.override(readFile(files, path, texts, collected.problems));
  }
  return collected;
}

function readFile(
  files: SourceFiles,
  path: string,
  texts: SourceTexts,
  problems: SourceProblem[],
): Body {
  const text = files.text(path) ?? '';
  const start = texts.add(path, text);
  const { body, problems: fileProblems } = path.endsWith('.json')
    ? parseJsonFile(text, start)
    : parse(text, start);
  for (const problem of fileProblems) problems.push(problem);
  return body;
}

class Collected implements Configuration {
  readonly folder: string;
  readonly variables = new Map<string, Block>();
  readonly locals = new Map<string, Attribute>();
  readonly resources = new Map<string, Block>();
  readonly data = new Map<string, Block>();
  readonly modules = new Map<string, Block>();
  readonly outputs = new Map<string, Block>();
  readonly settings: Block[] = [];
  readonly problems: SourceProblem[] = [];
  hasGaps = false;

  constructor(folder: string) {
    this.folder = folder;
  }

  #kind(type: string): Map<string, Block> | undefined {
    switch (type) {
      case 'variable':
        return this.variables;
      case 'output':
        return this.outputs;
      case 'module':
        return this.modules;
      case 'resource':
        return this.resources;
      default:
        return type === 'data' ? this.data : undefined;
    }
  }

  add(body: Body): void {
    if (body.hasGaps) this.hasGaps = true;
    for (const block of body.blocks) {
      if (block.type === 'terraform') this.settings.push(block);
      if (block.type === 'locals') this.#addLocals(block.body);
      const all = this.#kind(block.type);
      if (!all) continue;
      const name = this.#nameOf(block);
      if (name === undefined) continue;
      if (all.has(name))
        this.#problem(`${block.type} ${name} is declared twice; the first counts`, block.at);
      else all.set(name, block);
    }
  }

  #addLocals({ attributes, hasGaps }: Body): void {
    if (hasGaps) this.hasGaps = true;
    for (const [name, attribute] of attributes) {
      if (this.locals.has(name))
        this.#problem(`local ${name} is declared twice; the first counts`, attribute.at);
      else this.locals.set(name, attribute);
    }
  }

  /** What an override file says of a declaration replaces what the declaration says of the same. */
  override(body: Body): void {
    if (body.hasGaps) this.hasGaps = true;
    for (const block of body.blocks) {
      if (block.type === 'locals') {
        for (const [name, attribute] of block.body.attributes) this.locals.set(name, attribute);
      }
      const all = this.#kind(block.type);
      const name = all ? this.#nameOf(block) : undefined;
      if (!all || name === undefined) continue;
      const base = all.get(name);
      if (base) all.set(name, { ...base, body: merged(base.body, block.body) });
      else
        this.#problem(`${block.type} ${name} is not declared, so nothing is overridden`, block.at);
    }
  }

  #nameOf({ type, labels, at }: Block): string | undefined {
    const count = labelCounts[type] ?? 0;
    if (labels.length === count) return labels.map(({ text }) => text).join('.');
    this.#problem(
      `${type} needs ${count} label${count === 1 ? '' : 's'} and has ${labels.length}`,
      at,
    );
    this.hasGaps = true;
    return undefined;
  }

  #problem(message: string, at: number): void {
    this.problems.push({ message, at });
  }
}

function merged(base: Body, override: Body): Body {
  const replaced = new Set(override.blocks.map(typeOf));
  return {
    attributes: new Map([...base.attributes, ...override.attributes]),
    blocks: [...base.blocks.filter((block) => !replaced.has(typeOf(block))), ...override.blocks],
    hasGaps: base.hasGaps || override.hasGaps,
  };
}

/** A dynamic block counts as the blocks that it makes. */
const typeOf = ({ type, labels }: Block) => (type === 'dynamic' ? labels[0]?.text : type);
