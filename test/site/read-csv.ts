/** Reads CSV as RFC 4180 has it, and rows back from it: for tests of what the site writes. */

import type { JsonSchema } from '../../site/src/data-files/json-schema.ts';

/** Cells of each line; anything that RFC 4180 does not allow throws. */
export function readCells(csv: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const rest = csv.slice(at);
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!cell) throw new Error(`no cell at ${at}: ${rest.slice(0, 60)}`);
    line.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
    at += cell[0].length;
    if (cell[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

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
