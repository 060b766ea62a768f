/** The data files of the built site: what they say of themselves, their schemas, and JSON and CSV against each other. */

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { changesBetween } from '../../core/answers/changes.ts';
import { checks } from '../../core/validate/checks/index.ts';
import { catalog, editions, newestEdition } from '../../data/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { columnsOf, fileSchema } from '../../site/src/data-files/envelope.ts';
import { itemFiles, tableFiles } from '../../site/src/data-files/files.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { textAt } from './built-site-files.ts';
import { readRows } from './read-csv.ts';

interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly date?: string;
  readonly edition?: string;
}

const json = (path: string) => JSON.parse(textAt(`/data/v1/${path}.json`));
const ids = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);
const names = (facts: readonly { readonly name: string }[]) => facts.map(({ name }) => name);

const ajv = new Ajv2020.default({ strict: true, allErrors: true });
addFormats.default(ajv);

/** What is wrong with a file by its schema: nothing, or the path and the message of each mistake. */
function mistakesIn(content: unknown, name: string): readonly string[] {
  const schema = json(`schema/${name}`);
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  validate(content);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message}`,
  );
}

interface Citation {
  readonly verifiedOn: string;
  readonly source: { readonly id: string };
}

/** The citations in a value, at any depth. */
function citationsIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(citationsIn);
  return 'verifiedOn' in value ? [value as Citation, ...inner] : inner;
}

interface IndexEntry {
  readonly path: string;
  readonly schema: string;
  readonly rows: number | null;
  readonly edition: string;
  readonly lastVerifiedOn: string;
}

const tables: [name: string, expected: readonly string[]][] = [
  [
    'port-rules',
    catalog.portRules.flatMap(({ id, statements }) =>
      statements.map(({ edition }) => `${editions.includes(edition) ? edition : null} ${id}`),
    ),
  ],
  ['editions', editions],
  ['clouds', names(catalog.clouds)],
  ['regions', names(catalog.regions)],
  ['service-tags', names(catalog.serviceTags)],
  ['tiers', catalog.tierProfiles.map(({ tier }) => tier)],
  ['endpoints', ids(catalog.endpoints)],
  ['ip-change-triggers', ids(catalog.ipChangeTriggers)],
  ['subnet-rules', ids(catalog.subnetRules)],
  ['prerequisites', ids(catalog.prerequisites)],
  ['limitations', ids(catalog.limitations)],
  ['checks', ids(checks)],
  ['symptoms', ids(catalog.symptoms)],
  ['changes', ids(changesBetween())],
  ['conflicts', ids(catalog.conflicts)],
  ['sources', ids(catalog.sources)],
];

type Content = Record<string, unknown> & { readonly rows: readonly object[] };

const spoiled: [what: string, spoil: (content: Content) => unknown, mistakes: number][] = [
  ['without its edition', ({ edition: _, ...content }) => content, 1],
  ['with a day that is none', (content) => ({ ...content, lastVerifiedOn: 'yesterday' }), 1],
  ['of another version', (content) => ({ ...content, schemaVersion: 2 }), 1],
  [
    'with a row that lacks a column',
    ({ rows: [row, ...rows], ...content }) => {
      const { title: _, ...others } = row as Row & { title: string };
      return { ...content, rows: [others, ...rows] };
    },
    1,
  ],
  [
    'with a value of another kind',
    ({ rows, ...content }) => ({
      ...content,
      rows: rows.map((row) => ({ ...row, severity: 'very bad' })),
    }),
    checks.length,
  ],
  ['with more than the schema has', (content) => ({ ...content, more: true }), 0],
  [
    'with a column more in each row',
    ({ rows, ...content }) => ({ ...content, rows: rows.map((row) => ({ ...row, more: 1 })) }),
    0,
  ],
  [
    'with a new value of an enum',
    ({ rows, ...content }) => ({
      ...content,
      rows: rows.map((row) => ({ ...row, severity: 'FATAL' })),
    }),
    0,
  ],
];

beforeAll(() => ensureBuilt('site'), buildTimeout);

describe('the tables', () => {
  test.each(tables)('%s has every row', (name, expected) => {
    const actual = json(name).rows.map(({ id, name: own, date, edition }: Row) =>
      name === 'port-rules' ? `${edition} ${id}` : (id ?? own ?? date),
    );
    expect(actual.toSorted()).toEqual(expected.toSorted());
  });

  test('facts has those of all topics', () => {
    const topics = ['prerequisites', 'dns', 'routing', 'limitations', 'integrations'];
    expect(new Set(ids(json('facts').rows))).toEqual(
      new Set(topics.flatMap((topic) => ids(json(topic).rows))),
    );
  });

  test('control-plane-addresses has the addresses of no region, too', () => {
    const actual = json('control-plane-addresses').rows.map(
      (row: { address: string }) => row.address,
    );
    const printed = [
      ...catalog.regions.flatMap((region) => region.controlPlaneAddresses),
      ...catalog.addressesOfNoRegion,
    ];
    expect(new Set(actual)).toEqual(new Set(printed.map(({ address }) => address)));
  });

  test.each(names(tableFiles))('%s says what it is of and satisfies its schema', (name) => {
    const content = json(name);
    expect(content).toMatchObject({
      $schema: `schema/${name}.json`,
      schemaVersion: 1,
      version: manifest.version,
      edition: newestEdition,
      lastVerifiedOn: citationsIn(content.rows)
        .map(({ verifiedOn }) => verifiedOn)
        .sort()
        .at(-1),
    });
    expect(mistakesIn(content, name)).toEqual([]);
  });

  test.each(names(tableFiles))('%s has each source that it cites once, and no other', (name) => {
    const { rows, sources } = json(name);
    const cited = citationsIn(rows).map(({ source }) => Object.entries(source).join());
    expect(
      ids(sources)
        .map((id) => `id,${id}`)
        .sort(),
    ).toEqual([...new Set(cited)].sort());
  });

  test.each(spoiled)('a table %s', (_, spoil, mistakes) => {
    expect(mistakesIn(spoil(json('checks')), 'checks')).toHaveLength(mistakes);
  });

  test.each(tableFiles)('$name is the same as CSV', (file) => {
    const { name } = file;
    const text = textAt(`/data/v1/${name}.csv`);
    expect(readRows(text, columnsOf(file))).toEqual(json(name).rows);
  });
});

describe.each(itemFiles)('the files of $folder', ({ folder, schema: schemaName, names: all }) => {
  it('are all there and satisfy their schema', () => {
    const offenders = all.flatMap((name) => {
      const content = json(`${folder}/${name}`);
      const mistakes = mistakesIn(content, schemaName);
      const isOfItem = JSON.stringify(content.data).includes(`"${name}"`);
      return isOfItem ? mistakes : [`${name} is of another item`, ...mistakes];
    });
    expect(all.length).toBeGreaterThan(20);
    expect(offenders).toEqual([]);
  });
});

describe('index.json', () => {
  const files = () => json('index').files as readonly IndexEntry[];

  it('satisfies its schema', () => expect(mistakesIn(json('index'), 'index')).toEqual([]));

  it('lists every file of the folder', () => {
    const folder = fileURLToPath(new URL('../../site/dist/data/v1/', import.meta.url));
    const built = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .filter((path) => !/^(index|openapi)\.json$|^schema|\.gz$/.test(path));
    const lists = json('index').lists as readonly { readonly path: string }[];
    expect([...files(), ...lists].map(({ path }) => path).toSorted()).toEqual(built.toSorted());
  });

  it('says how many lines each list has', () => {
    const lists = json('index').lists as readonly { path: string; rows: number }[];
    const linesOf = (path: string) => textAt(`/data/v1/${path}`).trimEnd().split('\n').length;
    expect(lists.length).toBeGreaterThan(50);
    expect(lists.filter(({ path, rows }) => linesOf(path) !== rows)).toEqual([]);
  });

  it('says of each file what the file says of itself', () => {
    const offenders = files().filter(({ path, schema, rows, edition, lastVerifiedOn }) => {
      const content = json(path.replace(/\.\w+$/, ''));
      return !(
        json(schema.replace(/\.json$/, '')).$id === `/data/v1/${schema}` &&
        (content.rows?.length ?? null) === rows &&
        content.edition === edition &&
        content.lastVerifiedOn === lastVerifiedOn
      );
    });
    expect(offenders).toEqual([]);
  });
});

it('names the schemas by the address of the site where it has one', () => {
  const [file] = tableFiles;
  if (!file) throw new Error('no table');
  const { $id } = fileSchema(file, new URL('https://atlas.example'));
  expect($id).toBe('https://atlas.example/data/v1/schema/port-rules.json');
});
