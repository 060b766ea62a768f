import { cite } from '../../../../data/cite.ts';
import { dnsPort } from '../../../../data/index.ts';
import type { Evaluation } from '../../../network/evaluate.ts';
import { remoteSide } from '../../../network/flow-ends.ts';
import { hostSide } from '../../../network/host-side.ts';
import type { Tag } from '../../../network/service-tags/service-tags.ts';
import { hostAddress, parseAddress } from '../../../network/sets/ipv4.ts';
import type { NetworkFacts } from '../../../network/side.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import type { ServerGroup } from '../../read/server-groups.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { evaluateArrival } from '../kit/dns-arrival.ts';
import { deniedBy, evaluateQuery, isDeniedByRule, mayDenyQueries } from '../kit/dns-query.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { missingAddress } from '../kit/missing-space.ts';

const allowed = [
  inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
  outbound('AllowNames', 100, 'ALLOW', '10.0.0.4', dnsPort, { protocol: '*' }),
];
const denyAll = outbound('DenyAll', 4096, 'DENY', '*', '*', { protocol: '*' });
const server = { dnsServers: ['10.0.0.4'], virtualNetworkAddressPrefixes: ['10.0.0.0/16'] };

export const customDns53Blocked: Check = {
  id: 'custom-dns-53-blocked',
  title: 'Queries to custom DNS servers are denied',
  severity: 'ERROR',
  summary:
    'A security group, of the subnet of the instance or of the subnets and network interfaces of the servers, denies port 53 to the DNS servers of the virtual network, or would deny it to any server you set.',
  rationale:
    'A deny-all rule also blocks DNS. Without DNS the instance cannot resolve its dependencies. Security rules do not apply to the DNS that Azure provides, but they do apply to other servers. Queries use UDP; answers that are too long for UDP come over TCP.',
  avoid: 'DenyAll outbound on a virtual network with its own DNS servers',
  prefer: 'a rule that allows port 53, UDP and TCP, to the servers before the deny rule',
  examples: {
    good: example('the server is allowed first', {
      ...server,
      ...securityRules(...allowed, denyAll),
    }),
    bad: example('a rule denies everything', {
      ...server,
      ...securityRules(...allowed.slice(0, 1), denyAll),
    }),
  },
  citations: [
    cite('vnet-reference-2026-04-30', 'DNS access'),
    cite('nsg-overview-2025-07-15', 'Azure platform considerations'),
  ],
  run: (context) =>
    perLocation((location) => {
      const servers = location.location.dnsServers.map((text, index) => ({
        text,
        index,
        address: parseAddress(text.trim()),
      }));
      if (!location.rules || (servers.length > 0 && servers.every(isOfAzure))) return [];
      const known = servers.filter((one): one is Server => one.address !== undefined);
      const custom = known.filter((one) => !isOfAzure(one));
      return custom.length === 0
        ? unknownServers(location)
        : lookAtServers(location, custom, context.documentContext?.serverGroups ?? []);
    })(context),
};

const isOfAzure = ({ address }: { readonly address: number | undefined }) =>
  address === hostAddress;

interface Server {
  readonly text: string;
  readonly index: number;
  readonly address: number;
}

function lookAtServers(
  location: LocationContext,
  servers: readonly Server[],
  groups: readonly ServerGroup[],
): Observation[] {
  const queries = servers.map((one) => {
    const side = (network: NetworkFacts) => hostSide([one.address, one.address], network);
    return {
      ...one,
      udp: evaluateQuery(location, side, 'UDP'),
      tcp: evaluateQuery(location, side, 'TCP'),
      arrivals: groups
        .filter((group) => group.servers.includes(one.text))
        .map((group) => arrivalAt(group, one.address, location)),
    };
  });
  const isLost = ({ udp, arrivals }: (typeof queries)[number]) =>
    [udp, ...arrivals.map((one) => one.udp)].some(({ outcome }) => outcome === 'DENIED');
  const mayReachOne =
    location.location.dnsServers.length > servers.length || queries.some((one) => !isLost(one));
  return queries.flatMap(({ text, index, udp, tcp, arrivals }) => {
    const refused = arrivals.flatMap((one) => refusalBy(one, text, location, !mayReachOne));
    const [isUdpLost, isTcpLost] = [isDeniedByRule(udp), isDeniedByRule(tcp)];
    if (!isUdpLost && !isTcpLost) return refused;
    const decisive = isUdpLost ? udp : tcp;
    const fails = udp.outcome === 'DENIED' && !mayReachOne;
    const protocols = [isUdpLost && 'UDP', isTcpLost && 'TCP'].filter(Boolean).join(' and ');
    const consequence = fails
      ? ', so the instance cannot resolve its dependencies'
      : isUdpLost
        ? ''
        : '; answers that are too long for UDP are lost';
    return [
      {
        message: `outbound ${protocols} ${dnsPort} to the DNS server ${text} is ${extent(decisive)} by ${deniedBy(decisive)}${consequence}`,
        path: `${location.path}/dnsServers/${index}`,
        severity: fails ? 'ERROR' : 'WARNING',
        ...(decisive.outcome === 'UNKNOWN' && { outcome: 'NEEDS_REVIEW' }),
        remediation: [
          ...missingAddress(text, undecidedRules(decisive), location),
          `allow ${protocols} ${dnsPort} to ${text} with a smaller priority number`,
        ].join('; or '),
        citations: citationsOf(noteOf('dns-port-53'), noteOf('dns-custom-resolves-azure')),
      },
      ...refused,
    ];
  });
}

interface Arrival {
  readonly group: ServerGroup;
  readonly udp: Evaluation;
  readonly tcp: Evaluation;
}

const arrivalAt = (group: ServerGroup, address: number, location: LocationContext): Arrival => ({
  group,
  udp: evaluateArrival(location, group, address, 'UDP'),
  tcp: evaluateArrival(location, group, address, 'TCP'),
});

/** A group of the server denies the queries: of its subnet, or behind that of its network interface. */
function refusalBy(
  { group, udp, tcp }: Arrival,
  server: string,
  { path }: LocationContext,
  isOnly: boolean,
): Observation[] {
  const lost = [isDeniedByRule(udp) && 'UDP', isDeniedByRule(tcp) && 'TCP'].filter(Boolean);
  const decisive = isDeniedByRule(udp) ? udp : tcp;
  if (lost.length === 0) return [];
  const fails = isOnly && udp.outcome === 'DENIED';
  const protocols = lost.join(' and ');
  return [
    {
      message: `inbound ${protocols} ${dnsPort} from the subnet of the instance to the DNS server ${server} is ${extent(decisive)} by ${deniedBy(decisive)} of ${quoted(group.name)}, the security group of the server${fails ? ', so the instance cannot resolve its dependencies' : ''}`,
      path: decisive.deniedBy.find(({ isDefault }) => !isDefault)?.path ?? `${path}/dnsServers`,
      severity: fails ? 'ERROR' : 'WARNING',
      ...(decisive.outcome === 'UNKNOWN' && { outcome: 'NEEDS_REVIEW' as const }),
      remediation: `in ${quoted(group.name)} allow ${protocols} ${dnsPort} from the subnet of the instance with a smaller priority number`,
      citations: citationsOf(noteOf('dns-port-53'), noteOf('interface-and-subnet-groups')),
    },
  ];
}

/** The rules that may or may not match the query. */
const undecidedRules = ({ deciders }: Evaluation) =>
  deciders.flatMap(({ rule, fraction }) => (fraction === null ? [rule] : []));

function extent({ outcome }: Evaluation): string {
  if (outcome === 'UNKNOWN') return 'perhaps denied';
  return outcome === 'PARTIAL' ? 'denied in part' : 'denied';
}

/** No server is known: reported only if the rules would block every server. */
function unknownServers(location: LocationContext): Observation[] {
  if (!mayDenyQueries(location)) return [];
  const { tags, rules = [] } = location;
  const ends = ['VirtualNetwork', 'Internet'].flatMap((name) => tags.find(name) ?? []);
  const ruleTags = new Set<Tag>();
  for (const { destination } of rules) {
    for (const term of destination) if (term.kind === 'tag') ruleTags.add(term.tag);
  }
  const refused: Evaluation[] = [];
  for (const end of ends) {
    const side = (network: NetworkFacts) => remoteSide([end], [...ruleTags], network);
    const evaluation = evaluateQuery(location, side, 'UDP');
    // Servers at this end are reached, whatever the other one is.
    if (evaluation.outcome === 'ALLOWED') return [];
    refused.push(evaluation);
  }
  const [first] = refused;
  if (!first || refused.some((one) => one.outcome !== 'DENIED' || !isDeniedByRule(one))) return [];
  return [
    {
      message: `outbound UDP ${dnsPort} is denied by ${deniedBy(first)}; the DNS of Azure still works, but custom DNS servers would not be reached`,
      path: first.deniedBy[0]?.path || `${location.path}/networkSecurityGroup`,
      severity: 'INFO',
      remediation: `before you set custom DNS servers, allow UDP and TCP ${dnsPort} to them`,
      citations: citationsOf(noteOf('dns-port-53'), noteOf('dns-platform-traffic')),
    },
  ];
}
