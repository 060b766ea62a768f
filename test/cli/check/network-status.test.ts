/** `apim-atlas check` of a file with a network status: what the formats say of the dependencies. */

import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import {
  dependency,
  networkResources,
  outboundRule,
  statusOf,
} from '../../support/status-document.ts';

const sql = 'contoso.database.windows.net';
const document = [
  ...networkResources({ rules: [outboundRule('DenySql', 'Deny', 'Sql')] }),
  statusOf([
    dependency(sql),
    dependency('a.blob.core.windows.net', { resourceType: 'BlobStorage', status: 'success' }),
  ]),
];

const run = (...args: readonly string[]) =>
  command(folderWith({ 'live.json': JSON.stringify(document) }), ['check', 'live.json', ...args]);

describe('the network status of a file', () => {
  it('is in the text: what is down, why, and what to do', async () => {
    const { out } = await run();
    expect(out).toContain('network status, 2 dependencies: 1 up, 1 down');
    expect(out).toMatch(
      /down contoso\.database.* denied by rule DenySql \(priority 200\) \(SQLDatabase, required, westeurope\)/,
    );
    expect(out).toMatch(/ {5}1\. allow outbound TCP 1433/);
    expect(out).not.toContain('a.blob.core.windows.net');
  });

  it('is whole in the verbose text', async () => {
    expect((await run('--verbose')).out).toContain('up a.blob.core.windows.net is up');
  });

  it('is whole in the JSON', async () => {
    const { out } = await run('--format', 'json');
    expect(JSON.parse(out).deployments[0].networkStatus).toMatchObject([
      { name: sql, explanation: 'DENIED', decidedBy: 'DenySql', state: 'DOWN' },
      { name: 'a.blob.core.windows.net', explanation: 'AS_EXPECTED', decidedBy: null, state: 'UP' },
    ]);
  });

  it('is a table in the Markdown', async () => {
    const { out } = await run('--format', 'markdown');
    expect(out).toContain('Network status, 2 dependencies: 1 up, 1 down');
    expect(out).toContain(`| down | \`${sql}\`<br>SQLDatabase, required, westeurope |`);
  });
});
