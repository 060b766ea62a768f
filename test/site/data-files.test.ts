/** The data files of the built site: what they say of themselves, their schemas, and JSON and CSV against each other. */

import { beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { changesBetween } from '../../core/answers/changes.ts';
import { checks } from '../../core/validate/checks/index.ts';
import { catalog, editions, newestEdition } from '../../data/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { columnsOf } from '../../site/src/data-files/envelope.ts';
import { itemFiles, tableFiles } from '../../site/src/data-files/files.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { textAt } from './built-site-files.ts';
import { readRows } from './read-csv.ts';

interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly edition?: string;
}

const json = (path: string) => JSON.parse(textAt(`/data/v1/${path}.json`));
const schemaAt = (name: string) => z.fromJSONSchema(json(`schema/${name}`));
const ids = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);
const names = (facts: readonly { readonly name: string }[]) => facts.map(({ name }) => name);

const tables: [name: string, query: string, expected: readonly string[]][] = [
  [
    'port-rules',
    'PortTable',
    catalog.portRules.flatMap(({ id, statements }) =>
      statements.map(({ edition }) => `${editions.includes(edition) ? edition : null} ${id}`),
    ),
  ],
  ['regions', 'Regions', names(catalog.regions)],
  ['service-tags', 'ServiceTags', names(catalog.serviceTags)],
  ['tiers', 'Tiers', catalog.tierProfiles.map(({ tier }) => tier)],
  ['endpoints', 'Endpoints', ids(catalog.endpoints)],
  ['ip-change-triggers', 'IpChanges', ids(catalog.ipChangeTriggers)],
  ['subnet-rules', 'Subnets', ids(catalog.subnetRules)],
  ['prerequisites', 'Facts', ids(catalog.prerequisites)],
  ['limitations', 'Facts', ids(catalog.limitations)],
  ['checks', 'Checks', checks.map(({ id }) => id)],
  ['changes', 'Changes', changesBetween().map(({ id }) => id)],
  ['conflicts', 'Conflicts', ids(catalog.conflicts)],
  ['sources', 'Sources', ids(catalog.sources)],
];

const spoiled: [what: string, spoil: (content: Record<string, unknown>) => unknown][] = [
  ['without its edition', ({ edition: _, ...content }) => content],
  ['with a day that is none', (content) => ({ ...content, lastVerifiedOn: 'yesterday' })],
  ['of another version', (content) => ({ ...content, schemaVersion: 2 })],
  ['with more than the schema has', (content) => ({ ...content, more: true })],
  ['with a row that is empty', (content) => ({ ...content, rows: [{}] })],
];

beforeAll(() => ensureBuilt('site'), buildTimeout);

describe('the tables', () => {
  test.each(tables)('%s has every row', (name, query, expected) => {
    const content = json(name);
    expect(content.query).toBe(query);
    const found = content.rows.map(({ id, name: own, edition }: Row) =>
      name === 'port-rules' ? `${edition} ${id}` : (id ?? own),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('control-plane-addresses has the addresses of no region, too', () => {
    const found = json('control-plane-addresses').rows.map(
      (row: { address: string }) => row.address,
    );
    const printed = [
      ...catalog.regions.flatMap((region) => region.controlPlaneAddresses),
      ...catalog.addressesOfNoRegion,
    ];
    expect(new Set(found)).toEqual(new Set(printed.map(({ address }) => address)));
  });

  test.each(names(tableFiles))('%s says what it is of and satisfies its schema', (name) => {
    const content = json(name);
    const days = JSON.stringify(content).matchAll(/"verifiedOn":"([^"]+)"/g);
    expect(content).toMatchObject({
      $schema: `schema/${name}.json`,
      schemaVersion: 1,
      version: manifest.version,
      edition: newestEdition,
      ...(name !== 'sources' && {
        lastVerifiedOn: [...days]
          .map(([, day]) => day)
          .sort()
          .at(-1),
      }),
    });
    expect(schemaAt(name).safeParse(content).error).toBeUndefined();
  });

  test.each(spoiled)('a table %s does not satisfy the schema', (_, spoil) => {
    expect(schemaAt('checks').safeParse(spoil(json('checks'))).success).toBe(false);
  });

  test.each(tableFiles)('$name is the same as CSV', (file) => {
    const { name } = file;
    const text = textAt(`/data/v1/${name}.csv`);
    expect(readRows(text, columnsOf(file))).toEqual(json(name).rows);
  });
});

describe.each(itemFiles)('the files of $folder', ({ folder, schema: schemaName, names: all }) => {
  it('are all there and satisfy their schema', () => {
    const schema = schemaAt(schemaName);
    const offenders = all.flatMap((name) => {
      const content = json(`${folder}/${name}`);
      const { error } = schema.safeParse(content);
      return error === undefined && JSON.stringify(content.data).includes(`"${name}"`)
        ? []
        : [name, error];
    });
    expect(all.length).toBeGreaterThan(20);
    expect(offenders).toEqual([]);
  });
});
