/** The flows that the guide shows: each holds in one network and is broken in another. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFlowsFile } from '../../../../core/validate/own-flows/flows-file.ts';
import { denyOutbound, documented, type Rule } from '../../../support/compared-networks.ts';
import { reportOn } from '../../../support/own-flows.ts';

const path = new URL('../../../../deploy/flows/apim-atlas.flows.yaml', import.meta.url);
const { flows } = readFlowsFile(readFileSync(path, 'utf8'), 'apim-atlas.flows.yaml');
const [management, probe] = documented as [Rule, Rule];
const inbound = (name: string, source: string, port: string): Rule => [
  name,
  200,
  'INBOUND',
  'ALLOW',
  'Tcp',
  source,
  'VirtualNetwork',
  port,
];
const noLogin: Rule = ['noLogin', 300, 'INBOUND', 'DENY', '*', '*', '*', ['22', '3389']];
const frontDoor = inbound('frontDoor', 'AzureFrontDoor.Backend', '443');
const good = [management, probe, frontDoor, noLogin];

const outcomes = (rules: readonly Rule[]) =>
  Object.fromEntries(reportOn(flows, { rules }).ownFlows.map((one) => [one.name, one.outcome]));

describe('each of them', () => {
  it('holds', () => {
    expect(new Set(Object.values(outcomes(good)))).toEqual(new Set(['HOLDS']));
    expect(flows).toHaveLength(5);
  });

  it.each([
    ['only Front Door calls the gateway', [...good, inbound('all', 'Internet', '443')]],
    [
      'nothing but 443 and management comes from the Internet',
      [...good, inbound('ftp', '203.0.113.0/24', '21')],
    ],
    [
      'management comes from the control plane alone',
      [...good, inbound('admin', '203.0.113.0/24', '3443')],
    ],
    ['the orders backend is reached', [...good, denyOutbound]],
    ['no remote login', good.filter((rule) => rule !== noLogin)],
  ] as const)('is broken: %s', (name, rules) => {
    expect(outcomes(rules)[name]).toBe('BROKEN');
  });
});
