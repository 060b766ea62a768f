/** The tool `validate` with flows that the owner promises, and with values for parameters. */

import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { execute } from '../../../api/execute.ts';
import { type Execute, tools } from '../../../api/mcp/tools.ts';
import { bicepNetwork } from '../../support/networks.ts';

const run: Execute = (operation, variables) =>
  execute(parse(operation.text) as never, variables as never) as never;

const files = [{ path: 'main.bicep', text: bicepNetwork() }];
const flow = { name: 'no login', reason: 'policy', deny: { from: '*', ports: [22, 3389] } };

async function validate(args: object) {
  const tool = tools.find(({ name }) => name === 'validate');
  if (!tool) throw new Error('there is a tool validate');
  return (await tool.answer({ files, ...args }, run)) as { readonly ownFlows: unknown };
}

it('says what became of flows', async () => {
  expect((await validate({ flows: [flow] })).ownFlows).toMatchObject([
    { name: 'no login', region: 'westeurope', outcome: 'BROKEN' },
  ]);
});

it('takes values for parameters', async () => {
  const { ownFlows } = await validate({ flows: [flow], parameters: { location: 'northeurope' } });
  expect(ownFlows).toMatchObject([{ region: 'northeurope' }]);
});

it('takes a protocol in any case, as a flows file does', async () => {
  const allow = { to: 'Storage', ports: 443, protocol: 'tcp' };
  expect((await validate({ flows: [{ name: 'n', reason: 'r', allow }] })).ownFlows).toMatchObject([
    { outcome: 'HOLDS' },
  ]);
});

it('says what is wrong with a flow', async () => {
  await expect(validate({ flows: [{ ...flow, deny: { form: '*' } }] })).rejects.toThrow(
    /^flows are not as expected/,
  );
});
