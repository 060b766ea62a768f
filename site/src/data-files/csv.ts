/**
 * The rows of a table as CSV with a header row.
 *
 * Fields of nested objects have columns of their own (source.name), semicolons join several values, and lists of
 * objects are JSON.
 */

import { csvLines } from '../../../core/render/csv-lines.ts';
import type { JsonSchema } from './json-schema.ts';

interface Column {
  readonly name: string;
  readonly path: readonly string[];
}

function columnsOf(schema: JsonSchema, path: readonly string[] = []): readonly Column[] {
  const object = [schema, ...(schema.anyOf ?? [])].find(({ type }) => type === 'object');
  if (object === undefined) return [{ name: path.join('.'), path }];
  return Object.entries(object.properties ?? {}).flatMap(([name, value]) =>
    columnsOf(value, [...path, name]),
  );
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null)?.[name],
    row,
  );
}

function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return typeof value === 'number' ? value : String(value);
  const isOfObjects = value.some((entry) => typeof entry === 'object');
  return isOfObjects ? JSON.stringify(value) : value.join('; ');
}

export function csv(schema: JsonSchema, rows: readonly unknown[]): string {
  const columns = columnsOf(schema);
  return csvLines([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ path }) => cellOf(valueAt(row, path)))),
  ]);
}
