/** Texts that requests register by their digest: read once, and again after the server has forgotten them. */

import { createHash } from 'node:crypto';
import { expect, it, test, vi } from 'vitest';
import { apiParts } from '../../../api/request/accelerator.ts';
import { documentCache } from '../../../api/request/document-cache.ts';
import { responder } from '../../../api/request/respond.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

function setUp() {
  const documents = vi.fn(documentCache());
  const parts = { ...apiParts({ serviceTagFiles: [] }), documents };
  const respond = responder(parts);
  const json = 'application/json';
  const request = { method: 'POST', url: '/graphql', type: json, accept: json };
  const send = (parameters: object) =>
    respond({ ...request, body: JSON.stringify(parameters) }, {});
  return { documents, persisted: parts.persisted, send };
}

test.each([
  ['short', 0],
  // Longer than what the document cache takes.
  ['long', 10_000],
])('a %s text is parsed once', async (_, length) => {
  const { documents, send } = setUp();
  const query = `{ clouds { name } } #${' '.repeat(length)}`;
  const { status } = await send({ query, documentId: `sha256:${digestOf(query)}` });
  expect([status, documents.mock.calls]).toEqual([200, [[query]]]);
});

it('a text that was forgotten is registered again by the same request', async () => {
  const { persisted, send } = setUp();
  const query = '{ clouds { name } }';
  const documentId = `sha256:${digestOf(query)}`;
  for (let times = 0; times < 2; times += 1) {
    expect(await send({ documentId })).toMatchObject({ status: 404 });
    expect(await send({ query, documentId })).toMatchObject({ status: 200, isCacheable: false });
    expect(await send({ documentId })).toMatchObject({ status: 200, isCacheable: true });
    persisted.clear();
  }
});

test.each<[what: string, query: string, documentId: string | undefined]>([
  ['without a digest', '{ clouds { name } }', undefined],
  ['that is not valid', '{ nothing }', digestOf('{ nothing }')],
  ['whose digest is that of another', '{ clouds { name } }', digestOf('{ regions { name } }')],
])('a text %s is not registered', async (_, query, digest) => {
  const { persisted, send } = setUp();
  await send({ query, ...(digest && { documentId: `sha256:${digest}` }) });
  expect(persisted.size).toBe(0);
});
