/** The resources that `apim-atlas collect` could not read, as its file lists them. */

import { pointer } from '../../json-pointer.ts';
import type { UnreadResource } from './document-context.ts';
import { get } from './unresolved.ts';

const maxText = 600;

export function readUnreadResources(
  document: unknown,
): readonly (UnreadResource & { readonly path: string })[] {
  const list = get(document, 'unread');
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown, index) => {
    const [id, reason] = ['id', 'reason'].map((key) => get(entry, key));
    return typeof id === 'string' && typeof reason === 'string'
      ? [
          {
            id: id.slice(0, maxText),
            reason: reason.slice(0, maxText),
            path: pointer('document', 'unread', index),
          },
        ]
      : [];
  });
}
