/** The defaults of parameters that decide what a service of a template is. */

import type { Resource } from '../arm/resource.ts';
import type { ParameterDefault } from '../arm/root-parameters.ts';
import type { TemplateResources } from '../arm/template.ts';
import { decided, decisiveKeys } from '../decided.ts';
import { field, get } from '../unresolved.ts';
import { findSubnet } from './find-subnet.ts';

/** Defaults that decide what the instance is: another deployment of the template may be another one. */
export function noteDefaults(service: Resource, all: TemplateResources): void {
  for (const [what, keys] of decisiveKeys) {
    const defaults = all.defaultsAt(service, keys);
    const shared = what === decided.subnet ? defaultsOfSubnet(service, defaults, all) : [];
    for (const { name, value } of defaults) {
      if (!shared.includes(name)) all.notes.assumeDefault(what, name, value);
    }
  }
}

/** Those of the subnet and its network in the document: they name the same subnet, whatever values they have. */
function defaultsOfSubnet(
  service: Resource,
  defaults: readonly ParameterDefault[],
  all: TemplateResources,
): readonly string[] {
  if (defaults.length === 0) return [];
  const configuration = field(service.resolved(), 'virtualNetworkConfiguration');
  const { network, subnet } = findSubnet(get(configuration, 'subnetResourceId'), all);
  const resources = [network, subnet?.resource].filter((one) => one !== undefined);
  return resources.flatMap((one) => all.defaultsAt(one, []).map(({ name }) => name));
}
