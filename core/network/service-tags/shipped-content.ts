/** What the shipped service-tag files hold; the bundle of the command has scripts/unpacked-content.ts in its place. */

import type { CloudName } from '../../../data/model.ts';
import { serviceTagSnapshots } from '../../../data/service-tag-files/snapshots.ts';
import type { Content } from './service-tag-file.ts';

/** By the platform where it can; else a loop, because an iterator over the characters takes ten times as long. */
function bytesOf(base64: string): Uint8Array {
  const { fromBase64 }: { fromBase64?: (text: string) => Uint8Array } = Uint8Array;
  if (fromBase64) return fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

export const shippedContent = (cloud: CloudName): Content => ({
  bytes: () => bytesOf(serviceTagSnapshots[cloud]),
});
