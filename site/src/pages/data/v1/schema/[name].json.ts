/** /data/v1/schema/port-rules.json and the others: JSON Schemas of the files with data. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { fileSchema } from '../../../../data-files/envelope.ts';
import {
  type ItemFiles,
  itemFiles,
  type TableFile,
  tableFiles,
} from '../../../../data-files/files.ts';
import { indexSchema } from '../../../../data-files/index-file.ts';

export const getStaticPaths = (() => [
  ...tableFiles.map((file) => ({ params: { name: file.name }, props: { file } })),
  ...itemFiles.map((file) => ({ params: { name: file.schema }, props: { file } })),
  { params: { name: 'index' }, props: {} },
]) satisfies GetStaticPaths;

export const GET: APIRoute<{ file?: TableFile | ItemFiles }> = ({ props: { file }, site }) => {
  const schema = file ? fileSchema(file, site) : indexSchema(site);
  return new Response(`${JSON.stringify(schema, null, 2)}\n`);
};
