/** Which documented traffic a dependency of the network status needs, by its host, its port and its kind. */

import type { Direction } from '../../../data/model.ts';
import { has } from '../../network/sets/interval-set.ts';
import type { DocumentedFlow } from '../flows/flows.ts';
import type { ReportedDependency } from './status.ts';

interface Traffic {
  readonly direction: Direction;
  /** Service tag of the far end in the port table. */
  readonly tag: string;
  /** Undefined for all the ports that the table has for the tag. */
  readonly port?: number;
}

interface Kind {
  /** End of the host name. */
  readonly hosts?: RegExp;
  /** Kinds as Azure names them, in lower case and letters only. */
  readonly types: readonly string[];
  readonly traffic: Traffic;
}

const outbound = (tag: string, port?: number): Traffic => ({
  direction: 'OUTBOUND',
  tag,
  ...(port !== undefined && { port }),
});

const kinds: readonly Kind[] = [
  {
    hosts: /\.file\.core\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    types: ['filestorage'],
    traffic: outbound('Storage', 445),
  },
  {
    hosts: /\.(blob|table|queue)\.core\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    types: ['blobstorage', 'tablestorage', 'queue', 'smtpqueue'],
    traffic: outbound('Storage', 443),
  },
  {
    hosts: /\.database\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    types: ['sqldatabase'],
    traffic: outbound('Sql', 1433),
  },
  {
    hosts: /\.vault\.(azure\.net|usgovcloudapi\.net|azure\.cn)$/,
    types: ['azurekeyvault'],
    traffic: outbound('AzureKeyVault', 443),
  },
  {
    hosts: /\.servicebus\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    types: ['eventhub'],
    traffic: outbound('EventHub'),
  },
  {
    hosts:
      /(^|\.)(login\.(windows\.net|microsoft\.com|microsoftonline\.(com|us)|chinacloudapi\.cn)|graph\.microsoft\.com)$/,
    types: ['azureactivedirectory', 'regionalazureactivedirectory'],
    traffic: outbound('AzureActiveDirectory', 443),
  },
  {
    hosts:
      /(^|\.)(microsoftmetrics\.com|monitoring\.(core\.windows\.net|azure\.(com|us|cn))|warmpath\.(usgovcloudapi\.net|chinacloudapi\.cn)|dc\.services\.visualstudio\.com|applicationinsights\.azure\.(com|us|cn))$/,
    types: ['monitoring', 'metrics', 'applicationinsightsingestionendpoint'],
    traffic: outbound('AzureMonitor', 443),
  },
  {
    hosts: /\.management\.azure-api\.(net|us|cn)$/,
    types: ['apimanagementcontrolplaneinbound'],
    traffic: { direction: 'INBOUND', tag: 'ApiManagement', port: 3443 },
  },
];

const address = /^(?:(https?):\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?(?::(\d{1,5}))?(?:[/?#].*)?$/i;
const portOfScheme: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** The host that is to be reached; undefined for a label. */
export const hostOf = ({ name }: Pick<ReportedDependency, 'name'>): string | undefined =>
  address.exec(name)?.[2]?.toLowerCase();

function trafficOf({ name, resourceType }: ReportedDependency): Traffic | undefined {
  const [, scheme, host = '', port] = address.exec(name) ?? [];
  const type = resourceType.toLowerCase().replace(/[^a-z]/g, '');
  const kind =
    kinds.find(({ hosts }) => hosts?.test(host.toLowerCase())) ??
    kinds.find(({ types }) => types.includes(type));
  if (!kind) return undefined;
  const written = port === undefined ? portOfScheme[scheme?.toLowerCase() ?? ''] : Number(port);
  return written === undefined ? kind.traffic : { ...kind.traffic, port: written };
}

/** Rows of the table for what the machines of an instance tell each other, by kind of the dependency. The row for external caches has no port that a cache elsewhere listens on. */
const rulesOfTypes: Readonly<Record<string, string>> = {
  InternalCache: 'internal-cache',
};

/** The flows of a location that the dependency needs; none where the port table has no row for it. */
export function flowsOf<F extends DocumentedFlow>(
  dependency: ReportedDependency,
  flows: readonly F[],
): readonly F[] {
  const rule = rulesOfTypes[dependency.resourceType];
  if (rule !== undefined) return flows.filter((flow) => flow.rule.id === rule);
  const traffic = trafficOf(dependency);
  if (!traffic) return [];
  const { direction, tag, port } = traffic;
  return flows.filter(
    (flow) =>
      flow.direction === direction &&
      (direction === 'INBOUND' ? flow.statement.source : flow.statement.destination) === tag &&
      (port === undefined || has(flow.ports, port)),
  );
}
