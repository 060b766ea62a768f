/** Resources on the way to a plan: their values, still with unknown ones that say what they are the id of. */

import type { AssumedDefault } from '../../../../deployment.ts';
import { actionReason, actionType, isReadType, mayAct } from '../../azapi.ts';
import type { BlockReader } from '../blocks.ts';
import { Instance } from '../instance.ts';
import { modulesOf, type OpenedModule } from '../module-calls.ts';
import { membersIn } from '../repeated.ts';
import type { Block } from '../syntax.ts';
import type { ValueOffsets } from '../value-offsets.ts';
import { itemsOf, openText, Unknown, unknownFrom, type Value } from '../values.ts';
import type { World } from '../world.ts';
import { decisiveDefaults } from './decisive-defaults.ts';
import { fields, naming } from './resource-fields.ts';

export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  readonly at: number;
  /** Set where it is not known whether the resource is there. */
  readonly isOpen: boolean;
  /** Set where nothing is known of it: not even the keys of those that there are, or a part cannot be read. */
  readonly isAny: boolean;
  readonly isData: boolean;
  readonly values: Map<string, Value>;
  /** The values as the source has them, which say where they stand. */
  readonly source: ReadonlyMap<string, Value>;
  /** Of variables, that decide what a service is. */
  readonly defaults: readonly AssumedDefault[];
}

/** Whatever else may bear on the network, and is not read. */
const unreadTypes: ReadonlyMap<string, string> = new Map([
  ['azurerm_resource_group_template_deployment', 'ARM templates in Terraform are not read'],
  ['azurerm_template_deployment', 'ARM templates in Terraform are not read'],
]);

/** Why an action is left out; undefined where there is none, or where it changes nothing of the network. */
function reasonOf(module: OpenedModule, block: Block): string | undefined {
  const isOfNetwork = membersIn(module.resource(block)).some(
    (one) =>
      one instanceof Instance &&
      !one.isData &&
      mayAct(one.member('type', block.at), one.member('method', block.at)),
  );
  return isOfNetwork ? actionReason : undefined;
}

/** All resources of the module and of those that it calls. */
export function resourcesOf(module: OpenedModule, isOpen = false): Resource[] {
  const { configuration, world } = module;
  const own = [...configuration.resources.values(), ...configuration.data.values()];
  const resources = own.flatMap((block) => {
    const type = block.labels[0]?.text ?? '';
    const reason = type === actionType ? reasonOf(module, block) : unreadTypes.get(type);
    if (reason !== undefined) {
      world.notes.leaveOut({
        name: `${type}.${block.labels[1]?.text}`,
        reason,
        mayHoldNetwork: true,
        at: block.at,
      });
    }
    if (!Object.hasOwn(fields, type)) return [];
    return membersIn(module.resource(block))
      .filter((one) => one instanceof Instance)
      .map((instance) => resourceOf(instance, isOpen, world))
      .filter((one) => type !== 'azapi_update_resource' || mayBeOfNetwork(one));
  });
  const called = [...configuration.modules].flatMap(([name, block]) =>
    modulesOf(module, name, block).flatMap((one) =>
      one.opened ? resourcesOf(one.opened, isOpen || one.isOpen) : [],
    ),
  );
  return [...resources, ...called];
}

function resourceOf(instance: Instance, isOpen: boolean, world: World): Resource {
  const { address, type, name, key, block, isData } = instance;
  const hasKey = block.body.attributes.has('for_each');
  return {
    address,
    type,
    name,
    key,
    at: block.at,
    isOpen: isOpen || instance.isOpen,
    // Of a rule that cannot be read to its end nothing is certain.
    isAny: (instance.isOpen && hasKey && key === undefined) || block.body.hasGaps,
    isData,
    values: isData ? dataValues(instance) : valuesOf(instance, world.blocks),
    source: isData ? new Map() : instance.values(),
    defaults: isData ? [] : decisiveDefaults(instance, world),
  };
}

/** Most updates are of backends, loggers and settings of other services. */
function mayBeOfNetwork({ values }: Resource): boolean {
  const type = values.get('type');
  return typeof type !== 'string' || isReadType(type);
}

function valuesOf(instance: Instance, reader: BlockReader): Map<string, Value> {
  const values = new Map(instance.values());
  // What is in a text of JSON keeps its open parts and its locations.
  const body = instance.block.body.attributes.get('body')?.value;
  const [encoded] = body?.kind === 'call' && body.name === 'jsonencode' ? body.args : [];
  if (encoded) values.set('body', reader.value(encoded, instance.scope));
  const wanted = [...(fields[instance.type] ?? []), ...naming];
  for (const name of values.keys()) if (!wanted.includes(name)) values.delete(name);
  if (instance.block.body.hasGaps) {
    // What is not there may be in the part that could not be read.
    const text = openText(`a part of ${instance.address} that cannot be read`);
    for (const name of fields[instance.type] ?? []) {
      if (!values.has(name)) values.set(name, new Unknown(text));
    }
  }
  return values;
}

/** A data source says what it looks for, and nothing of what is there. */
const dataValues = (instance: Instance): Map<string, Value> =>
  new Map(
    ['name', 'virtual_network_name', 'resource_group_name'].flatMap((name) => {
      const attribute = instance.block.body.attributes.get(name);
      return attribute ? [[name, instance.member(name, attribute.at)] as const] : [];
    }),
  );

/** Something unknown more in the list of a field. */
export function addOpen(
  { values }: Resource,
  field: string,
  because: Unknown,
  offsets: ValueOffsets,
): void {
  const list = values.get(field) ?? null;
  const longer = [...(itemsOf(list) ?? (list === null ? [] : [list])), because];
  offsets.inherit(longer, list);
  values.set(field, longer);
}

/** What is known of a resource that may not exist. */
export const openResource = ({ address, values }: Resource): Unknown =>
  unknownFrom(address, [...values.values()], address);

/** Several that may be there as one: what may be added to many lists is added once to each. */
export function openTogether(all: readonly Unknown[]): Unknown {
  const [first, ...others] = all as readonly [Unknown, ...Unknown[]];
  if (others.length === 0) return first;
  const inner = `${first.text.slice(1, -1)} and ${others.length} more`;
  return unknownFrom(inner, all, inner);
}
