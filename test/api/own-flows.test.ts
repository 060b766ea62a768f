/** Own flows by the API: what became of them, and mistakes with their path. */

import { expect, it } from 'vitest';
import { client } from '../support/client.ts';

const { ask, fail } = client();

const mutation = `mutation ($flows: [OwnFlowInput!]) {
  validateConfig(
    input: { deployment: { tier: PREMIUM, virtualNetworkType: EXTERNAL, locations: [{
      region: "westeurope"
      subnet: { addressPrefix: "10.0.1.0/27" }
      virtualNetworkAddressPrefixes: ["10.0.0.0/16"]
      networkSecurityGroup: { securityRules: [{
        name: "ssh", priority: 100, direction: INBOUND, access: ALLOW, protocol: "Tcp"
        sourceAddressPrefixes: ["203.0.113.0/24"], sourcePortRanges: ["*"]
        destinationAddressPrefixes: ["*"], destinationPortRanges: ["22"]
      }] }
    }] } }
    flows: $flows
  ) {
    verdict
    ownFlows { name kind direction region outcome owner broken { example decidedBefore decidedAfter } sourceLocation { file } }
    findings(severity: [ERROR]) { checkId ownFlow rules pointer }
  }
}`;

const flow = { name: 'nobody', reason: 'policy', deny: [{ from: ['Internet'] }] };

it('are judged, and findings name them', async () => {
  const { validateConfig } = await ask(mutation, { flows: [flow] });
  expect(validateConfig.ownFlows).toEqual([
    {
      name: 'nobody',
      kind: 'DENY',
      direction: 'INBOUND',
      region: 'westeurope',
      outcome: 'BROKEN',
      owner: null,
      broken: [
        {
          example: '203.0.113.10:50000 -> 10.0.1.4:22 tcp',
          decidedBefore: ['ssh'],
          decidedAfter: [],
        },
      ],
      sourceLocation: null,
    },
  ]);
  expect(validateConfig.findings).toContainEqual({
    checkId: 'own-flow-open',
    ownFlow: 'nobody',
    rules: ['ssh'],
    pointer: '/deployment/locations/0/networkSecurityGroup/securityRules/0',
  });
});

it.each([undefined, null, []])('are none without any: %j', async (flows) => {
  const { validateConfig } = await ask(mutation, { flows });
  expect(validateConfig.ownFlows).toEqual([]);
  expect(validateConfig.findings).not.toContainEqual(
    expect.objectContaining({ checkId: 'own-flow-open' }),
  );
});

it.each([
  [['flows', 0], { ...flow, allow: [{ from: ['*'] }] }, 'a flow says one thing'],
  [
    ['flows', 0, 'deny', 0, 'from'],
    { ...flow, deny: [{ from: ['Internett'] }] },
    'nearest: Internet',
  ],
  [
    ['flows', 0, 'deny', 0, 'ports'],
    { ...flow, deny: [{ from: ['*'], ports: ['x'] }] },
    'not a port',
  ],
])('are refused at %j', async (path, one, message) => {
  const error = await fail(mutation, { flows: [one] });
  expect(error.message).toContain(message);
  expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
});
