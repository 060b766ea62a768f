/** Rules that are a slip away from a documented row, and rules that only look it. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { readLocation } from '../../../../core/validate/location/location.ts';
import { isMistyped, nearMissesOf } from '../../../../core/validate/remediation/near-miss.ts';
import { nearMissFacts } from '../../../../core/validate/remediation/near-miss-sides.ts';
import { deploymentOf } from '../../../support/groups.ts';

const subnet = '10.0.4.0/24';

function sides(direction: string, remote: string[], local: string[]) {
  return direction === 'INBOUND'
    ? { sourceAddressPrefixes: remote, destinationAddressPrefixes: local }
    : { sourceAddressPrefixes: local, destinationAddressPrefixes: remote };
}

interface Given {
  readonly row: string;
  readonly remote: string[];
  readonly ports: string[];
  readonly change?: Partial<RuleFields>;
  readonly local?: string[];
}

/** What is found of a rule for the row, whose other values are the row's own. */
function actual({ row, remote, ports, change, local = ['VirtualNetwork'] }: Given) {
  const [id, direction] = row.split(' ') as [string, 'INBOUND' | 'OUTBOUND'];
  const rule: RuleFields = {
    name: 'rule',
    priority: 100,
    direction,
    access: 'ALLOW',
    protocol: 'Tcp',
    ...sides(direction, remote, local),
    sourcePortRanges: ['*'],
    destinationPortRanges: ports,
    ...change,
  };
  const deployment = deploymentOf(
    { virtualNetworkType: 'EXTERNAL', platform: 'STV2', regions: ['westeurope'] },
    { securityRules: [rule] },
    { subnet },
  );
  const context = readLocation(deployment, 0, { serviceTagFiles: [], whatIf: 'NONE' }).evaluate();
  const flows = context.flows.filter(
    (flow) => flow.rule.id === id && flow.direction === direction && flow.necessity === 'REQUIRED',
  );
  const [first] = flows;
  const [raw] = context.inputRules;
  if (!first || !raw) throw new Error(`no row ${row}`);
  return nearMissesOf(
    raw,
    {
      direction,
      statement: first.statement,
      ports: flows.map(({ destinationPort }) => destinationPort),
      remote: first.remote,
    },
    nearMissFacts(context.tags, subnet),
  ).map(({ kind, what }) => `${kind}: ${what}`);
}

const sql = { row: 'azure-sql OUTBOUND', remote: ['Sql'], ports: ['1433'] };
const storage = { row: 'storage OUTBOUND', remote: ['Storage'], ports: ['443'] };
const management = {
  row: 'management-endpoint INBOUND',
  remote: ['ApiManagement'],
  ports: ['3443'],
};
const keyVault = { row: 'key-vault OUTBOUND', remote: ['AzureKeyVault'], ports: ['443'] };

describe('a slip', () => {
  it.each<[string, Given]>([
    ['port: port 1443 instead of 1433', { ...sql, ports: ['1443'] }],
    ['port: port 433 instead of 443', { ...storage, ports: ['433'] }],
    ['port: port 1443 instead of 1433', { ...sql, remote: ['*'], ports: ['1443'] }],
    ['port: port 1343 instead of 1433', { ...sql, ports: ['1343'] }],
    ['protocol: protocol Udp instead of Tcp', { ...sql, change: { protocol: 'Udp' } }],
    [
      'remote: 51.145.179.78 instead of ApiManagement',
      { ...management, remote: ['51.145.179.78'] },
    ],
    [
      'remote: ApiManagement.UKSouth instead of ApiManagement',
      { ...management, remote: ['ApiManagement.UKSouth'] },
    ],
    ['remote: Sql.UKSouth instead of Sql.WestEurope', { ...sql, remote: ['Sql.UKSouth'] }],
    ['refused-remote: KeyVault instead of AzureKeyVault', { ...keyVault, remote: ['KeyVault'] }],
    [
      'refused-remote: the list Sql, Storage instead of Sql',
      { ...sql, remote: ['Sql', 'Storage'] },
    ],
    ['local: 10.0.4.0/25 instead of 10.0.4.0/24', { ...management, local: ['10.0.4.0/25'] }],
    ['local: 10.0.9.0/24 instead of 10.0.4.0/24', { ...management, local: ['10.0.9.0/24'] }],
    ['local: 10.0.4.7/24 instead of 10.0.4.0/24', { ...management, local: ['10.0.4.7/24'] }],
    [
      'swapped: source and destination were swapped',
      { ...management, remote: ['VirtualNetwork'], local: ['ApiManagement'] },
    ],
    [
      'direction: direction Inbound instead of Outbound',
      { ...sql, change: { direction: 'INBOUND' } },
    ],
    [
      'source-port: source port 1433 instead of *',
      { ...sql, change: { sourcePortRanges: ['1433'] } },
    ],
    [
      'port-missing: port 1886 was missing',
      { row: 'azure-monitor OUTBOUND', remote: ['AzureMonitor'], ports: ['443'] },
    ],
  ])('%s', (wanted, input) => {
    expect(actual(input)).toEqual([wanted]);
  });
});

describe('no slip', () => {
  it.each<[string, Given]>([
    ['what fits', sql],
    ['a deny rule', { ...sql, ports: ['1443'], change: { access: 'DENY' } }],
    ['a port of another row', { ...storage, ports: ['445'] }],
    ['a port with a digit more', { ...storage, ports: ['8443'] }],
    ['a range of ports', { ...sql, ports: ['1440-1449'] }],
    ['a tag of another row', { ...sql, remote: ['EventHub'] }],
    ['a tag that documents name besides', { ...storage, remote: ['Storage.WestUS'] }],
    ['an address that is no one’s', { ...management, remote: ['203.0.113.7'] }],
    ['a name that is like no tag', { ...keyVault, remote: ['Vault'] }],
    ['two values off', { ...sql, ports: ['1443'], change: { protocol: 'Udp' } }],
    [
      'every port to everywhere',
      { ...sql, remote: ['*'], ports: ['*'], change: { protocol: 'Udp' } },
    ],
    ['a tag on the subnet’s side', { ...sql, local: ['AzureCloud'] }],
  ])('%s', (_, input) => {
    expect(actual(input)).toEqual([]);
  });
});

describe('a mistyped port', () => {
  it.each<[string, string, boolean]>([
    ['1443', '1433', true],
    ['433', '443', true],
    ['4343', '3443', true],
    ['443', '445', false],
    ['5671', '5672', false],
    ['6382', '6383', false],
    ['1443-1444', '1433', false],
    ['3434', '1433', false],
  ])('%s for %s: %s', (input, documented, wanted) => {
    expect(isMistyped(input, documented)).toBe(wanted);
  });
});
