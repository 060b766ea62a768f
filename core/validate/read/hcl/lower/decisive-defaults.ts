/** The variables whose defaults decide what a service is: its tier, its units, its mode, its subnet. */

import type { AssumedDefault } from '../../../../deployment.ts';
import { decided, decisiveKeys } from '../../decided.ts';
import { Instance } from '../instance.ts';
import type { Expression, Template } from '../syntax.ts';
import { unknownsIn, type Value } from '../values.ts';
import type { World } from '../world.ts';

const maxText = 60;

/** A part of the service, and what evaluates it. */
type Part = readonly [string, () => Value | undefined];

/** Empty for anything but a service. */
export function decisiveDefaults(instance: Instance, world: World): AssumedDefault[] {
  return partsOf(instance, world).flatMap(([what, evaluate]) => {
    const { value, names } = world.evaluator.defaults.during(evaluate);
    const shared = what === decided.subnet ? defaultsOfTargets(value, world) : [];
    return [...names]
      .filter((parameter) => !shared.includes(parameter))
      .map((parameter) => ({
        what,
        parameter,
        value: textOf(world.defaultsTaken.get(parameter)),
      }));
  });
}

/** Those of the subnet in the source: they name the same subnet, whatever values they have. */
function defaultsOfTargets(value: Value | undefined, world: World): string[] {
  return unknownsIn(value ?? null).flatMap(({ target }) => {
    if (!(target instanceof Instance)) return [];
    const { block, scope } = target;
    const read = () => world.blocks.read(block.body, scope, block.at);
    return [...world.evaluator.defaults.during(read).names];
  });
}

function partsOf(instance: Instance, world: World): readonly Part[] {
  const { block, scope } = instance;
  const value = (expression: Expression | undefined) => () =>
    expression && world.blocks.value(expression, scope);
  const written = (name: string) => block.body.attributes.get(name)?.value;
  if (instance.type === 'azurerm_api_management') {
    const sku = partsOfSku(written('sku_name'));
    const network = 'virtual_network_configuration';
    return [
      [decided.tier, value(sku?.tier)],
      [decided.units, value(sku?.units)],
      [decided.mode, value(written('virtual_network_type'))],
      [decided.subnet, value(written(network))],
      [decided.subnet, () => world.blocks.blocks(block.body, network, scope)],
    ];
  }
  const type = instance.type === 'azapi_resource' ? value(written('type'))() : undefined;
  if (typeof type !== 'string' || !serviceType.test(type)) return [];
  return decisiveKeys.map(([what, keys]) => [what, value(partAt(written('body'), keys))]);
}

const serviceType = /^microsoft\.apimanagement\/service(@|$)/i;

/** sku_name is the tier, an underscore, and the units: each by the part of the text that is written for it. */
function partsOfSku(sku: Expression | undefined) {
  if (sku?.kind !== 'template') return sku && { tier: sku, units: sku };
  const at = sku.parts.findLastIndex(
    (part) => part.kind === 'literal' && String(part.value).includes('_'),
  );
  if (at < 0) return { tier: sku, units: sku };
  const of = (parts: Template['parts']): Template => ({ ...sku, parts });
  return { tier: of(sku.parts.slice(0, at)), units: of(sku.parts.slice(at + 1)) };
}

/** What decides the value at the keys: the innermost expression that is written for it. */
function partAt(
  written: Expression | undefined,
  keys: readonly (string | number)[],
): Expression | undefined {
  let part = written;
  for (const key of keys) {
    if (part?.kind === 'call' && part.name === 'jsonencode') part = part.args[0];
    if (part?.kind !== 'object') return part;
    if (part.items.some((item) => item.key.kind !== 'literal')) return part;
    part = part.items.find((item) => item.key.kind === 'literal' && item.key.value === key)?.value;
  }
  return part;
}

const textOf = (value: Value | undefined) =>
  ['string', 'number', 'boolean'].includes(typeof value)
    ? String(value).slice(0, maxText)
    : undefined;
