/** Groups made to cost effort: reports stay right, and those that would need too much say so instead of trying. */

import { describe, expect, it } from 'vitest';
import { validate } from '../../../core/validate/validate.ts';
import { adversaries } from '../../support/adversaries.ts';
import { deploymentOf } from '../../support/groups.ts';
import {
  addressOf,
  decide,
  isAllowed,
  matches,
  matchesAddress,
  type Packet,
} from '../../support/naive.ts';
import { randomFrom } from '../../support/world.ts';

const subnet = '10.0.1.0/24';
const space = { subnet, virtualNetwork: ['10.0.0.0/16'] };
const network = { virtualNetwork: space.virtualNetwork, tags: {} };
const frame = {
  virtualNetworkType: 'EXTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
  edition: '2023-01-06',
} as const;

const reports = adversaries.map(({ name, rules }) => {
  const deployment = deploymentOf(
    { ...frame, regions: [...frame.regions] },
    { securityRules: rules },
    space,
  );
  return { name, rules, report: validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' }) };
});
const simplifiedName = 'a checkerboard of prefixes, ports and source ports';
const numbered = reports.filter(({ name }) => !name.includes('tags'));

describe('a thousand rules', () => {
  const inbound = numbered.filter(({ rules }) => rules[0]?.direction === 'INBOUND');
  it.each(inbound)(
    'allow as much of client traffic as is reported: $name',
    ({ name, rules, report }) => {
      const random = randomFrom(3);
      const flow = report.flows.find(({ key }) => key === 'inbound-443-Internet');
      const clients = Array.from({ length: 600 }, () => random(2 ** 32))
        .filter((address) => matchesAddress('Internet', address, network))
        .slice(0, 400);
      const allowed = clients.filter((source) =>
        isAllowed(
          rules,
          {
            direction: 'INBOUND',
            protocol: 'TCP',
            source,
            sourcePort: 1024 + random(64_512),
            destination: addressOf('10.0.1.0') + random(256),
            destinationPort: 443,
          },
          network,
        ),
      );
      const share = allowed.length / clients.length;
      expect(flow?.allowedFraction === null).toBe(name === simplifiedName);
      expect(Math.abs((flow?.allowedFraction ?? share) - share)).toBeLessThan(0.1);
    },
  );

  it.each(numbered)('leave nothing to the rules reported as shadowed: $name', (input) => {
    const { rules, report } = input;
    const random = randomFrom(5);
    const shadowed = report.findings
      .filter(({ checkId }) => checkId === 'rule-shadowed')
      .map(({ path }) => rules[Number(/securityRules\/(\d+)/.exec(path)?.[1])]);
    const deciding = new Set(
      Array.from({ length: 2000 }, () => {
        const rule = rules[random(rules.length)];
        const far =
          rule?.direction === 'INBOUND'
            ? rule.sourceAddressPrefixes
            : rule?.destinationAddressPrefixes;
        const [first = '*'] = far ?? [];
        const remote = first === '*' ? random(2 ** 32) : addressOf(first.split('/')[0] as string);
        const local = addressOf('10.0.1.0') + random(256);
        const packet: Packet = {
          direction: rule?.direction ?? 'INBOUND',
          protocol: 'TCP',
          source: rule?.direction === 'INBOUND' ? remote : local,
          sourcePort: random(65_536),
          destination: rule?.direction === 'INBOUND' ? local : remote,
          destinationPort: random(65_536),
        };
        const decider = decide(rules, packet, network);
        return rule && matches(rule, packet, network) ? decider.name : undefined;
      }),
    );
    expect(shadowed.filter((rule) => rule && deciding.has(rule.name))).toEqual([]);
  });

  it('say where a flow was cut into too many pieces', () => {
    const simplified = reports.filter(({ report }) =>
      report.assumptions.some(({ code }) => code === 'FLOW_SIMPLIFIED'),
    );
    expect(simplified.map(({ name }) => name)).toEqual([simplifiedName]);
  });
});
