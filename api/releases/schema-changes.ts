/** What one version of the schema changes of another, in three kinds: breaking, dangerous, safe. */

import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

export type SchemaChangeKind = 'BREAKING' | 'DANGEROUS' | 'SAFE';

export interface SchemaChange {
  readonly kind: SchemaChangeKind;
  /** Query.changes or Verdict.PASS; empty for a change of the schema itself. */
  readonly coordinate: string;
  readonly message: string;
}

/** A version, newest first in the history. */
export interface SchemaRelease {
  readonly version: string;
  readonly date: string;
  readonly changes: readonly SchemaChange[];
}

/** Dangerous by the library, safe by the policy of /guides/versions/: what may be left out. */
const safeTypes: readonly string[] = ['FIELD_ARGUMENT_ADDED', 'INPUT_FIELD_ADDED'];
/** What is in a new type or of a new field comes with it. */
const wholes: readonly string[] = ['TYPE_ADDED', 'FIELD_ADDED'];

const kinds: Readonly<Record<CriticalityLevel, SchemaChangeKind>> = {
  [CriticalityLevel.Breaking]: 'BREAKING',
  [CriticalityLevel.Dangerous]: 'DANGEROUS',
  [CriticalityLevel.NonBreaking]: 'SAFE',
};
const order: readonly SchemaChangeKind[] = ['BREAKING', 'DANGEROUS', 'SAFE'];

/** The changes from one text of a schema to another, breaking ones first, without those of descriptions. */
export async function schemaChanges(before: string, after: string): Promise<SchemaChange[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const added = changes.filter(({ type }) => wholes.includes(type)).map(({ path }) => `${path}.`);
  const found = changes
    .filter(({ type }) => !type.includes('DESCRIPTION'))
    .filter(({ path = '' }) => !added.some((type) => path.startsWith(type)))
    .map(({ type, path = '', message, criticality }) => ({
      kind: safeTypes.includes(type) ? ('SAFE' as const) : kinds[criticality.level],
      coordinate: path,
      message,
    }));
  return order.flatMap((kind) => found.filter((change) => change.kind === kind));
}

/** The history with one more release; throws an Error where it has that version already. */
export function withRelease(
  history: readonly SchemaRelease[],
  release: SchemaRelease,
): readonly SchemaRelease[] {
  if (history.some(({ version }) => version === release.version)) {
    throw new Error(
      `the schema of version ${release.version} is stored already; set the next version in package.json first`,
    );
  }
  return [release, ...history];
}
