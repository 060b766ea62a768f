/** Query results as tables of columns and rows, which Resource Graph and Log Analytics return, as the resources they list. */

import type { RawResource } from './document-shape.ts';
import { parseJson } from './parse-json.ts';
import { get, isObject, type Path } from './unresolved.ts';

/** A resource for each row; undefined for what is no table. */
export function tableRows(value: unknown, path: Path): RawResource[] | undefined {
  const tables = [
    { table: value, path },
    { table: get(value, 'data'), path: [...path, 'data'] },
    ...listOf(get(value, 'tables')).map((table, index) => ({
      table,
      path: [...path, 'tables', index],
    })),
  ].filter(
    ({ table }) => Array.isArray(get(table, 'columns')) && Array.isArray(get(table, 'rows')),
  );
  if (tables.length === 0) return undefined;
  return tables.flatMap(({ table, path: at }) => {
    const names = listOf(get(table, 'columns')).map((column) => get(column, 'name') ?? column);
    return listOf(get(table, 'rows')).map((row, index) => ({
      raw: resourceOf(names, listOf(row)),
      path: [...at, 'rows', index],
    }));
  });
}

const resourceOf = (names: readonly unknown[], cells: readonly unknown[]) =>
  Object.fromEntries(
    names.flatMap((name, index) =>
      typeof name === 'string' && cells[index] !== undefined ? [[name, cellOf(cells[index])]] : [],
    ),
  );

/** Log Analytics prints objects in cells as texts. */
function cellOf(cell: unknown): unknown {
  const isJson = typeof cell === 'string' && /^\s*[[{]/.test(cell);
  const value = isJson ? parseJson(cell) : undefined;
  return isObject(value) || Array.isArray(value) ? value : cell;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
