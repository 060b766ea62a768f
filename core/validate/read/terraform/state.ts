/** The resources of a state file as Terraform stores it: a list of resources, each with its instances. */

import { InputError } from '../../../input-error.ts';
import { get, listOf, type Path } from '../unresolved.ts';

interface StateResource {
  /** With the fields that `terraform show -json` has for it, and its attributes. */
  readonly resource: Record<string, unknown>;
  /** Address of its module; empty for the root module. */
  readonly module: string;
  /** To the attributes. */
  readonly path: Path;
}

/** None for a plan, and for what `terraform show -json` prints. */
export function stateResources(document: unknown, path: Path): StateResource[] {
  if (get(document, 'terraform_version') !== undefined && Array.isArray(get(document, 'modules'))) {
    throw new InputError('the state file is of a version that is not read', {
      path,
      given: `version ${get(document, 'version')}`,
      expected: ['a state file of version 4', 'a Terraform plan or state (terraform show -json)'],
    });
  }
  return listOf(get(document, 'resources')).flatMap((resource, index) => {
    const [mode, type, name] = ['mode', 'type', 'name'].map((key) => get(resource, key));
    const module = get(resource, 'module');
    const own = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    const address = typeof module === 'string' ? `${module}.${own}` : own;
    return listOf(get(resource, 'instances'))
      .map((instance, at) => ({ instance, at, key: get(instance, 'index_key') }))
      .filter(({ instance }) => get(instance, 'deposed') === undefined)
      .map(({ instance, at, key }) => ({
        resource: {
          mode,
          type,
          name,
          address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
          index: key,
          attributes: get(instance, 'attributes'),
        },
        module: typeof module === 'string' ? module : '',
        path: [...path, 'resources', index, 'instances', at, 'attributes'],
      }));
  });
}
