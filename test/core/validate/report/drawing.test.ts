/** Reports as drawings: over all deployments with known verdicts, and what a route table changes. */

import { describe, expect, it, test } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import type { FirewallCollection } from '../../../../core/firewall.ts';
import { causeText } from '../../../../core/render/drawing/flow-drawing.ts';
import { flowPicture } from '../../../../core/render/drawing/flow-picture.ts';
import { textDrawing } from '../../../../core/render/drawing/text-drawing.ts';
import { drawingsOf } from '../../../../core/validate/report/drawing.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { cases, deploymentOfCase, fixtures } from '../../../support/corpus.ts';
import {
  firewall,
  network,
  networkRule,
  reportOf,
  tunneledTo,
} from '../../../support/firewalls.ts';
import { none } from '../../../support/one-group.ts';

const deployments = [
  ...fixtures.map(({ name, deployment }) => ({ name, deployment })),
  ...cases.map((input) => ({ name: input.name, deployment: deploymentOfCase(input) })),
];

describe.each(deployments)('$name', ({ deployment }) => {
  const report = validate(deployment, none);
  const drawings = drawingsOf(report);

  it('has each denied required flow in every form of its picture', () => {
    for (const { region, flows } of drawings) {
      const denied = report.flows.filter(
        (flow) =>
          flow.region === region && flow.necessity === 'REQUIRED' && flow.outcome === 'DENIED',
      );
      const pictures = [
        flowPicture(flows, { shape: 'wide' }),
        flowPicture(flows, { shape: 'narrow' }),
      ];
      for (const { key, rule } of denied) {
        for (const svg of pictures) {
          expect(svg).toContain(`data-state="STOPPED" data-flow="${key}"`);
        }
        expect(textDrawing(flows)).toContain(rule.title);
      }
      expect(/stopped$/.test(flows.headline)).toBe(
        flows.flows.some(({ state, key }) => state === 'STOPPED' && isRequired(key, region)),
      );
    }
  });

  const isRequired = (key: string, region: string) =>
    report.flows.some(
      (flow) =>
        flow.region === region &&
        flow.necessity === 'REQUIRED' &&
        flow.key === key.replace('reply-', ''),
    );

  it('has the ladder of each direction with rules, in which takes and matches agree', () => {
    for (const { ladders } of drawings) {
      for (const { rules, columns } of ladders) {
        for (const { takes, matches } of rules) {
          expect(takes.filter((column) => !matches.includes(column))).toEqual([]);
          expect(Math.max(-1, ...matches)).toBeLessThan(columns.length);
        }
      }
    }
  });
});

const tunneled = (prefixes: readonly string[]) =>
  drawingsOf(
    validate(
      withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        locations: [
          {
            region: 'westeurope',
            subnet: { addressPrefix: '10.0.1.0/27' },
            networkSecurityGroup: {
              securityRules: [
                {
                  name: 'AllowManagement',
                  priority: 100,
                  direction: 'INBOUND',
                  access: 'ALLOW',
                  protocol: '*',
                  sourceAddressPrefixes: ['ApiManagement'],
                  sourcePortRanges: ['*'],
                  destinationAddressPrefixes: ['*'],
                  destinationPortRanges: ['3443'],
                },
              ],
            },
            routeTable: {
              routes: [
                {
                  name: 'default',
                  addressPrefix: '0.0.0.0/0',
                  nextHopType: 'VirtualAppliance',
                  nextHopIpAddress: '10.0.0.4',
                },
                ...prefixes.map((addressPrefix, index) => ({
                  name: `back-${index}`,
                  addressPrefix,
                  nextHopType: 'Internet',
                })),
              ],
            },
          },
        ],
      }),
      none,
    ),
  )[0]?.flows;

test.each<[string, readonly (readonly [string, string, string?])[], string, string]>([
  ['dropped whole', [['Sql', 'None']], 'STOPPED', 'dropped by a route'],
  [
    'through another firewall',
    [
      ['0.0.0.0/0', 'VirtualNetworkGateway'],
      ['Sql', 'VirtualAppliance', '10.0.0.9'],
    ],
    'UNDECIDED',
    'leaves through Firewall 10.0.0.9',
  ],
  [
    'through a firewall for it alone',
    [['Sql', 'VirtualAppliance', '10.0.0.9']],
    'UNDECIDED',
    'leaves through Firewall 10.0.0.9',
  ],
])('traffic to Azure SQL that is %s', (_, routes, state, cause) => {
  const report = validate(
    withDefaults({
      tier: 'PREMIUM',
      virtualNetworkType: 'EXTERNAL',
      locations: [
        {
          region: 'westeurope',
          subnet: { addressPrefix: '10.0.1.0/27' },
          networkSecurityGroup: { securityRules: [] },
          routeTable: {
            routes: routes.map(([addressPrefix, nextHopType, nextHopIpAddress], index) => ({
              name: `r${index}`,
              addressPrefix,
              nextHopType,
              ...(nextHopIpAddress !== undefined && { nextHopIpAddress }),
            })),
          },
        },
      ],
    }),
    none,
  );
  const [drawing] = drawingsOf(report);
  const sql = drawing?.flows.flows.find(({ key }) => key === 'outbound-1433-Sql');
  expect({ state: sql?.state, cause: sql?.cause && causeText(sql.cause) }).toEqual({
    state,
    cause,
  });
  if (drawing)
    expect(flowPicture(drawing.flows, { shape: 'wide' })).toContain(cause.split(' ').at(-1));
  const web = drawing?.flows.flows.find(({ key }) => key === 'outbound-80-Internet');
  expect(web?.cause && causeText(web.cause)).toBe(
    routes.length === 2
      ? 'leaves through Gateway, Firewall 10.0.0.9'
      : routes[0]?.[1] === 'None'
        ? 'a part may be dropped by a route'
        : 'a part leaves through Firewall 10.0.0.9',
  );
});

test.each([
  [[], 'STOPPED'],
  [['ApiManagement.WestEurope'], 'PARTLY'],
  [['ApiManagement'], undefined],
] as const)('behind a firewall, with routes back for %j, the reply is %s', (prefixes, state) => {
  const flows = tunneled(prefixes)?.flows ?? [];
  const reply = flows.find(({ key }) => key.startsWith('reply-'));
  expect(reply?.state).toBe(state);
  const tunnel = flows.filter(({ isTunneled, key }) => isTunneled && key !== reply?.key);
  expect(tunnel.length).toBeGreaterThan(3);
  expect(new Set(tunnel.map(({ cause }) => cause && causeText(cause)))).toEqual(
    new Set(['leaves through Firewall 10.0.0.4']),
  );
});

describe('a firewall of the input on the way', () => {
  const storage = networkRule(['Storage'], ['443']);
  const stateOf = (collections: readonly FirewallCollection[], key: string) => {
    const [drawing] = drawingsOf(reportOf(tunneledTo([firewall(collections)])));
    const flow = drawing?.flows.flows.find((one) => one.key === key);
    return [flow?.state, flow?.isTunneled, flow?.cause && causeText(flow.cause)];
  };

  test.each([
    ['allows it', 'outbound-443-Storage', ['PASSES', true, undefined]],
    [
      'has no rule for it',
      'outbound-1433-Sql',
      ['STOPPED', true, 'stopped by hub (no rule for it)'],
    ],
  ])('%s', (_, key, expected) => {
    expect(stateOf([network('Dependencies', 'ALLOW', storage)], key)).toEqual(expected);
  });

  test('has its name', () => {
    const [drawing] = drawingsOf(reportOf(tunneledTo([firewall([])])));
    expect(drawing?.flows.firewall).toBe('Firewall hub');
  });

  test('denies it by a rule', () => {
    const collections = [
      network('Block', 'DENY', { ...storage, name: 'NoStorage' }),
      network('Dependencies', 'ALLOW', storage),
    ];
    expect(stateOf(collections, 'outbound-443-Storage')).toEqual([
      'STOPPED',
      true,
      'stopped by Block/NoStorage',
    ]);
  });
});
