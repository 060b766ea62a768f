/** The codes of errors are all in the enum ErrorCode, and the limits in about are those that refuse. */

import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCodes } from '../../api/schema/error-codes.ts';
import { client } from '../support/client.ts';

const { ask, fail, send } = client();
const folder = new URL('../../api/', import.meta.url);

it('has every code that the source names', () => {
  const texts = globSync('**/*.ts', { cwd: folder }).map((path) =>
    readFileSync(new URL(path, folder), 'utf8'),
  );
  const used = texts.flatMap((text) =>
    [...text.matchAll(/\bcode(?: =|:) '([A-Z_]+)'/g)].map(([, code]) => code),
  );
  expect(new Set(used).size).toBeGreaterThan(10);
  expect([...new Set(used)].filter((code) => !errorCodes.includes(code as never))).toEqual([]);
});

it('tells the codes and the limits as data', async () => {
  const { about } = await ask('{ about { errorCodes limits { cost aliases bodyBytes } } }');
  expect(about.errorCodes).toEqual(errorCodes);
  const { aliases } = about.limits;
  const many = Array.from({ length: aliases + 1 }, (_, index) => `a${index}: clouds { id }`);
  const { extensions } = await fail(`{ ${many.join(' ')} }`);
  expect(extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', given: aliases + 1 });
});

async function extensionsOf(extensions?: object) {
  const response = await send('http://atlas.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ regions { name } }', extensions }),
  });
  return ((await response.json()) as { extensions?: { cost?: number } }).extensions;
}

it('tells the cost of a request that wants it, and of no other', async () => {
  expect((await extensionsOf({ cost: true }))?.cost).toBeGreaterThan(50);
  expect(await extensionsOf({ cost: false })).toBeUndefined();
  expect(await extensionsOf()).toBeUndefined();
});
