/**
 * Rows as CSV after RFC 4180, with a header row.
 *
 * Fields of nested objects have columns of their own (source.name), several values are joined by semicolons, and lists
 * of objects are JSON.
 */

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

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  const isOfObjects = value.some((entry) => typeof entry === 'object');
  return isOfObjects ? JSON.stringify(value) : value.join('; ');
}

/** Spreadsheets run text that begins like a formula; behind an apostrophe it stays text. */
function cell(value: unknown): string {
  const text = textOf(value);
  const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(schema: JsonSchema, rows: readonly unknown[]): string {
  const columns = columnsOf(schema);
  const lines = [
    columns.map(({ name }) => cell(name)),
    ...rows.map((row) => columns.map(({ path }) => cell(valueAt(row, path)))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
