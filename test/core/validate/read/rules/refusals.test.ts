/** Rules that Azure refuses. */

import { describe, expect, it } from 'vitest';
import type {
  Deployment,
  NetworkSecurityGroup,
  RuleFields,
} from '../../../../../core/deployment.ts';
import { validate } from '../../../../../core/validate/validate.ts';
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

const here = '/deployment/locations/0/networkSecurityGroup';

describe('rules that Azure refuses', () => {
  const without = outcomes(check({ securityRules: [denyOut] }));
  const asWritten = outcomes(check(listWith({})));
  const undecided = asWritten.map((line) => line.replace('Storage ALLOWED', 'Storage UNKNOWN'));
  /** A rule that is refused for its form is evaluated as written, if its priority has a place among the others. */
  const outcomesWith = (checkId: string, { priority = 200 }: Record<string, unknown>) => {
    if (!['rule-name-invalid', 'priority-out-of-range'].includes(checkId)) return without;
    if (!Number.isInteger(priority) || Number(priority) < 0) return undecided;
    return Number(priority) < denyOut.priority ? asWritten : without;
  };

  it.each<[string, Record<string, unknown>, string?]>([
    ['invalid-address-prefix', { destinationAddressPrefix: 'Virtual Network' }],
    ['invalid-address-prefix', { destinationAddressPrefix: 'KeyVault' }],
    ['invalid-address-prefix', { destinationAddressPrefix: 'Storage.Nowhere' }],
    ['invalid-address-prefix', { destinationAddressPrefix: 'AzureActiveDirectory.WestEurope' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '10.0.1.7/24' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '10.0.0.0/33' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '300.1.1.1' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '10.0.0.9-10.0.0.1' }],
    [
      'invalid-address-prefix',
      { destinationAddressPrefix: '', destinationAddressPrefixes: [] },
      'destinationAddressPrefixes',
    ],
    [
      'invalid-address-prefix',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['20.0.0.1', 'x'] },
      'destinationAddressPrefixes',
    ],
    [
      'tag-in-plural-list',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['Storage'] },
      'destinationAddressPrefixes',
    ],
    [
      'tag-in-plural-list',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['*'] },
      'destinationAddressPrefixes',
    ],
    [
      'tag-in-plural-list',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['20.0.0.0/8', 'Storage'] },
      'destinationAddressPrefixes',
    ],
    ['singular-and-plural', { destinationPortRange: '443' }, 'destinationPortRange'],
    ['singular-and-plural', { sourcePortRanges: ['1024-65535'] }, 'sourcePortRange'],
    [
      'singular-and-plural',
      { sourceAddressPrefix: '10.0.1.0/24', sourceAddressPrefixes: ['10.0.1.0/25'] },
      'sourceAddressPrefix',
    ],
    [
      'singular-and-plural',
      { sourceAddressPrefix: 'VirtualNetwork', sourceAddressPrefixes: ['10.0.1.0/25'] },
      'sourceAddressPrefix',
    ],
    ['priority-out-of-range', { priority: 99 }],
    ['priority-out-of-range', { priority: 4097 }],
    ['priority-out-of-range', { priority: 0 }],
    ['priority-out-of-range', { priority: -200 }],
    ['priority-out-of-range', { priority: 200.5 }],
    ['priority-out-of-range', { priority: 'high' }],
    ['priority-out-of-range', { priority: '' }],
    ['priority-out-of-range', { priority: null }],
    ['rule-name-invalid', { name: '' }],
    ['rule-name-invalid', { name: null }],
    ['rule-name-invalid', { name: 'Allow Storage' }],
    ['rule-name-invalid', { name: '-Storage' }],
    ['rule-name-invalid', { name: 'Storage.' }],
    ['rule-name-invalid', { name: 'Storage-' }],
    ['rule-name-invalid', { name: 'x'.repeat(81) }],
    [
      'mixed-ip-family',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['20.0.0.0/8', 'fd00::/8'] },
      '',
    ],
    [
      'mixed-ip-family',
      { sourceAddressPrefix: '10.0.1.0/24', destinationAddressPrefix: '::/0' },
      '',
    ],
    ['bad-port-range', { destinationPortRanges: ['445-443'] }],
    ['bad-port-range', { destinationPortRanges: ['443', '70000'] }],
    ['bad-port-range', { destinationPortRanges: ['https'] }],
    ['bad-port-range', { destinationPortRanges: ['443-445-447'] }],
    ['bad-port-range', { destinationPortRanges: ['-1'] }],
    ['bad-port-range', { destinationPortRanges: [''] }],
    ['bad-port-range', { destinationPortRanges: [] }],
    ['bad-port-range', { sourcePortRange: '1.5' }, 'sourcePortRange'],
    ['invalid-rule-field', { protocol: 'https' }, 'protocol'],
    ['invalid-rule-field', { access: 'Permit' }, 'access'],
    ['invalid-rule-field', { direction: 'Both' }, 'direction'],
    ['invalid-rule-field', { direction: '__proto__' }, 'direction'],
    ['invalid-rule-field', { protocol: 'constructor' }, 'protocol'],
  ])('%s: %j', (checkId, overrides, field) => {
    const fieldOf: Record<string, string> = {
      'invalid-address-prefix': 'destinationAddressPrefix',
      'priority-out-of-range': 'priority',
      'rule-name-invalid': 'name',
      'bad-port-range': 'destinationPortRanges',
    };
    const at = field ?? fieldOf[checkId] ?? '';
    const report = check(listWith(overrides));
    expect(
      refusals(report).map(({ checkId, severity, path }) => [checkId, severity, path]),
    ).toEqual([[checkId, 'ERROR', `${here}/document/0${at && `/${at}`}`]]);
    expect(outcomes(report)).toEqual(outcomesWith(checkId, overrides));
    expect(report.verdict).toBe('FAIL');
  });

  it.each<[string, Partial<RuleFields>, string]>([
    ['duplicate-priority', { name: 'Other' }, '/1'],
    ['duplicate-rule-name', { priority: 201 }, '/1'],
    ['duplicate-rule-name', { name: 'STORAGE', priority: 201 }, '/1'],
  ])('%s: %j', (checkId, overrides, at) => {
    const report = check({ securityRules: [rule(), rule(overrides), denyOut] });
    const errors = refusals(report).filter(({ severity }) => severity === 'ERROR');
    expect(errors.map(({ checkId, path }) => [checkId, path])).toEqual([
      [checkId, `${here}/securityRules${at}`],
    ]);
  });

  it('several tags in one list of a rule given field by field', () => {
    const report = check({
      securityRules: [rule({ destinationAddressPrefixes: ['Storage', 'Sql'] }), denyOut],
    });
    expect(new Set(refusals(report).map(({ checkId }) => checkId))).toEqual(
      new Set(['tag-in-plural-list']),
    );
    expect(outcomes(report)).toEqual(without);
  });

  it('a delegated subnet, and no security group on stv2', () => {
    const [location] = deploymentWith({ securityRules: [] }).locations;
    const { networkSecurityGroup, ...bare } = location as Deployment['locations'][number];
    const delegations = ['Microsoft.ApiManagement/service'];
    const subnet = { ...bare.subnet, delegations } as NonNullable<typeof bare.subnet>;
    const deployment = deploymentWith(networkSecurityGroup as NetworkSecurityGroup);
    const report = validate({ ...deployment, locations: [{ ...bare, subnet }] }, none);
    expect(refusals(report).map(({ checkId, path }) => [checkId, path])).toEqual([
      ['nsg-missing', here],
      ['delegation-present', '/deployment/locations/0/subnet/delegations/0'],
    ]);
  });
});
