/**
 * What a document says is there, and does not hold: what `apim-atlas collect` could not read, what a what-if operation and
 * a Terraform plan leave out, and the other pages of a list.
 */

import { pointer } from '../../json-pointer.ts';
import { actionReason, actionType, mayAct } from './azapi.ts';
import type { UnreadResource } from './document-context.ts';
import { typeOf } from './document-shape.ts';
import { parseResourceId } from './resource-id.ts';
import { get, isObject, keyOf, type Path, textOf } from './unresolved.ts';

export type UnreadPart = UnreadResource & { readonly path: string };

const maxText = 600;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const shortened = (value: unknown) => textOf(value).slice(0, maxText);

/** What one object of the document says of that. */
export function unreadIn(value: unknown, path: Path): UnreadPart[] {
  return [
    ...collected(value, path),
    ...leftOutOfWhatIf(value, path),
    ...notPlanned(value, path),
    ...actionsOf(value, path),
  ];
}

function collected(value: unknown, path: Path): UnreadPart[] {
  return listOf(get(value, 'unread')).flatMap((entry, index) => {
    const [id, reason] = ['id', 'reason'].map((key) => get(entry, key));
    return typeof id === 'string' && typeof reason === 'string'
      ? [
          {
            id: shortened(id),
            reason: shortened(reason),
            path: pointer(...path, 'unread', index),
          },
        ]
      : [];
  });
}

/** Types without a part in the network, whatever is in them, are of no interest; what has no readable id may be any. */
function mayHoldNetwork(id: unknown): boolean {
  const type = typeof id === 'string' ? parseResourceId(id)?.type : undefined;
  return (
    type === undefined ||
    type.startsWith('microsoft.network/') ||
    type === 'microsoft.resources/deployments' ||
    type === 'microsoft.apimanagement/service'
  );
}

function leftOutOfWhatIf(value: unknown, path: Path): UnreadPart[] {
  const properties = isObject(get(value, 'properties')) ? ['properties'] : [];
  return [[], properties].flatMap((keys, at) => {
    if (at === 1 && keys.length === 0) return [];
    const result = keys.reduce<unknown>((part, key) => get(part, key), value);
    return ['changes', 'potentialChanges'].flatMap((key) =>
      listOf(get(result, key)).flatMap((change, index): UnreadPart[] => {
        const id = get(change, 'resourceId');
        const type = keyOf(get(change, 'changeType'));
        const isRead =
          ['after', 'before'].some((one) => isObject(get(change, one))) && type !== 'unsupported';
        if (type === undefined || !mayHoldNetwork(id)) return [];
        if (key === 'changes' && (isRead || type === 'delete')) return [];
        const why = get(change, 'unsupportedReason');
        const reason =
          key === 'potentialChanges'
            ? 'the what-if operation does not say whether it will be deployed'
            : type === 'unsupported'
              ? `the what-if operation does not support it${why ? `: ${shortened(why)}` : ''}`
              : 'the what-if operation shows its id alone; ask for the format FullResourcePayloads';
        return [
          { id: shortened(id), reason, path: pointer(...path, ...keys, key, index, 'resourceId') },
        ];
      }),
    );
  });
}

const isNetworkAddress = (address: string) =>
  /(?:^|\.)(?:azurerm_(?:api_management(?![a-z_])|subnet|virtual_network|network_|route|public_ip|nat_gateway|resource_group_template)|azapi_)/.test(
    address,
  );

function notPlanned(value: unknown, path: Path): UnreadPart[] {
  const deferred = listOf(get(value, 'deferred_changes')).flatMap((one, index): UnreadPart[] => {
    const address = textOf(get(get(one, 'resource_change'), 'address'));
    return isNetworkAddress(address)
      ? [
          {
            id: address.slice(0, maxText),
            reason: `Terraform plans it in a later run (${shortened(get(one, 'reason'))})`,
            path: pointer(...path, 'deferred_changes', index),
          },
        ]
      : [];
  });
  if (get(value, 'errored') === true) {
    return [
      ...deferred,
      {
        id: 'the plan',
        reason: 'Terraform stopped with an error, so resources are not in it',
        path: pointer(...path, 'errored'),
      },
    ];
  }
  const isPart = get(value, 'complete') === false && isObject(get(value, 'planned_values'));
  return isPart && deferred.length === 0
    ? [
        {
          id: 'the plan',
          reason: 'it is not complete: it was made with -target, or leaves changes to a later run',
          path: pointer(...path, 'complete'),
        },
      ]
    : deferred;
}

/** Actions of azapi that a plan runs, in the root module and in those that it calls. */
function actionsOf(plan: unknown, start: Path): UnreadPart[] {
  const root: Path = ['planned_values', 'root_module'];
  const modules = [
    { value: root.reduce<unknown>((part, key) => get(part, key), plan), path: [...start, ...root] },
  ];
  // The list grows by the modules that those in it call.
  for (const { value, path } of modules) {
    for (const [index, child] of listOf(get(value, 'child_modules')).entries()) {
      modules.push({ value: child, path: [...path, 'child_modules', index] });
    }
  }
  return modules.flatMap(({ value, path }) =>
    listOf(get(value, 'resources')).flatMap((one, index): UnreadPart[] => {
      const values = get(one, 'values');
      return get(one, 'type') === actionType &&
        get(one, 'mode') !== 'data' &&
        mayAct(get(values, 'type'), get(values, 'method'))
        ? [
            {
              id: shortened(get(one, 'address')),
              reason: actionReason,
              path: pointer(...path, 'resources', index),
            },
          ]
        : [];
    }),
  );
}

interface Page {
  readonly value: object;
  readonly path: Path;
}

const rowsOf = (page: unknown): readonly unknown[] => {
  const data = get(page, 'data');
  return listOf(get(data, 'rows') ?? (Array.isArray(data) ? data : get(page, 'value')));
};
const totalKeys = ['totalRecords', 'total_records'];
const totalKeyOf = (page: unknown) =>
  totalKeys.find((key) => typeof get(page, key) === 'number') ?? '';
const totalOf = (page: unknown) => get(page, totalKeyOf(page));
const nextOf = (page: unknown) =>
  ['nextLink', '$skipToken', 'skipToken', 'skip_token'].find((key) => get(page, key));

/** The lists that go on in pages which the document does not hold. */
export function cutLists(objects: readonly Page[]): UnreadPart[] {
  const pages = objects.filter(({ value }) =>
    ['value', 'data'].some((key) => isContainer(get(value, key))),
  );
  const byTotal = Map.groupBy(pages, ({ value }) => totalOf(value));
  const whole = new Set(
    [...byTotal].flatMap(([total, some]) => (isAllOf(total, some) ? total : [])),
  );
  return pages.flatMap(({ value, path }, index): UnreadPart[] => {
    const isTruncated = keyOf(textOf(get(value, 'resultTruncated'))) === 'true';
    const total = totalOf(value);
    const isShort = typeof total === 'number' && rowsOf(value).length < total;
    const key =
      nextOf(value) ??
      (isTruncated ? 'resultTruncated' : undefined) ??
      (isShort ? totalKeyOf(value) : undefined);
    if (key === undefined) return [];
    const isWhole =
      typeof total === 'number' ? !isShort || whole.has(total) : isNext(value, pages[index + 1]);
    return isWhole
      ? []
      : [
          {
            id: 'the rest of the list',
            reason: `the result goes on where this document ends (${key}); send all its pages in one array`,
            path: pointer(...path, key),
          },
        ];
  });
}

const isContainer = (value: unknown) => typeof value === 'object' && value !== null;

/** True where the pages are whole lists of as many rows, each with one page that is the last. */
function isAllOf(total: unknown, pages: readonly Page[]): boolean {
  const count = pages.reduce((sum, { value }) => sum + rowsOf(value).length, 0);
  const lists = pages.filter(({ value }) => nextOf(value) === undefined).length;
  return typeof total === 'number' && lists > 0 && count === total * lists;
}

/** True where the page begins with a resource that the list does not have, of the type that the list ends with. */
function isNext(list: unknown, page: Page | undefined): boolean {
  const [first] = rowsOf(page?.value);
  const type = typeOf(first);
  const id = keyOf(get(first, 'id'));
  return (
    type !== undefined &&
    type === typeOf(rowsOf(list).at(-1)) &&
    rowsOf(list).every((row) => keyOf(get(row, 'id')) !== id)
  );
}
