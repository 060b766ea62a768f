/** The output of `networkstatus` in a document: what an instance reports of its dependencies, location by location. */

import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { get, isObject, keyOf, type Path } from '../read/unresolved.ts';
import type { DependencyState, ReportedDependency, ReportedLocation } from './status.ts';

const maxDependencies = 2000;
const maxText = 500;

/**
 * The network status in a document: next to its resources in a list, or below a key of its own. The forms are those of
 * the REST operations (all locations, or one) and of Get-AzApiManagementNetworkStatus. Throws InputError for more
 * dependencies than an instance has.
 */
export function readNetworkStatus(document: unknown): readonly ReportedLocation[] {
  const locations = isStatus(document)
    ? statusesIn(document, ['document'], 0)
    : Array.isArray(document)
      ? statusesIn(document, ['document'], 0)
      : Object.entries(isObject(document) ? document : {}).flatMap(([key, value]) =>
          statusesIn(value, ['document', key], 0),
        );
  const count = locations.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  if (count > maxDependencies) {
    throw new InputError('the network status has too many dependencies', {
      path: ['document'],
      given: count,
      accepted: [`at most ${maxDependencies}`],
    });
  }
  return locations;
}

const listOfStatus = (value: unknown) => get(value, 'connectivityStatus');

/** One location, with its name next to the status or in it. */
export const isStatus = (value: unknown): boolean =>
  Array.isArray(listOfStatus(value)) || Array.isArray(listOfStatus(get(value, 'networkStatus')));

/** Lists may be nested once: several outputs in one array. */
function statusesIn(value: unknown, path: Path, depth: number): readonly ReportedLocation[] {
  if (Array.isArray(value)) {
    return depth > 1
      ? []
      : value.flatMap((part: unknown, index) => statusesIn(part, [...path, index], depth + 1));
  }
  if (!isStatus(value)) return [];
  const isFlat = Array.isArray(listOfStatus(value));
  const status = isFlat ? value : get(value, 'networkStatus');
  const at = [...path, ...(isFlat ? [] : ['networkStatus']), 'connectivityStatus'];
  const servers = get(status, 'dnsServers');
  return [
    {
      location: textIn(value, 'location'),
      dnsServers: (Array.isArray(servers) ? servers : []).filter((one) => typeof one === 'string'),
      dependencies: (listOfStatus(status) as readonly unknown[]).map((one, index) =>
        readDependency(one, pointer(...at, index)),
      ),
    },
  ];
}

function readDependency(value: unknown, path: string): ReportedDependency {
  const isOptional = get(value, 'isOptional');
  return {
    name: textIn(value, 'name') ?? 'a dependency without a name',
    resourceType: textIn(value, 'resourceType') ?? '',
    state: states.get(keyOf(get(value, 'status')) ?? '') ?? 'UNKNOWN',
    isOptional: typeof isOptional === 'boolean' ? isOptional : undefined,
    error: textIn(value, 'error'),
    lastUpdated: textIn(value, 'lastUpdated'),
    lastStatusChange: textIn(value, 'lastStatusChange'),
    path,
  };
}

const states: ReadonlyMap<string, DependencyState> = new Map([
  ['success', 'UP'],
  ['failure', 'DOWN'],
  ['initializing', 'STARTING'],
]);

/** A text that is not empty. */
function textIn(value: unknown, key: string): string | undefined {
  const text = get(value, key);
  return typeof text === 'string' && text !== '' ? text.slice(0, maxText) : undefined;
}
