/** A module with the values that it was called with: what its expressions can name. */

import { Failure } from './budget.ts';
import type { Configuration } from './configuration.ts';
import { Instance } from './instance.ts';
import { callsOf, type ModuleOptions, type OpenedModule } from './module-calls.ts';
import { Names, ofType } from './names.ts';
import { repeated } from './repeated.ts';
import type { Scope } from './scope.ts';
import type { Block } from './syntax.ts';
import { type Members, openText, Unknown, type Value } from './values.ts';
import { type Input, variableValue } from './variables.ts';
import type { World } from './world.ts';

export class Module implements OpenedModule {
  readonly world: World;
  readonly configuration: Configuration;
  readonly address: string;
  readonly calls: readonly string[];
  readonly around: readonly string[];
  readonly scope: Scope;
  readonly #input: (name: string) => Input | undefined;
  readonly #names: ReadonlyMap<string, Members>;
  readonly #variables = new Map<string, Input>();
  readonly #resources = new Map<Block, Value>();
  readonly #modules: Names;
  readonly #types = new Map<string, Members>();
  readonly #dataTypes = new Map<string, Members>();

  constructor({ world, configuration, address, calls, around, input }: ModuleOptions) {
    this.world = world;
    this.configuration = configuration;
    this.address = address;
    this.calls = calls;
    this.around = around;
    this.#input = input;
    this.scope = {
      text: address,
      folder: configuration.folder,
      lookup: (name) => this.#names.get(name) ?? this.#typed(this.#types, name),
    };
    const { defaults } = world.evaluator;
    this.#modules = new Names('module', defaults, (name, at) => this.#called(name, at));
    this.#names = new Map<string, Members>([
      ['var', this.#variableNames()],
      ['local', this.#localNames()],
      ['module', this.#modules],
      ['data', new Names('data', defaults, (type, at) => this.#dataType(type, at))],
      ['path', new Names('path', defaults, (name) => this.#path(name))],
      [
        'terraform',
        new Names('terraform', defaults, (name) => new Unknown(openText(`terraform.${name}`))),
      ],
    ]);
  }

  #path(name: string): Value {
    const { root } = this.world;
    const { folder } = this.configuration;
    if (name !== 'module' || folder === root) return '.';
    const up = root === '' ? [] : root.split('/').map(() => '..');
    return [...up, folder].join('/');
  }

  #variableNames(): Names {
    return new Names(
      'var',
      this.world.evaluator.defaults,
      (name, at) => this.#variable(name, at).value,
      (name) => this.#variables.get(name)?.at,
    );
  }

  #variable(name: string, at: number): Input {
    const declaration = this.configuration.variables.get(name);
    if (!declaration) throw new Failure(`variable ${name} is not declared`, at);
    const { world, scope } = this;
    const isRoot = this.address === '';
    const input = world.evaluator.budget.deeper(at, () =>
      variableValue(declaration, this.#input(name), { world, scope, name, isRoot }),
    );
    this.#variables.set(name, input);
    return input;
  }

  #localNames(): Names {
    const { locals, hasGaps } = this.configuration;
    return new Names(
      'local',
      this.world.evaluator.defaults,
      (name, at) => {
        const attribute = locals.get(name);
        if (attribute) return this.world.evaluator.evaluate(attribute.value, this.scope);
        if (hasGaps) return new Unknown(openText(`${this.address}.local.${name}`));
        throw new Failure(`local ${name} is not declared`, at);
      },
      (name) => locals.get(name)?.value.at,
    );
  }

  /** The modules that a call makes. */
  called(name: string, at: number): Value {
    return this.#modules.member(name, at);
  }

  #called(name: string, at: number): Value {
    const block = this.configuration.modules.get(name);
    if (!block) throw new Failure(`module ${name} is not declared`, at);
    return callsOf(block, this, (options) => new Module(options));
  }

  #typed(types: Map<string, Members>, type: string): Members | undefined {
    const isData = types === this.#dataTypes;
    const known = types.get(type);
    if (known) return known;
    const blocks = isData ? this.configuration.data : this.configuration.resources;
    const { defaults } = this.world.evaluator;
    const prefix = isData ? 'data.' : '';
    const made = ofType(type, blocks, (block) => this.resource(block), prefix, defaults);
    if (made) types.set(type, made);
    return made;
  }

  #dataType(type: string, at: number): Members {
    const data = this.#typed(this.#dataTypes, type);
    if (!data) throw new Failure(`there is no data ${type}`, at);
    return data;
  }

  /** The resource, a list or object of those that count or for_each make, or what is not known to be either. */
  resource(block: Block): Value {
    const known = this.#resources.get(block);
    if (known !== undefined) return known;
    const { world, scope, address } = this;
    const context = { budget: world.evaluator.budget, reader: world.blocks, scope };
    const reader = world.blocks;
    const made = repeated(
      block,
      context,
      (key, own, isOpen) =>
        new Instance({ block, scope: own, reader, module: address, key, isOpen }),
    );
    this.#resources.set(block, made);
    return made;
  }
}
