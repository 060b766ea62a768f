/** Spellings of rules that are accepted, and the pointers to them. */

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../../core/deployment.ts';
import { pointer } from '../../../../../core/json-pointer.ts';
import type { ConfigReport } from '../../../../../core/validate/report.ts';
import { validate } from '../../../../../core/validate/validate.ts';
import { azRuleListDocument, azShowDocument } from '../../../../support/shapes.ts';
import {
  check,
  denyOut,
  deploymentWith,
  listWith,
  none,
  outcomes,
  refusals,
  rule,
} from './groups.ts';

describe('spellings that are taken', () => {
  const canonical = outcomes(check(listWith({})));

  it.each<Record<string, unknown>>([
    { priority: '200' },
    { protocol: 'TCP' },
    { protocol: 'tcp' },
    { direction: 'outbound', access: 'allow' },
    { direction: 'OUTBOUND', access: 'ALLOW' },
    { destinationPortRanges: [443, 445] },
    { destinationPortRange: '443,445', destinationPortRanges: [] },
    { destinationPortRange: '443, 445', destinationPortRanges: null },
    { destinationPortRanges: ['443, 445'] },
    { destinationPortRanges: ['443 - 445'] },
    { sourcePortRange: '', sourcePortRanges: ['*'] },
    { sourcePortRange: null, sourcePortRanges: ['0-65535'] },
    { sourceAddressPrefix: '0.0.0.0/0', sourceAddressPrefixes: [] },
    { sourceAddressPrefix: '10.0.1.0/24' },
    { sourceAddressPrefix: '10.0.1.0-10.0.1.255' },
    { sourceAddressPrefix: '', sourceAddressPrefixes: ['10.0.1.0/25', '10.0.1.128/25'] },
    { sourceAddressPrefix: '10.0.1.128/25,10.0.1.0/25' },
    { sourceAddressPrefix: 'VIRTUAL_NETWORK' },
    { destinationAddressPrefix: 'storage' },
    { destinationAddressPrefix: 'storage.WESTEUROPE' },
    { description: null, etag: 1, unheard: { of: [] } },
    { sourceApplicationSecurityGroups: null, destinationApplicationSecurityGroups: [] },
  ])('%j', (overrides) => {
    const report = check(listWith(overrides));
    expect(outcomes(report)).toEqual(canonical);
    expect(refusals(report).filter(({ severity }) => severity !== 'INFO')).toEqual([]);
  });

  it.each([
    'SQL',
    'INTERNET',
    'VIRTUAL_NETWORK',
    'AZURE_LOADBALANCER',
    'AZURE_LOAD_BALANCER',
    'azurecloud.WestEurope',
  ])('the tag %s, with a word on its spelling', (destinationAddressPrefix) => {
    const actual = refusals(check(listWith({ destinationAddressPrefix }))).filter(
      ({ checkId, severity }) => checkId === 'tag-case' || severity === 'ERROR',
    );
    expect(actual.map(({ checkId, severity, outcome }) => [checkId, severity, outcome])).toEqual([
      ['tag-case', 'INFO', 'PASS'],
    ]);
  });

  it.each(['a', '9', '_a', 'a_', 'a.b-c_d', 'x'.repeat(80)])('the name %s', (name) => {
    expect(refusals(check(listWith({ name })))).toEqual([]);
  });

  it('one priority once inbound and once outbound', () => {
    const report = check({
      securityRules: [
        rule(),
        rule({ name: 'In', direction: 'INBOUND', destinationAddressPrefixes: ['*'] }),
      ],
    });
    expect(refusals(report)).toEqual([]);
  });
});

describe('pointers', () => {
  it.each([
    { keys: ['a', 0, 'b'], text: '/a/0/b' },
    { keys: ['a/b', '~', ''], text: '/a~1b/~0/' },
    { keys: [], text: '' },
  ])('of $keys', ({ keys, text }) => {
    expect(pointer(...keys)).toBe(text);
  });

  /** The value a pointer leads to within { deployment }. */
  function valueAt(deployment: Deployment, path: string): unknown {
    return path
      .split('/')
      .slice(1)
      .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], {
        deployment,
      });
  }

  const bad = rule({
    name: 'a name',
    priority: 99,
    protocol: 'https',
    sourceAddressPrefixes: ['KeyVault'],
    sourcePortRanges: ['x'],
    destinationPortRanges: ['9-1', '443'],
    destinationAddressPrefixes: ['10.0.0.1/8', '20.0.0.0/8'],
  });

  it.each([
    { shape: 'fields', group: { securityRules: [denyOut, bad] } },
    { shape: 'az network nsg show', group: { document: azShowDocument([denyOut, bad]) } },
    { shape: 'az network nsg rule list', group: { document: azRuleListDocument([denyOut, bad]) } },
  ])('lead to what they speak of: $shape', ({ group }) => {
    const deployment = deploymentWith(group);
    const { findings } = validate(deployment, none);
    expect(new Set(refusals({ findings } as ConfigReport).map(({ checkId }) => checkId)).size).toBe(
      5,
    );
    const offenders = findings.filter(({ path }) => valueAt(deployment, path) === undefined);
    expect(offenders).toEqual([]);
  });
});
