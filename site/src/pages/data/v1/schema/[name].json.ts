/** /data/v1/schema/port-rules.json and the others: JSON Schemas of the files with data. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { fileSchema } from '../../../../data-files/envelope.ts';
import {
  type ItemFiles,
  itemFiles,
  type TableFile,
  tableFiles,
} from '../../../../data-files/files.ts';

export const getStaticPaths = (() => [
  ...tableFiles.map((file) => ({ params: { name: file.name }, props: { file } })),
  ...itemFiles.map((file) => ({ params: { name: file.schema }, props: { file } })),
]) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: TableFile | ItemFiles }> = ({ props }) =>
  new Response(`${JSON.stringify(fileSchema(props.file), null, 2)}\n`);
