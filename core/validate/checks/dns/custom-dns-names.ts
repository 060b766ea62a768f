import { hostAddress, parseAddress } from '../../../network/sets/ipv4.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

const resolves = 'dns-custom-resolves-azure';

export const customDnsNames: Check = {
  id: 'custom-dns-names',
  title: 'Custom DNS servers must resolve the names of Azure',
  severity: 'INFO',
  summary:
    'The virtual network has its own DNS servers, which must resolve every host name that the instance uses.',
  rationale:
    'The input does not say what the servers answer. If they do not forward names they do not know to Azure DNS, the instance cannot find its dependencies although every rule allows them.',
  avoid: 'DNS servers that answer only for names of your own',
  prefer: 'DNS servers that forward all other names to 168.63.129.16',
  examples: {
    good: example('the DNS of Azure', { dnsServers: ['168.63.129.16'] }),
    bad: example('a custom server', { dnsServers: ['10.0.0.4'] }),
  },
  citations: noteOf(resolves).citations,
  run: perLocation(({ location, flows, path }) => {
    const servers = location.dnsServers.filter((text) => parseAddress(text.trim()) !== hostAddress);
    const services = flows.filter(
      ({ direction, necessity, remote }) =>
        direction === 'OUTBOUND' &&
        necessity === 'REQUIRED' &&
        !['VirtualNetwork', 'Internet'].includes(remote[0]?.name ?? ''),
    );
    if (servers.length === 0 || services.length === 0) return [];
    const titles = [...new Set(services.map(({ rule }) => rule.title))];
    return [
      {
        message: `the DNS servers ${listing(servers)} must resolve the host names of ${listing(titles, 10)}, and those that certificates are checked at`,
        path: `${path}/dnsServers`,
        remediation:
          'forward names that the servers do not know to 168.63.129.16; the query dnsPlan lists the names of the instance',
        citations: citationsOf(noteOf(resolves)),
      },
    ];
  }),
};
