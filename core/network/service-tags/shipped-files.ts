/** The weekly service-tag files that come with this version, one for each cloud. */

import { cloudNames } from '../../../data/model.ts';
import { serviceTagSnapshots } from '../../../data/service-tag-files/snapshots.ts';
import { serviceTagExtracts } from '../../../data/weekly-files.ts';
import { ServiceTagFile } from './service-tag-file.ts';

/** By the platform where it can; else a loop, because an iterator over the characters takes ten times as long. */
function bytesOf(base64: string): Uint8Array {
  const { fromBase64 }: { fromBase64?: (text: string) => Uint8Array } = Uint8Array;
  if (fromBase64) return fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Each is unpacked when the first tag of it is needed. */
export const shippedServiceTagFiles: readonly ServiceTagFile[] = cloudNames.map(
  (cloud) =>
    new ServiceTagFile(serviceTagExtracts[cloud], {
      bytes: () => bytesOf(serviceTagSnapshots[cloud]),
    }),
);

/** The files, and the shipped one for each cloud of which there is none among them. */
export function withShippedFiles(files: readonly ServiceTagFile[]): readonly ServiceTagFile[] {
  return shippedServiceTagFiles.map(
    (shipped) => files.find(({ cloud }) => cloud === shipped.cloud) ?? shipped,
  );
}
