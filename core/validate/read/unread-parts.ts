/**
 * What a document says is there, and does not hold: what `apim-atlas collect` could not read, what a what-if operation and
 * a Terraform plan leave out, and the other pages of a list.
 */

import { pointer } from '../../json-pointer.ts';
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
  return [...collected(value, path), ...leftOutOfWhatIf(value, path), ...notPlanned(value, path)];
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
  /(?:^|\.)(?:azurerm_(?:api_management|subnet|virtual_network|network_|route|public_ip|nat_gateway|resource_group_template)|azapi_)/.test(
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
  return isPart && listOf(get(value, 'deferred_changes')).length === 0
    ? [
        {
          id: 'the plan',
          reason: 'it is not complete: it was made with -target, or leaves changes to a later run',
          path: pointer(...path, 'complete'),
        },
      ]
    : deferred;
}

interface Page {
  readonly value: object;
  readonly path: Path;
}

const rowsOf = (page: unknown): readonly unknown[] => {
  const data = get(page, 'data');
  return listOf(get(data, 'rows') ?? (Array.isArray(data) ? data : get(page, 'value')));
};
const totalOf = (page: unknown) => get(page, 'totalRecords') ?? get(page, 'total_records');
const nextOf = (page: unknown) =>
  ['nextLink', '$skipToken', 'skipToken', 'skip_token'].find((key) => get(page, key));

/** The lists that go on in pages which the document does not hold. */
export function cutLists(objects: readonly Page[]): UnreadPart[] {
  const pages = objects.filter(({ value }) =>
    ['value', 'data'].some((key) => isContainer(get(value, key))),
  );
  const byTotal = Map.groupBy(pages, ({ value }) => totalOf(value));
  return pages.flatMap(({ value, path }, index): UnreadPart[] => {
    const isTruncated = keyOf(textOf(get(value, 'resultTruncated'))) === 'true';
    const key = nextOf(value) ?? (isTruncated ? 'resultTruncated' : undefined);
    if (key === undefined) return [];
    const total = totalOf(value);
    const isWhole =
      typeof total === 'number'
        ? countIn(byTotal.get(total)) >= total
        : isNext(value, pages[index + 1]);
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
const counts = new WeakMap<readonly Page[], number>();

function countIn(pages: readonly Page[] = []): number {
  const count =
    counts.get(pages) ?? pages.reduce((sum, { value }) => sum + rowsOf(value).length, 0);
  counts.set(pages, count);
  return count;
}

/** True where the page begins with what the list ends with. */
const isNext = (list: unknown, page: Page | undefined): boolean =>
  page !== undefined && typeOf(rowsOf(page.value)[0]) === typeOf(rowsOf(list).at(-1));
