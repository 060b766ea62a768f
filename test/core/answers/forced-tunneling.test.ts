/** Routes, service endpoints and hosts of a force-tunneled location, by cloud, tier, mode, platform and role. */

import { describe, expect, it } from 'vitest';
import {
  type ForcedTunnelingInput,
  forcedTunneling,
} from '../../../core/answers/forced-tunneling.ts';
import { InputError } from '../../../core/input-error.ts';
import { covers } from '../../../core/network/sets/interval-set.ts';
import { prefixSet } from '../../../core/network/sets/ipv4.ts';
import { catalog } from '../../../data/index.ts';
import { expectCited } from '../../support/citations.ts';

const premium: ForcedTunnelingInput = {
  region: 'westeurope',
  tier: 'PREMIUM',
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
};
const tunneling = (change: Partial<ForcedTunnelingInput> = {}) =>
  forcedTunneling({ ...premium, ...change });
const services = (change: Partial<ForcedTunnelingInput>) =>
  tunneling(change).serviceEndpoints.map(({ service }) => service);

describe('routes', () => {
  it.each(['West Europe', 'usgovvirginia', 'jioindiawest'])('%s: the tag', (region) => {
    const { routes, needsClientRoutes, ...answer } = tunneling({ region });
    expect(routes).toMatchObject([{ addressPrefix: 'ApiManagement', nextHopType: 'Internet' }]);
    expect(needsClientRoutes).toBe(false);
    expectCited(answer);
  });

  it.each(['chinaeast', 'chinanorth3'])('%s: prefixes instead of the tag', (region) => {
    const { routes, ...answer } = tunneling({ region });
    const prefixes = routes.map(({ addressPrefix }) => addressPrefix);
    const extract = catalog.serviceTagExtracts.CHINA;
    expect(prefixes).toEqual(extract.apiManagement.filter((prefix) => !prefix.includes(':')));
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length);
    expect(routes.filter(({ citations }) => citations.length === 0)).toEqual([]);
    expect(answer.notes.map(({ text }) => text).join()).toMatch(/leaves user-defined routes out/);
    expectCited(answer);
  });

  it('in China hold every control-plane address that documents print', () => {
    const { routes } = tunneling({ region: 'chinaeast' });
    const routed = prefixSet(...routes.map(({ addressPrefix }) => addressPrefix));
    const printed = catalog.regions
      .filter(({ cloud }) => cloud === 'CHINA')
      .flatMap(({ controlPlaneAddresses }) => controlPlaneAddresses);
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter(({ address }) => !covers(routed, prefixSet(address)))).toEqual([]);
    const reasons = routes.map(({ reason }) => reason).join('\n');
    expect(printed.filter(({ address }) => !reasons.includes(address))).toEqual([]);
  });

  it('have valid names in every region', () => {
    const offenders = catalog.regions
      .flatMap((region) => tunneling({ region: region.name }).routes)
      .filter(({ name }) => !/^[a-z][a-z0-9-]{0,78}[a-z0-9]$/.test(name));
    expect(offenders).toEqual([]);
  });

  it('of clients are needed in external mode only', () => {
    const { needsClientRoutes, notes } = tunneling({ virtualNetworkType: 'EXTERNAL' });
    expect(needsClientRoutes).toBe(true);
    expect(notes.map(({ text }) => text).join()).toMatch(/each range of internet clients/);
    expect(
      tunneling()
        .notes.map(({ text }) => text)
        .join(),
    ).not.toMatch(/internet clients/);
  });
});

describe('service endpoints', () => {
  it.each<readonly [change: Partial<ForcedTunnelingInput>, expected: readonly string[]]>([
    [{}, ['Sql', 'Storage', 'EventHub', 'KeyVault']],
    [
      { tier: 'DEVELOPER', virtualNetworkType: 'EXTERNAL' },
      ['Sql', 'Storage', 'EventHub', 'KeyVault'],
    ],
    [{ isPrimary: true }, ['Sql', 'Storage', 'EventHub', 'KeyVault']],
    [{ isPrimary: false }, ['Storage', 'EventHub', 'KeyVault']],
    [{ platform: 'STV1' }, ['Sql', 'Storage', 'EventHub']],
    [{ platform: 'STV1', isPrimary: false }, ['Storage', 'EventHub']],
    [{ region: 'chinaeast' }, ['Sql', 'Storage', 'EventHub', 'KeyVault']],
  ])('%o', (change, expected) => {
    expect(services(change)).toEqual(expected.map((name) => `Microsoft.${name}`));
  });

  it('of Key Vault on stv1 are a matter of dispute, and the answer says so', () => {
    const { notes } = tunneling({ platform: 'STV1' });
    const note = notes.find(({ text }) => text.includes('Microsoft.KeyVault'));
    expect(note?.citations.map(({ confidence }) => confidence)).toContain('DISPUTED');
  });
});

describe('endpoints', () => {
  const hostsIn = (region: string) =>
    tunneling({ region }).endpoints.flatMap(({ hostNames }) => hostNames);

  it.each([
    ['westeurope', 'westeurope.login.microsoft.com', true],
    ['westeurope', 'gcs.prod.monitoring.core.windows.net', true],
    ['westeurope', 'mooncake.warmpath.chinacloudapi.cn', false],
    ['westeurope', 'prod.warmpath.msftcloudes.com', false],
    ['chinaeast', 'mooncake.warmpath.chinacloudapi.cn', true],
    ['chinaeast', 'login.microsoftonline.com', false],
    ['usgovtexas', 'fairfax.warmpath.usgovcloudapi.net', true],
  ])('in %s: %s is in reach: %s', (region, host, isThere) => {
    expect(hostsIn(region).includes(host)).toBe(isThere);
  });

  it('are those of today and of the cloud, with every region written out', () => {
    const offenders = catalog.regions.flatMap((region) =>
      tunneling({ region: region.name }).endpoints.filter(
        ({ endpoint, hostNames }) =>
          endpoint.until !== undefined ||
          !endpoint.clouds.includes(region.cloud) ||
          hostNames.some((name) => name.includes('<')),
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('name the ports where documents name no host', () => {
    const ids = tunneling().endpoints.map(({ endpoint }) => endpoint.id);
    expect(ids).toEqual(expect.arrayContaining(['dns', 'ntp', 'certificate-validation']));
    expect(ids).not.toContain('self-hosted-gateway-configuration');
  });
});

describe('Premium v2', () => {
  it('needs neither routes nor service endpoints', () => {
    const answer = tunneling({ tier: 'PREMIUM_V2' });
    expect(answer.routes).toEqual([]);
    expect(answer.serviceEndpoints).toEqual([]);
    expect(answer.endpoints).toEqual([]);
    expect(answer.notes.map(({ text }) => text).join()).toMatch(/no route table/);
    expectCited(answer);
  });
});

describe('errors', () => {
  it.each<readonly [change: Partial<ForcedTunnelingInput>, path: string]>([
    [{ region: 'atlantis' }, 'region'],
    [{ region: '' }, 'region'],
    [{ virtualNetworkType: 'NONE' }, 'virtualNetworkType'],
    [{ tier: 'PREMIUM_V2', virtualNetworkType: 'EXTERNAL' }, 'virtualNetworkType'],
    [{ tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' }, 'tier'],
    [{ tier: 'CONSUMPTION', virtualNetworkType: 'NONE' }, 'tier'],
    [{ tier: 'BASIC' }, 'tier'],
    [{ tier: 'STANDARD', virtualNetworkType: 'EXTERNAL' }, 'tier'],
    [{ tier: 'BASIC_V2' }, 'tier'],
    [{ tier: 'DEVELOPER', isPrimary: false }, 'isPrimary'],
    [{ tier: 'PREMIUM_V2', isPrimary: false }, 'isPrimary'],
  ])('%o', (change, path) => {
    const act = () => tunneling(change);
    expect(act).toThrow(InputError);
    expect(act).toThrow(expect.objectContaining({ path: [path] }));
  });
});
