/** The outcome of a flow, the facts that it lacks, and its examples. */

import { describe, expect, it } from 'vitest';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../support/groups.ts';
import { check, flowOf, frame, rule } from '../../../support/one-group.ts';
import { madeUpCloud, weeklyFile } from '../../../support/world.ts';

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

/** Codes that say what an UNKNOWN flow is short of. */
const missingFacts = [
  'SERVICE_TAGS_NOT_LOADED',
  'VNET_SPACE_ASSUMED',
  'SUBNET_UNKNOWN',
  'EXPRESSION_UNRESOLVED',
  'APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN',
];

describe('verdicts', () => {
  it('a tag without IPv4 addresses in the weekly file is not allowed by a deny-all', () => {
    const cloud = { ...madeUpCloud(1), 'Storage.WestEurope': ['2603:1020:5::/48'] };
    const file = readServiceTagFile(weeklyFile(cloud));
    const report = check({ securityRules: [rule({})] }, { ...none, serviceTagFiles: [file] });
    expect(flowOf(report, 'outbound-443-Storage').outcome).not.toBe('ALLOWED');
  });

  it('a rule for addresses is certain, whatever tags other rules name', () => {
    const office = rule({
      name: 'office',
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['203.0.113.0/24'],
      destinationPortRanges: ['443'],
    });
    const management = rule({
      name: 'management',
      priority: 110,
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['ApiManagement'],
      destinationPortRanges: ['3443'],
    });
    const alone = flowOf(check({ securityRules: [office] }), 'inbound-443-Internet');
    const both = flowOf(check({ securityRules: [office, management] }), 'inbound-443-Internet');
    expect([alone.outcome, both.outcome]).toEqual(['PARTIAL', 'PARTIAL']);
  });

  it('a rule of one direction has no part in flows of the other', () => {
    const deny = rule({
      direction: 'INBOUND',
      sourceAddressPrefixes: ['20.60.0.0/16'],
      destinationPortRanges: ['443'],
    });
    const allow = rule({ ...deny, name: 'clients', priority: 110, access: 'ALLOW' });
    const clients = { ...allow, sourceAddressPrefixes: ['Internet'] };
    const elsewhere = rule({ access: 'ALLOW', destinationAddressPrefixes: ['AzureKeyVault'] });
    const outcomes = [[], [elsewhere]].map(
      (more) =>
        flowOf(check({ securityRules: [deny, clients, ...more] }), 'inbound-443-Internet').outcome,
    );
    expect(outcomes).toEqual(['PARTIAL', 'PARTIAL']);
  });

  it('a tag that a rule of the other direction names leaves a hidden rule for addresses hidden', () => {
    const deny = rule({ direction: 'INBOUND', sourceAddressPrefixes: ['20.0.0.0/25'] });
    const hidden = rule({
      ...deny,
      name: 'hidden',
      priority: 110,
      access: 'ALLOW',
      sourceAddressPrefixes: ['20.0.0.0/26'],
    });
    const elsewhere = rule({
      access: 'ALLOW',
      destinationAddressPrefixes: ['AzureCloud.westeurope'],
    });
    const outcomes = [[], [elsewhere]].map(
      (more) =>
        flowOf(check({ securityRules: [deny, hidden, ...more] }), 'inbound-443-Internet').outcome,
    );
    expect(outcomes).toEqual(['DENIED', 'DENIED']);
  });

  it('a rule for AzureCloud decides what goes to AzureCloud, whatever tags other rules name', () => {
    const deny = rule({ destinationAddressPrefixes: ['AzureCloud'] });
    const frontDoor = rule({
      direction: 'INBOUND',
      access: 'ALLOW',
      sourceAddressPrefixes: ['AzureFrontDoor.Backend'],
    });
    const outcomes = [[], [frontDoor]].map((more) => {
      const deployment = deploymentOf(
        { ...frame, platform: 'STV1' },
        { securityRules: [deny, ...more] },
      );
      return flowOf(validate(deployment, none), 'outbound-12000-AzureCloud').outcome;
    });
    expect(outcomes).toEqual(['DENIED', 'DENIED']);
  });

  it('a part of AzureCloud is a part of it', () => {
    const deny = rule({ destinationAddressPrefixes: ['AzureKeyVault'] });
    const deployment = deploymentOf({ ...frame, platform: 'STV1' }, { securityRules: [deny] });
    const { outcome } = flowOf(validate(deployment, none), 'outbound-12000-AzureCloud');
    expect(outcome).toBe('PARTIAL');
  });

  it('a sub-tag covers no other tag that its base tag covers', () => {
    const clients = { direction: 'INBOUND', destinationAddressPrefixes: ['*'] } as const;
    const report = check({
      securityRules: [
        rule({ ...clients, sourceAddressPrefixes: ['AzureActiveDirectory.ServiceEndpoint'] }),
        rule({
          ...clients,
          name: 'others',
          priority: 110,
          access: 'ALLOW',
          sourceAddressPrefixes: ['Internet'],
        }),
        rule({
          name: 'elsewhere',
          access: 'ALLOW',
          destinationAddressPrefixes: ['AzureActiveDirectoryDomainServices'],
        }),
      ],
    });
    const { counterexample } = flowOf(report, 'inbound-443-Internet');
    expect(counterexample ?? '').not.toContain('AzureActiveDirectoryDomainServices');
  });

  it('addresses that follow a rule for a tag may be addresses of the tag', () => {
    const clients = { direction: 'INBOUND', destinationAddressPrefixes: ['*'] } as const;
    const report = check({
      securityRules: [
        rule({ ...clients, sourceAddressPrefixes: ['AzureCloud'] }),
        rule({
          ...clients,
          name: 'one-client',
          priority: 110,
          access: 'ALLOW',
          sourceAddressPrefixes: ['20.0.0.9'],
        }),
      ],
    });
    expect(flowOf(report, 'inbound-443-Internet').outcome).toBe('UNKNOWN');
  });

  it('a tag that may lie outside AzureCloud takes nothing from it for certain', () => {
    const deny = rule({ destinationAddressPrefixes: ['AzureFrontDoor.Backend'] });
    const deployment = deploymentOf({ ...frame, platform: 'STV1' }, { securityRules: [deny] });
    const { outcome } = flowOf(validate(deployment, none), 'outbound-12000-AzureCloud');
    expect(outcome).toBe('UNKNOWN');
  });

  it('UNKNOWN says what is missing', () => {
    const report = check({
      securityRules: [
        rule({ name: 'azure', access: 'ALLOW', destinationAddressPrefixes: ['AzureCloud'] }),
        rule({ name: 'internet', priority: 110, destinationAddressPrefixes: ['Internet'] }),
      ],
    });
    expect(flowOf(report, 'outbound-443-AzureActiveDirectory').outcome).toBe('UNKNOWN');
    const codes = report.assumptions.map(({ code }) => code);
    expect(codes.filter((code) => missingFacts.includes(code))).not.toEqual([]);
  });
});

describe('assumptions', () => {
  it('the rest of a virtual network with public addresses is not settled in silence', () => {
    const deny = rule({ destinationAddressPrefixes: ['20.99.0.64/26'] });
    const deployment = deploymentOf(frame, { securityRules: [deny] }, { subnet: '20.99.0.0/26' });
    const report = validate(deployment, none);
    const { outcome } = flowOf(report, 'outbound-6380-VirtualNetwork');
    const codes = report.assumptions.map(({ code }) => code);
    expect(outcome === 'UNKNOWN' || codes.includes('VNET_SPACE_ASSUMED')).toBe(true);
  });
});

describe('examples of what is denied', () => {
  it('name a part of a tag once, however many rules name it', () => {
    const deny = (name: string, priority: number, port: string) =>
      rule({
        name,
        priority,
        direction: 'INBOUND',
        sourceAddressPrefixes: ['AzureFrontDoor.Backend'],
        destinationPortRanges: [port],
      });
    const { flows } = check({
      securityRules: [
        deny('front-door', 100, '443'),
        deny('front-door-again', 110, '444'),
        rule({ name: 'all', priority: 120, direction: 'INBOUND', access: 'ALLOW' }),
      ],
    });
    const partial = flows.filter(({ outcome }) => outcome === 'PARTIAL');
    expect(partial.map(({ deniedExamples }) => deniedExamples)).toEqual([
      ['AzureFrontDoor.Backend'],
    ]);
  });
});
