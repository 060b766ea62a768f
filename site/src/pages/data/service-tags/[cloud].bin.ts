/** /data/service-tags/public.bin and the others: all prefixes of the weekly files, for the tools of the pages. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { snapshotName } from '../../../../../api/request/snapshot-path.ts';
import type { ServiceTagFile } from '../../../../../core/network/service-tags/service-tag-file.ts';
import { shippedServiceTagFiles } from '../../../../../core/network/service-tags/shipped-files.ts';

export const getStaticPaths = (() =>
  shippedServiceTagFiles.map((file) => ({
    params: { cloud: snapshotName(file.cloud) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: ServiceTagFile }> = ({ props }) =>
  new Response(Uint8Array.from(props.file.bytes));
