/** `apim-atlas mcp`, driven by the client of the protocol's own SDK. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tools } from '../../../api/mcp/tools.ts';
import { applyEdits } from '../../../core/validate/apply-edits.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

const command = fileURLToPath(new URL('../../../cli/index.ts', import.meta.url));
const client = new Client({ name: 'test', version: '1' });

beforeAll(async () => {
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [command, 'mcp'] }),
  );
});
afterAll(() => client.close());

async function call(name: string, args: Record<string, unknown>) {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  const [part] = content as readonly { readonly text: string }[];
  return { isError, text: part?.text ?? '' };
}

it('says why it ends where a message is too long', () => {
  const input = 'x'.repeat(11_000_000);
  const { stdout, stderr } = spawnSync(process.execPath, [command, 'mcp'], {
    input,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^apim-atlas mcp: .*maximum size of \d+ bytes\n$/);
  expect(stdout).toBe('');
});

const premium = { tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' };
const before = { ...premium, locations: [{ region: 'westeurope' }] };

describe('tools', () => {
  it('are listed with what they take', async () => {
    const listed = await client.listTools();
    expect(listed.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    expect(listed.tools.every(({ inputSchema }) => inputSchema.type === 'object')).toBe(true);
  });

  it.each([
    ['required_rules', { region: 'westeurope', ...premium, format: 'CSV' }, /"url":"https:/],
    ['region', { name: 'West Europe' }, /"serviceTagSuffix":"WestEurope"/],
    ['search', { text: 'redis' }, /"kind":"PORT_RULE".*"citations":\["https:/],
    ['subnet', { ...premium, units: 4, prefixLength: 27 }, /"fits":true/],
    ['ip_impact', { before, after: { ...before, virtualNetworkType: 'EXTERNAL' } }, /CHANGES/],
    ['forced_tunnel', { region: 'westeurope', ...premium }, /"hostNames":\["/],
    ['lookup_address', { address: '168.63.129.16' }, /"summary":"/],
  ])('%s answers', async (name, args, expected) => {
    const { isError, text } = await call(name, args);
    expect(text).toMatch(expected);
    expect(isError).toBe(false);
  });

  it.each([
    ['region', { name: 'westeurop' }, /westeurope/],
    ['region', {}, /name/],
    ['validate', {}, /give either files/],
    ['validate', { document: '{' }, /document is not JSON/],
    [
      'validate',
      { files: [{ path: 'a.bicep', text: 'param a string' }] },
      /no API Management service/,
    ],
    ['subnet', { tier: 'GOLD', virtualNetworkType: 'INTERNAL' }, /PREMIUM/],
    ['subnet', { ...premium, units: -1 }, /^units is out of range/],
  ])('%s says what is wrong with %j', async (name, args, expected) => {
    const { isError, text } = await call(name, args);
    expect(text).toMatch(expected);
    expect(isError).toBe(true);
  });

  it('find a fault in files and give the edits that mend it', async () => {
    const files = [{ path: 'main.bicep', text: bicepNetwork([denySql]) }];
    const report = JSON.parse((await call('validate', { files })).text);
    expect(report).toMatchObject({
      verdict: 'FAIL',
      findings: [
        {
          checkId: 'required-flow-denied',
          sourceLocation: { file: 'main.bicep' },
          citations: [expect.stringMatching(/^https:/)],
        },
      ],
      flows: [{ outcome: 'DENIED', decidedBy: 'denySql' }],
    });
    const mended = applyEdits(files, report.edits);
    expect(JSON.parse((await call('validate', { files: mended })).text).verdict).toBe('PASS');
  });
});

it('has its tables as resources', async () => {
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual([
    'atlas://port-rules',
    'atlas://regions',
    'atlas://checks',
  ]);
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    const [first] = contents as readonly { readonly text: string }[];
    expect(Object.values(JSON.parse(first?.text ?? '')).flat().length).toBeGreaterThan(10);
  }
});
