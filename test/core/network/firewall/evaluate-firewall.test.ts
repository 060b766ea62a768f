/** What a firewall does with flows, against the naive evaluator on every packet of small random flows. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { FirewallCollection } from '../../../../core/firewall.ts';
import { evaluateFirewall } from '../../../../core/network/firewall/evaluate-firewall.ts';
import { localSide } from '../../../../core/network/flow-ends.ts';
import { hostSide } from '../../../../core/network/host-side.ts';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
import { interval } from '../../../../core/network/sets/interval-set.ts';
import { prefixSet } from '../../../../core/network/sets/ipv4.ts';
import { application, firewall, network } from '../../../support/firewalls.ts';
import { addressOf } from '../../../support/naive.ts';
import { passesFirewall } from '../../../support/naive-firewall.ts';
import { patience, runs, share } from '../../../support/runs.ts';

vi.setConfig({ testTimeout: patience });

const near = '10.0.1.0/30';
const far = '20.0.0.0/29';
const tags = new ServiceTagIndex('PUBLIC');
const facts = { tags, subnet: prefixSet(near), virtualNetwork: undefined, assume: () => {} };
const hosts = ['a.example.com', 'b.example.com'] as const;

const some = <T>(...values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: 2 });
const sources = some('*', near, '10.0.1.0/31', '10.0.1.2', '10.9.0.0/16');
const named = { name: fc.constant('rule'), path: fc.constant(''), sources };

const networkRules = fc.array(
  fc.record({
    ...named,
    protocols: some('TCP', 'UDP', 'ANY', 'ICMP'),
    destinations: fc.oneof(
      some('*', far, '20.0.0.0/30', '20.0.0.5', '20.0.0.2-20.0.0.6', '30.0.0.0/8'),
      fc.constant([]),
    ),
    hostNames: fc.oneof(fc.constant([]), some('a.example.com', 'c.example.com')),
    ports: some('443', '80', '440-450', '*', '1433'),
  }),
  { minLength: 1, maxLength: 2 },
);
const applicationRules = fc.array(
  fc.record({
    ...named,
    protocols: some('HTTPS:443', 'HTTP:80'),
    hostNames: some('*', '*.example.com', 'a.example.com', '*b.example.com', 'c.example.com'),
    otherTargets: fc.constant([]),
  }),
  { minLength: 1, maxLength: 2 },
);
const action = fc.constantFrom('ALLOW' as const, 'DENY' as const);
const collections: fc.Arbitrary<readonly FirewallCollection[]> = fc.array(
  fc.oneof(
    fc.tuple(action, networkRules).map(([one, rules]) => network('net', one, ...rules)),
    fc.tuple(action, applicationRules).map(([one, rules]) => application('app', one, ...rules)),
  ),
  { maxLength: 5 },
);

it('lets exactly the packets pass that the naive evaluator does', () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(
      collections,
      fc.constantFrom(80, 443, 1433),
      fc.constantFrom('TCP' as const, 'UDP' as const),
      (rules, port, protocol) => {
        const { hosts: evaluated } = evaluateFirewall(
          {
            direction: 'OUTBOUND',
            protocol,
            remote: hostSide(prefixSet(far), facts),
            local: localSide(facts),
            ports: interval(port, port),
            hosts: [...hosts],
            mayBeInfrastructure: false,
          },
          firewall(rules),
          tags,
        );
        for (const { host, evaluation } of evaluated) {
          let allowed = 0;
          for (let source = 0; source < 4; source += 1) {
            for (let destination = 0; destination < 8; destination += 1) {
              const packet = {
                source: addressOf('10.0.1.0') + source,
                destination: addressOf('20.0.0.0') + destination,
                port,
                protocol,
                host,
              };
              if (passesFirewall(rules, packet)) allowed += 1;
            }
          }
          expect(evaluation.allowedFraction).toBeCloseTo(allowed / 32, 9);
          outcomes.set(evaluation.outcome, (outcomes.get(evaluation.outcome) ?? 0) + 1);
        }
      },
    ),
    runs(2000),
  );
  expect([...outcomes.keys()].sort()).toEqual(['ALLOWED', 'DENIED', 'PARTIAL']);
  expect(outcomes.get('PARTIAL')).toBeGreaterThan(share(100));
});
