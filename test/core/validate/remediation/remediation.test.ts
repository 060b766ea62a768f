/** Proposed rules put into their group: what was missing passes, nothing else gets worse. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Deployment } from '../../../../core/deployment.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import type { RuleGroup } from '../../../../core/render/rendered-rule.ts';
import { type LocationOptions, readLocation } from '../../../../core/validate/location/location.ts';
import type { ConfigReport, FlowResult, WhatIf } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { findRegion } from '../../../../data/index.ts';
import type { FeatureName } from '../../../../data/model.ts';
import { applied } from '../../../support/applied-rules.ts';
import { cases, deploymentOfCase, fixtures } from '../../../support/corpus.ts';
import { deploymentOf, frame, securityRules } from '../../../support/groups.ts';
import { defaultRules } from '../../../support/naive.ts';
import { patience, runs } from '../../../support/runs.ts';
import { fileChoices } from '../../../support/weekly-files.ts';
import { madeUpCloud, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

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
  const after = validate(applied(deployment, before.remediation()), options);
  const proposed = before.remediation().flatMap(({ rules }) => rules);
  return [
    ...after.flows.filter(isMissing).map(({ region, key }) => `${region} ${key} is still missing`),
    ...before.flows
      .filter((flow, index) => isWorse(flow, after.flows[index] as FlowResult))
      .map(({ region, key }) => `${region} ${key} is worse`),
    ...(before.flows.some(isMissing) === proposed.length > 0 ? [] : ['rules without a need']),
    ...(after.remediation().length === 0 ? [] : ['more rules are proposed']),
    ...refusals(after).filter((id) => !refusals(before).includes(id)),
    ...misnamed(deployment, before.remediation()).map(({ name }) => `${name} is misnamed`),
  ];
}

/** A changed rule has the name of one that is there, a new one has a name of its own. */
const misnamed = (deployment: Deployment, groups: readonly RuleGroup[]) =>
  groups.flatMap(({ region, rules }) => {
    const index = deployment.locations.findIndex(
      (location) => findRegion(location.region)?.name === region,
    );
    const { inputRules } = readLocation(deployment, index, none).evaluate();
    const names = new Set(inputRules.map(({ name }) => name.toLowerCase()));
    return rules.filter(
      ({ name, isUpdate }) => names.has(name.toLowerCase()) !== (isUpdate === true),
    );
  });

const defaultNames = defaultRules.map(({ name }) => name);

/** What must hold once all else is denied: nothing required rests on a default rule, or on an undecided one. */
function closingOffencesOf(deployment: Deployment, options: LocationOptions): string[] {
  const before = validate(deployment, options);
  const groups = before.denyByDefault();
  const closed = applied(deployment, groups);
  const after = validate(closed, options);
  const open = new Set(
    before.flows.filter(({ outcome }) => outcome === 'UNKNOWN').map(({ key }) => key),
  );
  return [
    ...after.flows
      .filter(
        (flow) =>
          flow.necessity === 'REQUIRED' &&
          (isClientTraffic(flow) ? flow.outcome === 'DENIED' : flow.outcome !== 'ALLOWED') &&
          !(flow.outcome === 'UNKNOWN' && open.has(flow.key)),
      )
      .map(({ region, key, outcome }) => `${region} ${key} is ${outcome}`),
    ...after.flows
      .filter(({ trace }) =>
        trace().some(({ rule, fraction }) => fraction && defaultNames.includes(rule)),
      )
      .map(({ region, key }) => `${region} ${key} rests on a default rule`),
    ...(after.denyByDefault().length === 0 ? [] : ['more rules are proposed']),
    ...refusals(after).filter((id) => !refusals(before).includes(id)),
    ...misnamed(deployment, groups).map(({ name }) => `${name} is misnamed`),
  ];
}

const none: LocationOptions = { serviceTagFiles: [], whatIf: 'NONE' };

describe('the proposed rules', () => {
  it.each(fixtures)('mend $name', ({ deployment }) => {
    expect(offencesOf(deployment, none)).toEqual([]);
  });

  it.each(cases)('mend $name', (input) => {
    for (const { serviceTagFiles } of fileChoices) {
      expect(offencesOf(deploymentOfCase(input), { ...none, serviceTagFiles })).toEqual([]);
    }
  });

  it.each(cases.filter(({ nsgRules }) => nsgRules !== null))(
    'mend $name with everything else denied',
    (input) => {
      expect(offencesOf(deploymentOfCase(input), { ...none, whatIf: 'DENY_ALL' })).toEqual([]);
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
        (input, rules, used, file, asked) => {
          const deployment = { ...deploymentOf(input, { securityRules: rules }), features: used };
          const options = { serviceTagFiles: file ? [file] : [], whatIf: asked };
          expect(offencesOf(deployment, options)).toEqual([]);
        },
      ),
      runs(80),
    );
  });
});

describe('the rules that deny by default', () => {
  it.each(fixtures)('leave $name what it needs', ({ deployment }) => {
    expect(closingOffencesOf(deployment, none)).toEqual([]);
  });

  it.each(cases)('leave $name what it needs', (input) => {
    for (const { serviceTagFiles } of fileChoices) {
      expect(closingOffencesOf(deploymentOfCase(input), { ...none, serviceTagFiles })).toEqual([]);
    }
  });

  it('leave random groups what they need', () => {
    const dnsServers = fc.constantFrom<string[][]>([], ['10.0.1.10'], ['10.0.1.10', '172.16.4.1']);
    const units = fc.constantFrom(1, 2);
    fc.assert(
      fc.property(frame, securityRules, dnsServers, units, (input, rules, servers, count) => {
        const deployment = deploymentOf(input, { securityRules: rules });
        const locations = deployment.locations.map((location) => ({
          ...location,
          dnsServers: servers,
          units: count,
        }));
        expect(closingOffencesOf({ ...deployment, locations }, none)).toEqual([]);
      }),
      runs(40),
    );
  });

  it('pass where there is no group yet, with what several units share and custom DNS servers', () => {
    const input = deploymentOf(
      { virtualNetworkType: 'INTERNAL', platform: 'STV2', regions: ['westeurope'] },
      { securityRules: [] },
      { subnet: '10.0.4.0/24', virtualNetwork: ['10.0.0.0/16'] },
    );
    const deployment = {
      ...input,
      locations: input.locations.map(({ networkSecurityGroup: _, ...location }) => ({
        ...location,
        units: 2,
        dnsServers: ['10.0.1.10', '168.63.129.16'],
      })),
    };
    const groups = validate(deployment, none).denyByDefault();
    const after = validate(applied(deployment, groups), none);
    expect(after.verdict).toBe('PASS');
    expect(
      groups[0]?.rules.map(
        ({ priority, name, protocol, destinationPortRanges }) =>
          `${priority} ${name} ${protocol} ${destinationPortRanges}`,
      ),
    ).toEqual([
      '100 Allow-Inbound-ClientTraffic TCP 443',
      '110 Allow-Inbound-ManagementEndpoint TCP 3443',
      '120 Allow-Inbound-InternalCache TCP 6381-6383',
      '130 Allow-Inbound-RateLimitCounters UDP 4290',
      '140 Allow-Inbound-LoadBalancer TCP 6390',
      '4096 Deny-Inbound-All ANY *',
      '100 Allow-Outbound-CustomDns ANY 53',
      '110 Allow-Outbound-CertificateValidation TCP 80',
      '120 Allow-Outbound-Storage TCP 443',
      '130 Allow-Outbound-AzureSql TCP 1433',
      '140 Allow-Outbound-KeyVault TCP 443',
      '150 Allow-Outbound-AzureMonitor TCP 1886,443',
      '160 Allow-Outbound-InternalCache TCP 6381-6383',
      '170 Allow-Outbound-RateLimitCounters UDP 4290',
      '4096 Deny-Outbound-All ANY *',
    ]);
  });
});
