/** /data/v1/port-rules.json and the others: a table with its envelope. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { tableContent } from '../../../data-files/envelope.ts';
import { type TableFile, tableFiles } from '../../../data-files/files.ts';

export const getStaticPaths = (() =>
  tableFiles.map((file) => ({
    params: { name: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: TableFile }> = async ({ props }) =>
  new Response(`${JSON.stringify(await tableContent(props.file), null, 2)}\n`);
