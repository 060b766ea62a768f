/** GraphQL over HTTP: every audit of the specification's own suite, against the server. */

import { serverAudits } from 'graphql-http';
import { expect, it, test } from 'vitest';
import { useServer } from '../../support/use-server.ts';

const server = useServer();
const audits = serverAudits({ url: () => `${server.url}/graphql` });

it('is audited in 61 points', () => {
  expect(audits).toHaveLength(61);
});

// Each point three times: the second response may take the fast path, and the third is cached.
test.each(
  audits.flatMap((audit) => [audit, audit, audit]).map((audit) => [audit.id, audit.name, audit]),
)('%s: %s', async (_, __, audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' });
});
