/** /data/v1/regions/westeurope.json and the others: all about one region or port rule. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { itemContent } from '../../../../data-files/envelope.ts';
import { type ItemFiles, itemFiles } from '../../../../data-files/files.ts';

export const getStaticPaths = (() =>
  itemFiles.flatMap((files) =>
    files.names.map((name) => ({ params: { folder: files.folder, name }, props: { files } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ files: ItemFiles }, { name: string }> = async ({ props, params }) => {
  const content = await itemContent(props.files, params.name);
  return new Response(`${JSON.stringify(content, null, 2)}\n`);
};
