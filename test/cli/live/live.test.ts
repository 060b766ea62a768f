/** `apim-atlas check --live` and `apim-atlas collect` against a Resource Manager of our own. */

import { describe, expect, it } from 'vitest';
import { armFault, type Fault, ids, live, recording } from '../../support/arm-server.ts';
import { command } from '../../support/command.ts';

const forbidden = armFault(403, 'AuthorizationFailed');

const check = (faults: Readonly<Record<string, Fault>> = {}, recorded = recording()) =>
  live(['check', '--live', ids.service, '--format', 'json'], faults, recorded);

/** The same service, with every flow open and every dependency up. */
const recordingWithoutDenial = () => {
  const recorded = recording();
  const { properties } = recorded[ids.westGroup] as {
    properties: { securityRules: { name: string }[] };
  };
  properties.securityRules = properties.securityRules.filter(({ name }) => name !== 'DenySql');
  const [west] = recorded[ids.status] as { networkStatus: { connectivityStatus: object[] } }[];
  Object.assign(west?.networkStatus.connectivityStatus[0] ?? {}, { status: 'success' });
  return recorded;
};

const outcomesOf = (out: string) => {
  const [deployment] = JSON.parse(out).deployments;
  return {
    ...deployment,
    found: deployment.findings.map(({ checkId }: { checkId: string }) => checkId),
    of: (key: string, region: string) =>
      deployment.flows.find(
        (flow: { key: string; region: string }) => flow.key === key && flow.region === region,
      )?.outcome,
  };
};

describe('a service as it is in Azure', () => {
  it('is judged in all its locations, with its network status', async () => {
    const { out, code } = await check();
    const report = outcomesOf(out);
    expect(code).toBe(1);
    expect(report).toMatchObject({ path: 'contoso', verdict: 'FAIL' });
    expect(report.of('outbound-1433-Sql', 'westeurope')).toBe('DENIED');
    expect(report.of('outbound-1433-Sql', 'northeurope')).toBe('ALLOWED');
    expect(report.networkStatus).toMatchObject([
      { region: 'westeurope', explanation: 'DENIED', decidedBy: 'DenySql' },
      { region: 'northeurope', explanation: 'AS_EXPECTED' },
    ]);
  });

  it('is read by one GET for each resource, with pinned versions', async () => {
    const { requests } = await check();
    expect(requests.map((request) => request.split('?')[0]).toSorted()).toEqual(
      Object.values(ids)
        .filter((id) => id !== ids.westSubnet && id !== ids.westRules)
        .map((id) => `GET ${id}`)
        .toSorted(),
    );
    for (const request of requests) expect(request).toMatch(/\?api-version=\d{4}-\d\d-\d\d$/);
  });

  it('has findings at the ids of Azure', async () => {
    const { out } = await live(['check', '--live', ids.service]);
    expect(out).toContain('contoso: FAIL');
    expect(out).toContain(`at ${ids.westGroup}/securityRules/DenySql`);
    expect(out).not.toContain('/document/');
    expect(out).toContain('network status, 2 dependencies: 1 up, 1 down');
  });

  it('counts others in the subnet, and not the machines of the platform', async () => {
    const { out } = await check();
    const finding = JSON.parse(out).deployments[0].findings.find(
      ({ checkId }: { checkId: string }) => checkId === 'subnet-shared',
    );
    expect(JSON.stringify(finding)).toContain('nic-test');
    expect(out).not.toContain('nic-platform');
  });

  it.each<[string, string, string, string, RegExp]>([
    [
      'a load balancer',
      'Microsoft.Network/loadBalancers/lb',
      'frontendIPConfigurations/one',
      'subnet-shared',
      /lb/,
    ],
    [
      'an application gateway',
      'Microsoft.Network/applicationGateways/agw',
      'gatewayIPConfigurations/one',
      'subnet-shared',
      /agw/,
    ],
    [
      'a scale set',
      'Microsoft.Compute/virtualMachineScaleSets/vmss/virtualMachines/0/networkInterfaces/nic',
      'ipConfigurations/one',
      'subnet-shared',
      /vmss_0_nic/,
    ],
    [
      'what is of another type',
      'Microsoft.Network/bastionHosts/jump',
      'bastionHostIpConfigurations/one',
      'resource-not-read',
      /jump/,
    ],
  ])('finds %s in the subnet', async (_, host, configuration, checkId, name) => {
    const recorded = recording();
    const west = recorded[ids.west] as { properties: { subnets: { properties: object }[] } };
    const [own] = west.properties.subnets;
    Object.assign(own?.properties ?? {}, {
      ipConfigurations: [
        { id: `${ids.west.split('/providers/')[0]}/providers/${host}/${configuration}` },
      ],
    });
    const { out } = await check({}, recorded);
    const findings = JSON.parse(out).deployments[0].findings as { checkId: string }[];
    expect(
      findings
        .filter((finding) => finding.checkId === checkId)
        .map((one) => JSON.stringify(one))
        .join(),
    ).toMatch(name);
  });

  it('finds the NAT gateway of the subnet', async () => {
    const recorded = recording();
    const west = recorded[ids.west] as { properties: { subnets: { properties: object }[] } };
    Object.assign(west.properties.subnets[0]?.properties ?? {}, {
      natGateway: { id: `${ids.west.replace(/virtualNetworks.*/, 'natGateways/out')}` },
    });
    expect(outcomesOf((await check({}, recorded)).out).found).toContain('nat-gateway-on-subnet');
  });

  it('outside of any network is read alone', async () => {
    const recorded = recording();
    const service = structuredClone(recorded[ids.service]) as { properties: object };
    service.properties = { virtualNetworkType: 'None' };
    const { requests } = await check({}, { [ids.service]: service });
    expect(requests).toHaveLength(1);
  });
});

describe('the file of collect', () => {
  it('has the same verdict and findings as the service', async () => {
    const { folder, err, code } = await live(['collect', ids.service, '--output', 'live.json']);
    expect({ err, code }).toEqual({ err: 'wrote live.json\n', code: 0 });
    const file = await command(folder, ['check', 'live.json', '--format', 'json']);
    const plain = (out: string) => {
      const { verdict, findings, flows, networkStatus } = JSON.parse(out).deployments[0];
      return {
        verdict,
        flows,
        networkStatus,
        findings: findings.map(
          ({ path: _, location: _at, fingerprint: _print, ...rest }: Record<string, unknown>) =>
            rest,
        ),
      };
    };
    expect(plain(file.out)).toEqual(plain((await check()).out));
  });

  it('has texts that look like expressions as a template writes them', async () => {
    const { out } = await live(['collect', ids.service]);
    expect(out).toContain('"description": "[[as asked]"');
    expect(outcomesOf((await check()).out).found).not.toContain('expression-unresolved');
  });

  it('has what the verdict needs and no more', async () => {
    const { out } = await live(['collect', ids.service]);
    for (const secret of ['hunter2', 'contoso.example', 'nobody needs', '203.0.113.7', 'etag']) {
      expect(out).not.toContain(secret);
    }
    const { unread, service, collected, networkStatus } = JSON.parse(out);
    expect({ unread, service, collected }).toEqual({
      unread: [],
      service: ids.service,
      collected: '2026-12-01',
    });
    expect(networkStatus).toHaveLength(2);
  });
});

describe('what may not be read is unknown', () => {
  it.each([
    ['a security group', ids.westGroup, 'networkSecurityGroups', 'UNKNOWN', 'NEEDS_REVIEW'],
    ['a route table', ids.table, 'routeTables', 'ALLOWED', 'NEEDS_REVIEW'],
    ['a public address', ids.address, 'publicIPAddresses', 'ALLOWED', 'NEEDS_REVIEW'],
    ['a network', ids.west, 'virtualNetworks', 'UNKNOWN', 'NEEDS_REVIEW'],
    ['the network status', ids.status, 'service/networkstatus', 'ALLOWED', 'PASS'],
  ])('%s, with the right that it takes', async (_, id, type, sql, verdict) => {
    const { out } = await check(
      { [id]: forbidden, [ids.westRules]: forbidden, [ids.westSubnet]: forbidden },
      recordingWithoutDenial(),
    );
    const report = outcomesOf(out);
    expect(report.of('outbound-1433-Sql', 'westeurope')).toBe(sql);
    const messages = report.findings
      .filter(({ checkId }: { checkId: string }) => checkId === 'resource-not-read')
      .map(({ message }: { message: string }) => message);
    expect(messages.join()).toMatch(new RegExp(`the right Microsoft\\.\\w+/${type}/read`));
    expect(report.found).not.toContain('nsg-missing');
    expect(report.verdict).toBe(verdict);
  });

  it('a group whose rules may be read is read rule by rule, page by page', async () => {
    const { properties } = recording()[ids.westGroup] as {
      properties: { securityRules: object[] };
    };
    const pages: Fault = (response, _, url) => {
      const page = Number(url.searchParams.get('page') ?? 0);
      const next = page + 1 < properties.securityRules.length;
      const link = new URL(
        `${ids.westRules}?api-version=2024-05-01&page=${page + 1}`,
        'http://127.0.0.1',
      );
      response.end(
        JSON.stringify({
          value: [properties.securityRules[page]],
          ...(next && { nextLink: link.pathname + link.search }),
        }),
      );
    };
    const { out, requests } = await check({ [ids.westGroup]: forbidden, [ids.westRules]: pages });
    expect(outcomesOf(out).of('outbound-1433-Sql', 'westeurope')).toBe('DENIED');
    expect(requests.filter((request) => request.includes('/securityRules'))).toHaveLength(3);
  });

  it('a network whose subnet may be read is read without its other subnets', async () => {
    const { properties } = recording()[ids.west] as { properties: { subnets: object[] } };
    const subnet: Fault = (response) => response.end(JSON.stringify(properties.subnets[0]));
    const { out } = await check({ [ids.west]: forbidden, [ids.westSubnet]: subnet });
    expect(outcomesOf(out).of('outbound-1433-Sql', 'westeurope')).toBe('DENIED');
  });

  it('a group under an id that leads elsewhere is not asked for', async () => {
    const recorded = recording();
    const text = JSON.stringify(recorded[ids.west]).replace(
      ids.westGroup,
      `${ids.westGroup}/../../secrets`,
    );
    const { out, requests } = await check({}, { ...recorded, [ids.west]: JSON.parse(text) });
    expect(outcomesOf(out).of('outbound-1433-Sql', 'westeurope')).toBe('UNKNOWN');
    expect(requests.join()).not.toContain('secrets');
  });
});
