/** The proposed rules put into the group they were proposed for: what was missing passes, nothing else gets worse. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { LocationOptions } from '../../api/validate/location.ts';
import type { ConfigReport, Deployment, FlowResult, WhatIf } from '../../api/validate/model.ts';
import { readServiceTagFile } from '../../api/validate/network/service-tag-file.ts';
import { toSarif } from '../../api/validate/report/sarif.ts';
import { validate } from '../../api/validate/validate.ts';
import { findRegion } from '../../data/index.ts';
import type { FeatureName } from '../../data/model.ts';
import { cases, deploymentOfCase, fixtures, publicFiles } from './corpus.ts';
import { deploymentOf, frame, securityRules } from './groups.ts';
import { patience, runs } from './runs.ts';
import { withRules } from './shapes.ts';
import { madeUpCloud, weeklyFile } from './world.ts';

vi.setConfig({ testTimeout: patience });

function applied(deployment: Deployment, { remediation }: ConfigReport): Deployment {
  return {
    ...deployment,
    locations: deployment.locations.map((location) => {
      const name = findRegion(location.region)?.name;
      const rules = remediation.find(({ region }) => region === name)?.rules ?? [];
      const group = location.networkSecurityGroup ?? { securityRules: [] };
      return rules.length === 0
        ? location
        : { ...location, networkSecurityGroup: withRules(group, rules) };
    }),
  };
}

/** Who may call the gateway is the owner's decision: traffic that is allowed in part stays as it is. */
const isClientTraffic = (flow: FlowResult) =>
  flow.direction === 'INBOUND' && flow.remoteTags[0] === 'Internet';

const isMissing = (flow: FlowResult) =>
  flow.necessity === 'REQUIRED' &&
  (flow.outcome === 'DENIED' || (flow.outcome === 'PARTIAL' && !isClientTraffic(flow)));

const rank = { DENIED: 0, PARTIAL: 1, UNKNOWN: 1, ALLOWED: 2 };

const isWorse = (before: FlowResult, after: FlowResult) =>
  rank[after.outcome] < rank[before.outcome] ||
  (before.allowedFraction ?? 0) > (after.allowedFraction ?? 1) + 1e-9;

/** What Azure would refuse, and what stands in the way of a deployment besides flows. */
const refusals = ({ findings }: ConfigReport) =>
  findings
    .filter(({ severity, checkId }) => severity === 'ERROR' && !checkId.startsWith('required-flow'))
    .map(({ checkId }) => checkId);

function offencesOf(deployment: Deployment, options: LocationOptions): string[] {
  const before = validate(deployment, options);
  const after = validate(applied(deployment, before), options);
  const proposed = before.remediation.flatMap(({ rules }) => rules);
  return [
    ...after.flows.filter(isMissing).map(({ region, id }) => `${region} ${id} is still missing`),
    ...before.flows
      .filter((flow, index) => isWorse(flow, after.flows[index] as FlowResult))
      .map(({ region, id }) => `${region} ${id} is worse`),
    ...(before.flows.some(isMissing) === proposed.length > 0 ? [] : ['rules without a need']),
    ...(after.remediation.length === 0 ? [] : ['more rules are proposed']),
    ...refusals(after).filter((id) => !refusals(before).includes(id)),
  ];
}

const none: LocationOptions = { serviceTagFiles: [], whatIf: 'NONE' };

describe('the proposed rules', () => {
  it.each(fixtures)('mend $name', ({ deployment }) => {
    expect(offencesOf(deployment, none)).toEqual([]);
  });

  it.runIf(cases.length > 0).each(cases)('mend $name', (given) => {
    const deployment = deploymentOfCase(given);
    expect(offencesOf(deployment, none)).toEqual([]);
    expect(offencesOf(deployment, { ...none, serviceTagFiles: publicFiles })).toEqual([]);
  });

  it.runIf(cases.length > 0).each(cases.filter(({ nsgRules }) => nsgRules !== null))(
    'mend $name with everything else denied',
    (given) => {
      expect(offencesOf(deploymentOfCase(given), { ...none, whatIf: 'DENY_ALL' })).toEqual([]);
    },
  );

  it('mend random groups, crowded ones too', () => {
    const crowded = securityRules.map((rules) =>
      rules
        .toSorted((a, b) => a.priority - b.priority)
        .map((rule, index) => ({ ...rule, priority: 100 + index })),
    );
    const features = fc.subarray<FeatureName>([
      'PLAIN_HTTP',
      'EVENT_HUB_LOGGING',
      'INTERNAL_CACHE',
      'RATE_LIMIT_COUNTERS',
      'MICROSOFT_ENTRA_ID',
    ]);
    const files = fc.option(
      fc.nat(1000).map((seed) => readServiceTagFile(weeklyFile(madeUpCloud(seed)))),
      { nil: undefined },
    );
    const whatIf = fc.constantFrom<WhatIf[]>('NONE', 'NONE', 'DENY_ALL', 'DENY_ALL_INBOUND');
    fc.assert(
      fc.property(
        frame,
        fc.oneof(securityRules, crowded),
        features,
        files,
        whatIf,
        (given, rules, used, file, asked) => {
          const deployment = { ...deploymentOf(given, { securityRules: rules }), features: used };
          const options = { serviceTagFiles: file ? [file] : [], whatIf: asked };
          expect(offencesOf(deployment, options)).toEqual([]);
        },
      ),
      runs(300),
    );
  });
});

describe('a report as SARIF', () => {
  const levels = ['none', 'note', 'warning', 'error'];

  it.each([
    ...fixtures.map(({ name, deployment }) => ({ name, deployment })),
    ...cases.map((given) => ({ name: given.name, deployment: deploymentOfCase(given) })),
  ])('has every finding of $name', ({ deployment }) => {
    const report = validate(deployment, { ...none, whatIf: 'DENY_ALL' });
    const sarif = toSarif(report);
    expect(sarif.version).toBe('2.1.0');
    expect(JSON.parse(JSON.stringify(sarif))).toEqual(sarif);
    const [run] = sarif.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const results = run?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(
      report.findings.map(({ checkId }) => checkId),
    );
    const offenders = results.filter(
      ({ ruleId, ruleIndex, level, kind, message, locations }, index) =>
        rules[ruleIndex]?.id !== ruleId ||
        !levels.includes(level) ||
        (kind !== 'fail' && level !== 'none') ||
        !message.text.includes(report.findings[index]?.message ?? '?') ||
        locations[0]?.logicalLocations[0]?.fullyQualifiedName !== report.findings[index]?.path,
    );
    expect(offenders).toEqual([]);
  });
});
