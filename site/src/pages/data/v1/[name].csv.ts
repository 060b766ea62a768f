/** /data/v1/port-rules.csv and the others: the rows of the JSON file of the same name. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { csv } from '../../../data-files/csv.ts';
import { columnsOf, tableContent } from '../../../data-files/envelope.ts';
import { type TableFile, tableFiles } from '../../../data-files/files.ts';

export const getStaticPaths = (() =>
  tableFiles.map((file) => ({
    params: { name: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: TableFile }> = async ({ props: { file } }) => {
  const { rows } = await tableContent(file);
  return new Response(csv(columnsOf(file), rows));
};
