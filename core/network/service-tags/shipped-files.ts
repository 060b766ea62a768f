/** The weekly service-tag files that come with this version, one for each cloud. */

import { cloudNames } from '../../../data/model.ts';
import { serviceTagExtracts } from '../../../data/weekly-files.ts';
import { ServiceTagFile } from './service-tag-file.ts';
import { shippedContent } from './shipped-content.ts';

/** Each is unpacked when the first tag of it is needed. */
export const shippedServiceTagFiles: readonly ServiceTagFile[] = cloudNames.map(
  (cloud) => new ServiceTagFile(serviceTagExtracts[cloud], shippedContent(cloud)),
);

/** The files, and the shipped one for each cloud of which there is none among them. */
export function withShippedFiles(files: readonly ServiceTagFile[]): readonly ServiceTagFile[] {
  return shippedServiceTagFiles.map(
    (shipped) => files.find(({ cloud }) => cloud === shipped.cloud) ?? shipped,
  );
}
