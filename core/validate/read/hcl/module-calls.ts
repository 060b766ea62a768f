/** The call of a module: the modules that it makes, with their outputs, or what is said of one that cannot be read. */

import { normalizedPath } from '../source/files.ts';
import { Failure } from './budget.ts';
import type { Configuration } from './configuration.ts';
import { membersIn, repeated } from './repeated.ts';
import type { Scope } from './scope.ts';
import type { Block } from './syntax.ts';
import { Members, openText, Unknown, type Value } from './values.ts';
import type { Input } from './variables.ts';
import type { World } from './world.ts';

export interface ModuleOptions {
  readonly world: World;
  readonly configuration: Configuration;
  /** Empty for the root module. */
  readonly address: string;
  /** Names of the calls that lead to it. */
  readonly calls: readonly string[];
  /** Folders of the modules around it. */
  readonly around: readonly string[];
  readonly input: (name: string) => Input | undefined;
}

/** A module that can be looked into. */
export interface OpenedModule extends Omit<ModuleOptions, 'input'> {
  readonly scope: Scope;
  readonly resource: (block: Block) => Value;
  readonly called: (name: string, at: number) => Value;
}

const maxDepth = 20;

/** A call with its key; its members are the outputs. */
export class CalledModule extends Members {
  readonly block: Block;
  readonly scope: Scope;
  readonly address: string;
  readonly isOpen: boolean;
  /** Undefined for a module that is not among the files. */
  readonly opened: OpenedModule | undefined;

  constructor(options: Pick<CalledModule, 'block' | 'scope' | 'address' | 'isOpen' | 'opened'>) {
    super();
    this.block = options.block;
    this.scope = options.scope;
    this.address = options.address;
    this.isOpen = options.isOpen;
    this.opened = options.opened;
  }

  get text(): string {
    return this.address;
  }

  member(name: string, at: number): Value {
    const unknown = new Unknown(openText(`${this.address}.${name}`));
    if (!this.opened) return unknown;
    const { configuration, world, scope } = this.opened;
    const output = configuration.outputs.get(name);
    const value = output?.body.attributes.get('value');
    if (value) return world.evaluator.evaluate(value.value, scope);
    if (output || configuration.hasGaps) return unknown;
    throw new Failure(`${this.address} has no output ${name}`, at);
  }
}

/** What module.name is in an expression. */
export function callsOf(
  block: Block,
  parent: OpenedModule,
  open: (options: ModuleOptions) => OpenedModule,
): Value {
  const { world, scope } = parent;
  const name = block.labels[0]?.text ?? '';
  const calls = [...parent.calls, name];
  const call = `${parent.address === '' ? '' : `${parent.address}.`}module.${name}`;
  const folder = folderOfModule(block, parent, calls);
  const around = [...parent.around, parent.configuration.folder];
  if (folder !== undefined && around.includes(folder)) {
    throw new Failure(
      `${call} contains itself: its source is ${folder || 'the root module'}`,
      block.at,
    );
  }
  const configuration = folder === undefined ? undefined : world.configuration(folder);
  if (!configuration) leaveOut(block, call, world, folder);
  const context = { budget: world.evaluator.budget, reader: world.blocks, scope };
  return repeated(block, context, (key, own, isOpen) => {
    const input = (variable: string): Input | undefined => {
      const value = block.body.attributes.get(variable)?.value;
      if (!value) return undefined;
      return { value: world.blocks.value(value, own), at: world.blocks.offsetOf(value, own) };
    };
    const address = `${call}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
    world.evaluator.budget.module(block.at);
    const opened = configuration && open({ world, configuration, address, calls, around, input });
    return new CalledModule({ block, scope: own, address, isOpen, opened });
  });
}

/** The folder among the files; undefined for modules of registries and repositories without a copy among the files. */
function folderOfModule(
  block: Block,
  parent: OpenedModule,
  calls: readonly string[],
): string | undefined {
  const source = sourceOf(block);
  if (calls.length > maxDepth) {
    throw new Failure(`modules are called more than ${maxDepth} deep`, block.at);
  }
  if (!isLocal(source)) return parent.world.restored(calls);
  return normalizedPath(`${parent.configuration.folder}/${source}`);
}

export const isLocal = (source: string) => /^\.\.?(\/|\\|$)/.test(source);

export function sourceOf(block: Block): string {
  const source = block.body.attributes.get('source')?.value;
  return source?.kind === 'literal' && typeof source.value === 'string' ? source.value : '';
}

function leaveOut(block: Block, call: string, world: World, folder: string | undefined): void {
  const source = sourceOf(block);
  world.notes.leaveOut({
    name: `${call} (${source})`,
    reason: isLocal(source)
      ? `the folder ${folder ?? source} is not among the files`
      : 'the module is not among the files; run terraform init and add .terraform/modules',
    mayHoldNetwork: mayHoldNetwork(source),
    at: block.at,
  });
}

/** Azure's verified modules say in their names what they deploy. */
function mayHoldNetwork(source: string): boolean {
  if (/^Azure\/(naming|regions|avm-utl-[\w-]+)\/azurerm$/i.test(source)) return false;
  const [, provider] = /^Azure\/avm-res-([a-z]+)-[\w-]+\/azurerm$/i.exec(source) ?? [];
  return provider === undefined || ['network', 'apimanagement'].includes(provider.toLowerCase());
}

/** The modules that a call makes; none, and a note, where it cannot be evaluated. */
export function modulesOf(module: OpenedModule, name: string, block: Block): CalledModule[] {
  try {
    return membersIn(module.called(name, block.at)).filter((one) => one instanceof CalledModule);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    module.world.notes.report(error);
    return [];
  }
}
