/** A resource, or one of those that count or for_each make: its attributes, as expressions elsewhere ask for them. */

import { DefaultsByKey } from '../arm/defaults-read.ts';
import { networkOutput, networkType } from './azapi-output.ts';
import type { BlockReader } from './blocks.ts';
import { Failure } from './budget.ts';
import { PlannedObject } from './planned-object.ts';
import type { Scope } from './scope.ts';
import type { Block } from './syntax.ts';
import { isMap, Members, openText, type Target, Unknown, type Value } from './values.ts';

export interface InstanceOptions {
  readonly block: Block;
  readonly scope: Scope;
  readonly reader: BlockReader;
  /** Address of its module; empty for the root module. */
  readonly module: string;
  readonly key: string | number | undefined;
  /** Set where it is not known whether there is such a resource, or how many. */
  readonly isOpen: boolean;
}

export class Instance extends Members implements Target {
  readonly block: Block;
  readonly scope: Scope;
  readonly module: string;
  readonly key: string | number | undefined;
  readonly isOpen: boolean;
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly #reader: BlockReader;
  readonly #defaults: DefaultsByKey;
  readonly #members = new Map<string, Value>();
  readonly #pending = new Set<string>();
  #values: Map<string, Value> | undefined;

  constructor({ block, scope, reader, module, key, isOpen }: InstanceOptions) {
    super();
    this.block = block;
    this.scope = scope;
    this.module = module;
    this.key = key;
    this.isOpen = isOpen;
    this.type = block.labels[0]?.text ?? '';
    this.name = block.labels[1]?.text ?? '';
    this.#reader = reader;
    this.#defaults = new DefaultsByKey(reader.defaults);
    const kind = block.type === 'data' ? 'data.' : '';
    const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
    this.address = `${module === '' ? '' : `${module}.`}${kind}${this.type}.${this.name}${index}`;
  }

  get isData(): boolean {
    return this.block.type === 'data';
  }

  get text(): string {
    return this.address;
  }

  member(name: string, at: number): Value {
    const known = this.#members.get(name);
    if (known !== undefined) {
      this.#defaults.read(name);
      return known;
    }
    if (this.#pending.has(name)) throw new Failure(`${this.address}.${name} depends on itself`, at);
    this.#pending.add(name);
    try {
      const value = this.#defaults.compute(name, () => this.#member(name) ?? this.#unknown(name));
      this.#members.set(name, value);
      return value;
    } finally {
      this.#pending.delete(name);
    }
  }

  /** What is set; null and undefined for what the provider decides. */
  #member(name: string): Value | undefined {
    if (name === 'id') return undefined;
    if (name === 'output' && this.type === 'azapi_resource') return this.#output();
    const { body } = this.block;
    const attribute = body.attributes.get(name);
    if (attribute) return this.#reader.value(attribute.value, this.scope);
    const blocks = this.#reader.blocks(body, name, this.scope);
    if (blocks.length === 0) return undefined;
    const isSubnet = this.type === 'azurerm_virtual_network' && name === 'subnet';
    return blocks.map((block, index) => {
      const values = isSubnet ? this.#withId(block) : block;
      return isMap(values)
        ? new PlannedObject(`${this.address}.${name}[${index}]`, values)
        : values;
    });
  }

  /** What azapi answers, where the body decides it. */
  #output(): Value | undefined {
    const [type, body] = ['type', 'body'].map((name) => this.member(name, this.block.at));
    const isNetwork = typeof type === 'string' && networkType.test(type);
    return isNetwork ? networkOutput(this.address, body ?? null) : undefined;
  }

  #withId(subnet: Value): Value {
    if (!isMap(subnet)) return subnet;
    const target = { address: subnetAddress(this.address, subnet.get('name') ?? null) };
    return new Map([...subnet, ['id', new Unknown(openText(`${target.address}.id`), { target })]]);
  }

  #unknown(name: string): Unknown {
    return new Unknown(openText(`${this.address}.${name}`), name === 'id' ? { target: this } : {});
  }

  /** All that is set, as the provider gets it. */
  values(): ReadonlyMap<string, Value> {
    this.#values ??= this.#reader.read(this.block.body, this.scope, this.block.at);
    return this.#values;
  }

  override offsetOf(name: string): number | undefined {
    const attribute = this.block.body.attributes.get(name);
    return attribute && this.#reader.offsetOf(attribute.value, this.scope);
  }
}

/** The subnet that a block of a virtual network is. */
export const subnetAddress = (network: string, name: Value): string =>
  `${network}.subnet[${name instanceof Unknown ? name.text : JSON.stringify(name)}]`;
