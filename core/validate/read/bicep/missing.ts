/** Which parameters without a value bear on what was read. */

import type { TemplateResources } from '../arm/template.ts';
import { Unresolved } from '../unresolved.ts';

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

/** The first scope is that of the values, the second that of the file which is deployed. */
const pattern = /(?<![0-9])[01] parameters\("([^"]+)"\)/g;
const maxDecodings = 12;

/** Names of the deployment's parameters that open values of the service and its network rest on, in lower case. */
export function parametersAsked(resources: TemplateResources): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const add = (key: string) => {
    let text = key;
    for (let count = 0; count < maxDecodings && text.includes('%'); count += 1) {
      const decoded = decodedOnce(text);
      if (decoded === text) break;
      text = decoded;
    }
    for (const [, name] of text.matchAll(pattern)) names.add((name as string).toLowerCase());
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
  for (const resource of resources.all) {
    if (!types.includes(resource.id.type)) continue;
    walk(resource.resolved());
    add(resource.condition ?? '');
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
