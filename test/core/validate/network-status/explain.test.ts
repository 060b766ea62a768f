/** The network status joined with the network: the cause of what is down, and what does not fit the rules. */

import { describe, expect, it } from 'vitest';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import {
  dependency,
  networkResources,
  outboundRule,
  type StatusDocument,
  statusOf,
} from '../../../support/status-document.ts';

const options: InputOptions = { serviceTagFiles: [], whatIf: 'NONE' };
const sql = 'contoso.database.windows.net';

const reportOf = (network: StatusDocument, ...statuses: readonly unknown[]) =>
  validateDocument([...networkResources(network), ...statuses], options);

const one = (network: StatusDocument, entry: object) => {
  const [first] = reportOf(network, statusOf([entry])).networkStatus;
  return first;
};

describe('a dependency', () => {
  const denySql = outboundRule('DenySql', 'Deny', 'Sql', '1433');
  const drop = { name: 'drop', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } };
  it.each([
    ['up and allowed', {}, { status: 'success' }, 'AS_EXPECTED', null],
    ['down and denied', { rules: [denySql] }, {}, 'DENIED', 'DenySql'],
    [
      'up though denied',
      { rules: [denySql] },
      { status: 'success' },
      'UP_THOUGH_DENIED',
      'DenySql',
    ],
    ['down though allowed', {}, {}, 'DOWN_THOUGH_ALLOWED', null],
    ['down, and a route drops it', { routes: [drop] }, {}, 'DROPPED', null],
    [
      'down, and perhaps denied',
      { rules: [outboundRule('DenyPart', 'Deny', '20.0.0.0/8')] },
      {},
      'UNDECIDED',
      null,
    ],
    ['not probed yet', {}, { status: 'initializing' }, 'UNDECIDED', null],
    ['in no row', {}, { name: 'Scm', resourceType: 'SourceControl' }, 'NOT_IN_PORT_TABLE', null],
  ])('is explained: %s', (_, network, entry, explanation, decidedBy) => {
    expect(one(network, dependency(sql, entry))).toMatchObject({ explanation, decidedBy });
  });

  it.each([
    ['a.blob.core.windows.net', 'BlobStorage', ['outbound-443-Storage']],
    ['a.table.core.usgovcloudapi.net', 'TableStorage', ['outbound-443-Storage']],
    ['a.queue.core.windows.net', 'SmtpQueue', ['outbound-443-Storage']],
    ['a.file.core.windows.net', 'FileStorage', []],
    [sql, 'SQLDatabase', ['outbound-1433-Sql']],
    ['https://a.vault.azure.net', 'AzureKeyVault', ['outbound-443-AzureKeyVault']],
    ['https://login.windows.net', 'AzureActiveDirectory', ['outbound-443-AzureActiveDirectory']],
    [
      'https://westeurope.login.microsoft.com',
      'RegionalAzureActiveDirectory',
      ['outbound-443-AzureActiveDirectory'],
    ],
    ['gcs.prod.monitoring.core.windows.net', 'Monitoring', ['outbound-443-AzureMonitor']],
    ['https://global.prod.microsoftmetrics.com/', 'Monitoring', ['outbound-443-AzureMonitor']],
    [
      'https://prod3.prod.microsoftmetrics.com:1886/RecoveryService',
      'Metrics',
      ['outbound-1886-AzureMonitor'],
    ],
    [
      'dc.services.visualstudio.com',
      'ApplicationInsightsIngestionEndpoint',
      ['outbound-443-AzureMonitor'],
    ],
    [
      'https://contoso.management.azure-api.net:3443/servicestatus?api-version=2018-01-01',
      'ApiManagement Control Plane - inbound',
      ['inbound-3443-ApiManagement'],
    ],
    [
      'LocalGatewayRedis',
      'InternalCache',
      ['inbound-6381-6383-VirtualNetwork', 'outbound-6381-6383-VirtualNetwork'],
    ],
    ['https://partner.prod.repmap.microsoft.com', 'CaptchaEndpoint', []],
  ])('%s (%s) needs %j', (name, resourceType, flows) => {
    expect(one({}, dependency(name, { resourceType }))?.flows.toSorted()).toEqual(flows);
  });

  it('has the rule to change as the next step where a rule denies it', () => {
    expect(one({ rules: [denySql] }, dependency(sql))).toMatchObject({
      message: `${sql} is down: outbound TCP 1433 to Sql.WestEurope (Azure SQL) is denied by rule DenySql (priority 200)`,
      nextSteps: [
        expect.stringContaining('before DenySql (priority 200)'),
        expect.stringContaining('15 minutes'),
      ],
    });
  });

  it.each([
    [
      'a default route over BGP first',
      {},
      {},
      ['BGP', 'Virtual Network Manager', 'Service Health'],
    ],
    [
      'the firewall of the route table first',
      {
        routes: [
          {
            name: 'fw',
            properties: {
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: '10.0.9.4',
            },
          },
        ],
      },
      {},
      [`look for ${sql} in the log of the firewall`, 'Virtual Network Manager'],
    ],
    [
      'custom DNS servers first, where the error is about a name',
      { dnsServers: ['10.0.0.4'] },
      { error: 'The remote name could not be resolved' },
      [`look ${sql} up on the DNS servers 10.0.0.4`, 'BGP'],
    ],
    [
      'custom DNS servers after routes otherwise',
      { dnsServers: ['10.0.0.4'] },
      {},
      ['BGP', 'DNS servers 10.0.0.4'],
    ],
    [
      'a service endpoint that the subnet has',
      { serviceEndpoints: ['Microsoft.Sql'] },
      {},
      ['BGP', 'service endpoint Microsoft.Sql'],
    ],
  ])('down though allowed has in its steps %s', (_, network, entry, expected) => {
    const document = [
      ...networkResources(network),
      statusOf([dependency(sql, entry)], { dnsServers: [] }),
    ];
    const [first] = validateDocument(document, options).networkStatus;
    const actual = expected.map((part) =>
      (first?.nextSteps ?? []).findIndex((step) => step.includes(part)),
    );
    expect(actual).toEqual(actual.toSorted((a, b) => a - b));
    expect(actual[0]).toBe(0);
    expect(actual).not.toContain(-1);
  });
});

describe('the findings of a network status', () => {
  const about = (report: ReturnType<typeof reportOf>) =>
    report.findings.filter(({ checkId }) => checkId.startsWith('dependency-'));

  it.each([
    ['a required dependency is down', {}, {}, 'dependency-down', 'ERROR', 'FAIL'],
    ['an optional one is down', {}, { isOptional: true }, 'dependency-down', 'WARNING', 'PASS'],
    [
      'one is up though denied',
      { rules: [outboundRule('DenySql', 'Deny', 'Sql')] },
      { status: 'success' },
      'dependency-up-though-denied',
      'WARNING',
      'NEEDS_REVIEW',
    ],
  ])('say that %s', (_, network, entry, checkId, severity, outcome) => {
    expect(about(reportOf(network, statusOf([dependency(sql, entry)])))).toMatchObject([
      { checkId, severity, outcome, region: 'westeurope' },
    ]);
  });

  it('leave what a required row explains to its own finding', () => {
    const report = reportOf(
      { rules: [outboundRule('DenySql', 'Deny', 'Sql')] },
      statusOf([dependency(sql)]),
    );
    expect(about(report)).toEqual([]);
    expect(report.findings.map(({ checkId }) => checkId)).toContain('required-flow-denied');
  });

  it('are one for all hosts of one row', () => {
    const hosts = ['a.blob.core.windows.net', 'a.table.core.windows.net'];
    const report = reportOf({}, statusOf(hosts.map((name) => dependency(name))));
    expect(about(report)).toMatchObject([
      { title: 'Azure Storage is down', message: expect.stringContaining(hosts[1] as string) },
    ]);
  });
});

describe('a network status is read', () => {
  const entry = dependency(sql, { status: 'success' });
  const flat = { location: 'West Europe', dnsServers: [], connectivityStatus: [entry] };
  it.each([
    ['beside the resources', [...networkResources(), statusOf([entry])]],
    ['as a list beside the resources', [...networkResources(), [statusOf([entry])]]],
    ['below a key', { resources: networkResources(), networkStatus: [statusOf([entry])] }],
    ['below a key, of one location', { value: networkResources(), networkStatus: flat }],
    ['as PowerShell prints it', [...networkResources(), flat]],
    [
      'with other capital letters',
      [...networkResources(), { Location: 'westeurope', ConnectivityStatus: [entry] }],
    ],
    [
      'without a location where the instance has one',
      [...networkResources(), { connectivityStatus: [entry] }],
    ],
  ])('%s', (_, document) => {
    expect(validateDocument(document, options).networkStatus).toMatchObject([
      {
        region: 'westeurope',
        explanation: 'AS_EXPECTED',
        state: 'UP',
        flows: ['outbound-1433-Sql'],
      },
    ]);
  });

  it('of a location whose network is not there as undecided', () => {
    const status = statusOf([dependency(sql)], { location: 'North Europe' });
    expect(reportOf({}, status).networkStatus).toMatchObject([
      { region: 'northeurope', explanation: 'UNDECIDED' },
    ]);
  });

  it.each([
    ['an open list', "[parameters('more')]"],
    ['an open item', ["[parameters('more')]"]],
    ['another location', [{ location: 'North Europe' }]],
  ])('without a location as undecided where the instance may have several: %s', (_, more) => {
    const resources = networkResources({ sku: 'Premium' }).map((resource) => {
      const { type, properties } = resource as { type: string; properties: object };
      return type === 'Microsoft.ApiManagement/service'
        ? { ...resource, properties: { ...properties, additionalLocations: more } }
        : resource;
    });
    const document = { resources, status: { connectivityStatus: [dependency(sql)] } };
    expect(validateDocument(document, options).networkStatus).toMatchObject([
      {
        region: null,
        explanation: 'UNDECIDED',
        flows: [],
        message: `${sql} is down; the network status does not name its location, and the instance may have several`,
      },
    ]);
  });

  it('with what Azure says, and where it says it', () => {
    const report = reportOf({}, statusOf([dependency(sql, { error: 'timed out' })]));
    expect(report.networkStatus).toMatchObject([
      {
        name: sql,
        resourceType: 'SQLDatabase',
        isOptional: false,
        error: 'timed out',
        lastUpdated: '2026-11-20T10:00:00Z',
        lastStatusChange: '2026-11-19T10:00:00Z',
        path: '/document/3/networkStatus/connectivityStatus/0',
      },
    ]);
  });

  it('under no what-if, which Azure has not probed', () => {
    const report = validateDocument([...networkResources(), statusOf([entry])], {
      ...options,
      whatIf: 'DENY_ALL',
    });
    expect(report.networkStatus).toEqual([]);
  });

  it('up to a number of dependencies', () => {
    const many = statusOf(Array.from({ length: 2001 }, () => entry));
    expect(() => reportOf({}, many)).toThrow('too many dependencies');
  });
});
