/** Reads the rows of the site's CSV files back. */

import type { JsonSchema } from '../../site/src/data-files/json-schema.ts';
import { readCells } from '../support/read-csv.ts';

const present = (schema: JsonSchema) => schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;

function valueIn(cell: string, schema: JsonSchema): unknown {
  if (cell === '' && schema.anyOf) return null;
  const { type, items } = present(schema);
  if (type === 'array') {
    if (cell === '') return [];
    return items?.type === 'object' ? JSON.parse(cell) : cell.split('; ');
  }
  if (type === 'boolean') return cell === 'true';
  if (type === 'integer' || type === 'number') return Number(cell);
  return cell.replace(/^'(?=[=+\-@\t\r])/, '');
}

function rowOf(cells: ReadonlyMap<string, string>, schema: JsonSchema, prefix = ''): unknown {
  const entries = Object.entries(present(schema).properties ?? {}).map(([name, value]) => {
    const column = prefix + name;
    if (present(value).type === 'object') return [name, rowOf(cells, value, `${column}.`)];
    const cell = cells.get(column);
    if (cell === undefined) throw new Error(`no column ${column}`);
    return [name, cell === '' && schema.anyOf ? null : valueIn(cell, value)];
  });
  const isAbsent = schema.anyOf && entries.every(([, value]) => value === null);
  return isAbsent ? null : Object.fromEntries(entries);
}

/** The rows that a CSV file holds, by the schema of a row. */
export function readRows(csv: string, schema: JsonSchema): unknown[] {
  const [head = [], ...lines] = readCells(csv);
  return lines.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${cells.length} cells in: ${cells}`);
    return rowOf(new Map(head.map((name, index) => [name, cells[index] ?? ''])), schema);
  });
}
