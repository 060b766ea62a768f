/** `azapi_resource.vnet.output`: the subnets of a virtual network, which its body names, with their ids. */

import { PlannedObject } from './planned-object.ts';
import { isList, isMap, openText, Unknown, type Value } from './values.ts';

export const networkType = /^Microsoft\.Network\/virtualNetworks@/i;

/** Undefined where the body does not say which subnets there are. */
export function networkOutput(address: string, body: Value): Value | undefined {
  const properties = isMap(body) ? body.get('properties') : undefined;
  const subnets = properties !== undefined && isMap(properties) ? properties.get('subnets') : null;
  if (subnets === undefined || !isList(subnets)) return undefined;
  const named = subnets.map((subnet) => (isMap(subnet) ? withId(address, subnet) : undefined));
  if (named.includes(undefined)) return undefined;
  const output = `${address}.output`;
  const answered = new Map<string, Value>([['subnets', named as Value[]]]);
  return new PlannedObject(
    output,
    new Map([['properties', new PlannedObject(`${output}.properties`, answered)]]),
  );
}

function withId(address: string, subnet: ReadonlyMap<string, Value>): Value | undefined {
  const name = subnet.get('name');
  if (typeof name !== 'string') return undefined;
  const id = new Unknown(`${openText(`${address}.id`)}/subnets/${name}`);
  const set = new Map<string, Value>([...subnet, ['id', id]]);
  return new PlannedObject(`${address}.output.properties.subnets[${JSON.stringify(name)}]`, set);
}
