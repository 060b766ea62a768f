/**
 * What the portal's check requires of an instance on stv2, as its code was published on 2023-09-11; the table had last
 * changed on 2022-11-04. Facts from that table, with its slips: 1443 and SQL.
 */

export const snapshot = {
  commit: 'dfcf59a29',
  date: '2023-09-11',
  changedOn: '2022-11-04',
  url: 'https://github.com/Azure/Azure-AppServices-Diagnostics-Portal/tree/dfcf59a2969ad4c9ec5007ea7cc74329d4144f1a/AngularApp/projects/app-service-diagnostics/src/app/shared/components/tools/network-checks/apim-flows',
} as const;

export type Way = 'Inbound' | 'Outbound';

export interface PortalRequirement {
  readonly label: string;
  /** Port rule of the documents that is about the same service; undefined where they have none. */
  readonly portRule: string | undefined;
  readonly directions: readonly Way[];
  readonly protocol: 'Tcp' | 'Udp';
  readonly source: string;
  readonly destination: string;
  readonly ports: readonly number[];
  readonly isRequired: boolean;
  readonly isExternalOnly: boolean;
}

const network = 'VirtualNetwork';
const both: readonly Way[] = ['Inbound', 'Outbound'];

type Row = Partial<PortalRequirement> & Pick<PortalRequirement, 'label' | 'portRule' | 'ports'>;

const required = (row: Row): PortalRequirement => ({
  directions: ['Outbound'],
  protocol: 'Tcp',
  source: network,
  destination: network,
  isRequired: true,
  isExternalOnly: false,
  ...row,
});
const optional = (row: Row): PortalRequirement => ({ ...required(row), isRequired: false });

export const portalRequirements: readonly PortalRequirement[] = [
  required({
    label: 'clients',
    portRule: 'client-traffic',
    directions: ['Inbound'],
    source: 'Internet',
    ports: [80, 443],
    isExternalOnly: true,
  }),
  required({
    label: 'management endpoint',
    portRule: 'management-endpoint',
    directions: ['Inbound'],
    source: 'ApiManagement',
    ports: [3443],
  }),
  required({ label: 'Storage', portRule: 'storage', destination: 'Storage', ports: [443] }),
  optional({
    label: 'Active Directory',
    portRule: 'entra-id',
    destination: 'AzureActiveDirectory',
    ports: [443],
  }),
  required({ label: 'Azure SQL', portRule: 'azure-sql', destination: 'SQL', ports: [1443] }),
  optional({
    label: 'file share',
    portRule: 'git-file-share',
    destination: 'Storage',
    ports: [445],
  }),
  optional({
    label: 'Azure Monitor',
    portRule: 'azure-monitor',
    destination: 'AzureMonitor',
    ports: [1886, 443],
  }),
  optional({
    label: 'cache',
    portRule: 'internal-cache',
    directions: both,
    ports: [6381, 6382, 6383],
  }),
  required({
    label: 'Key Vault',
    portRule: 'key-vault',
    destination: 'AzureKeyVault',
    ports: [443],
  }),
  optional({
    label: 'Event Hubs',
    portRule: 'event-hub',
    destination: 'EventHub',
    ports: [5671, 5672, 443],
  }),
  optional({
    label: 'health and monitoring',
    portRule: 'health-and-monitoring-extension',
    destination: 'AzureCloud',
    ports: [443, 12000],
  }),
  optional({
    label: 'e-mail',
    portRule: 'smtp',
    directions: both,
    destination: 'Internet',
    ports: [25, 587, 25028],
  }),
  optional({
    label: 'rate limit counters',
    portRule: 'rate-limit-counters',
    directions: both,
    protocol: 'Udp',
    source: 'AzureLoadBalancer',
    ports: [4290],
  }),
  required({
    label: 'load balancer',
    portRule: 'load-balancer',
    directions: ['Inbound'],
    source: 'AzureLoadBalancer',
    ports: [6390],
  }),
];
