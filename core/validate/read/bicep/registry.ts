/** Modules of a registry: what their references mean, and whether a restored copy is among the files. */

import { get } from '../unresolved.ts';
import { loadedJson } from './loaded-json.ts';

export const isRegistryPath = (path: string): boolean => /^(br|ts)[:/]/.test(path);

/** Whether a module may hold parts of a network: those that say what else they deploy do not. */
export function mayHoldNetwork(path: string): boolean {
  const [, provider] =
    /^br(?:\/public|:mcr\.microsoft\.com\/bicep)[:/]avm\/res\/([^/]+)\//.exec(path) ?? [];
  const isOfTypes = /^br(?:\/public|:mcr\.microsoft\.com\/bicep)[:/]avm\/utl\//.test(path);
  return !isOfTypes && (provider === undefined || ['network', 'api-management'].includes(provider));
}

interface ModuleReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

/** What br:registry/repository:tag or br/alias:repository:tag means; undefined for anything else. */
function parseReference(path: string, configuration: unknown): ModuleReference | undefined {
  const [, whole] = /^br:(.+)$/.exec(path) ?? [];
  const [, alias = '', rest] = /^br\/([^:]+):(.+)$/.exec(path) ?? [];
  const aliases = get(get(configuration, 'moduleAliases'), 'br');
  const own = get(aliases, alias);
  const prefix =
    alias === 'public'
      ? 'mcr.microsoft.com/bicep/'
      : [get(own, 'registry'), get(own, 'modulePath')]
          .filter((part) => typeof part === 'string')
          .map((part) => `${part}/`)
          .join('');
  const full = whole ?? (rest !== undefined && prefix !== '' ? `${prefix}${rest}` : undefined);
  const [, registry, repository, tag] = /^([^/]+)\/(.+):([^:/]+)$/.exec(full ?? '') ?? [];
  return registry && repository && tag ? { registry, repository, tag } : undefined;
}

/** Path of the compiled module among the files, as restoring it lays it down; undefined where it is not there. */
export function restoredModule(
  path: string,
  files: { readonly paths: readonly string[]; readonly text: (path: string) => string | undefined },
): string | undefined {
  const configuration = files.paths.find((one) => /(^|\/)bicepconfig\.json$/.test(one));
  const text = configuration === undefined ? undefined : files.text(configuration);
  const json = text === undefined ? undefined : loadedJson(text, undefined);
  const reference = parseReference(path, json?.value);
  if (!reference) return undefined;
  const { registry, repository, tag } = reference;
  const end = `br/${registry}/${repository.replaceAll('/', '$')}/${tag}$/main.json`;
  return files.paths.find((one) => one === end || one.endsWith(`/${end}`));
}
