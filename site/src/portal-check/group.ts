/** The made-up networks of the comparison with the portal's check: the documented rules of an instance, with one thing changed. */

/** A text is written to the field for one value, a list to the field for several. */
export type Values = string | readonly string[];

export interface GroupRule {
  readonly name: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly priority: number;
  readonly access: 'Allow' | 'Deny';
  readonly protocol: 'Tcp' | 'Udp' | '*';
  readonly source: Values;
  readonly sourcePorts: Values;
  readonly destination: Values;
  readonly ports: Values;
}

export interface GroupRoute {
  readonly name: string;
  readonly addressPrefix: string;
  readonly nextHopType: 'None' | 'Internet' | 'VirtualAppliance';
  readonly nextHopIpAddress?: string;
}

export interface Group {
  /** Permanent; names the file. */
  readonly id: string;
  /** What is changed. */
  readonly title: string;
  readonly mode: 'External' | 'Internal';
  readonly rules: readonly GroupRule[];
  readonly routes: readonly GroupRoute[];
}

export interface Theme {
  readonly id: string;
  readonly title: string;
  /** What the groups have in common, in a sentence or two. */
  readonly about: string;
  readonly groups: readonly Group[];
}

export const subnet = '10.10.1.0/24';

type More = Partial<GroupRule>;

const inbound =
  (access: GroupRule['access']) =>
  (name: string, priority: number, source: Values, ports: Values, more: More = {}): GroupRule => ({
    name,
    direction: 'Inbound',
    priority,
    access,
    protocol: 'Tcp',
    source,
    sourcePorts: '*',
    destination: 'VirtualNetwork',
    ports,
    ...more,
  });

const outbound =
  (access: GroupRule['access']) =>
  (
    name: string,
    priority: number,
    destination: Values,
    ports: Values,
    more: More = {},
  ): GroupRule => ({
    name,
    direction: 'Outbound',
    priority,
    access,
    protocol: 'Tcp',
    source: 'VirtualNetwork',
    sourcePorts: '*',
    destination,
    ports,
    ...more,
  });

export const allowIn = inbound('Allow');
export const denyIn = inbound('Deny');
export const allowOut = outbound('Allow');
export const denyOut = outbound('Deny');

/** As rules that deny everything are usually written. */
const everything = { protocol: '*', source: '*', destination: '*' } as const;
export const denyAllIn = (priority = 4096) => denyIn('deny-all-in', priority, '*', '*', everything);
export const denyAllOut = (priority = 4096) =>
  denyOut('deny-all-out', priority, '*', '*', everything);

/** What the network reference of 2026-04-30 requires of an instance in external mode. */
const documented: readonly GroupRule[] = [
  allowIn('clients', 200, 'Internet', ['80', '443']),
  allowIn('management', 210, 'ApiManagement', '3443'),
  allowIn('load-balancer', 220, 'AzureLoadBalancer', '6390'),
  allowOut('certificates', 200, 'Internet', '80'),
  allowOut('storage', 210, 'Storage', '443'),
  allowOut('sql', 220, 'Sql', '1433'),
  allowOut('key-vault', 230, 'AzureKeyVault', '443'),
  allowOut('monitor', 240, 'AzureMonitor', ['443', '1886']),
];

interface Change {
  /** Names of documented rules that are left out. */
  readonly without?: readonly string[];
  readonly rules?: readonly GroupRule[];
  readonly routes?: readonly GroupRoute[];
  readonly mode?: Group['mode'];
}

/** The documented rules with a change. In internal mode no client comes from the internet. */
export function group(
  id: string,
  title: string,
  { without = [], rules = [], routes = [], mode = 'External' }: Change = {},
): Group {
  const left = mode === 'Internal' ? ['clients', ...without] : without;
  return {
    id,
    title,
    mode,
    rules: [...rules, ...documented.filter(({ name }) => !left.includes(name))],
    routes,
  };
}

/** Rules of its own only. */
export const ownGroup = (id: string, title: string, rules: readonly GroupRule[]): Group => ({
  id,
  title,
  mode: 'External',
  rules,
  routes: [],
});
