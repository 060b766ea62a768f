/** Which parameters without a value bear on what was read. */

import { Unresolved } from '../unresolved.ts';
import type { Resource } from './resource.ts';

/** Fields that no verdict rests on, of resources that one may. */
const idle = [
  'certificates',
  'customproperties',
  'description',
  'hostnameconfigurations',
  'identity',
  'kind',
  'publisheremail',
  'publishername',
  'tags',
];

const types = [
  'microsoft.apimanagement/service',
  'microsoft.network/networksecuritygroups',
  'microsoft.network/networksecuritygroups/securityrules',
  'microsoft.network/publicipaddresses',
  'microsoft.network/routetables',
  'microsoft.network/routetables/routes',
  'microsoft.network/virtualnetworks',
  'microsoft.network/virtualnetworks/subnets',
];

/** An id joins two resources, whatever their names are. */
const isId = ({ key }: Unresolved) => key.includes('/providers/');

const pattern = /(?<![0-9])(\d+) parameters\("([^"]+)"\)/g;
const maxDecodings = 12;

/**
 * Names of the parameters of some scopes that open values of the service and its network rest on, in lower case; scopes
 * by their numbers.
 */
export function neededParameters(
  resources: readonly Resource[],
  scopes: readonly number[],
): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const add = (key: string) => {
    let text = key;
    for (let count = 0; count < maxDecodings && text.includes('%'); count += 1) {
      const decoded = decodedOnce(text);
      if (decoded === text) break;
      text = decoded;
    }
    for (const [, scope, name] of text.matchAll(pattern)) {
      if (scopes.includes(Number(scope))) names.add((name as string).toLowerCase());
    }
  };
  const walk = (value: unknown, within = '') => {
    if (value instanceof Unresolved && !isId(value)) add(value.key);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, part] of Object.entries(value)) {
      const field = key.toLowerCase();
      if (!idle.includes(field) && (field !== 'name' || within === 'sku')) walk(part, field);
    }
  };
  for (const resource of resources) {
    if (!types.includes(resource.id.type)) continue;
    walk(resource.resolved());
    add(resource.conditionKey ?? '');
  }
  return names;
}

/** The text with its percent signs decoded where they are whole. */
const decodedOnce = (text: string) =>
  text.replace(/(?:%[0-9A-F]{2})+/g, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
