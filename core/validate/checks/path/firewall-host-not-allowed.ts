import { cite } from '../../../../data/cite.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type HostsAtFirewall, hostsInDoubt } from '../../path/firewall-steps.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { throughFirewall } from '../kit/firewall-example.ts';
import { listing } from '../kit/rule-labels.ts';
import { describeRoutes, tunneled } from '../kit/tunnel.ts';

export const firewallHostNotAllowed: Check = {
  id: 'firewall-host-not-allowed',
  title: 'The firewall does not allow documented host names for certain',
  severity: 'WARNING',
  summary:
    'Routes lead traffic to an Azure Firewall of the input, whose rules do not allow every host name that the documents ask for.',
  rationale:
    'In addition to the rows of the port table, the network reference names hosts for diagnostics, certificates and updates of the machines. Their addresses are not documented, so only a rule by host name, or one for every address, allows them for certain.',
  avoid: 'network rules by service tag alone',
  prefer: 'an application rule with the host names that the query forcedTunneling lists',
  examples: {
    good: throughFirewall('rules allow every address', [
      'AllowWeb',
      'Allow',
      ['*'],
      ['80', '443', '1433', '1886'],
    ]),
    unsure: throughFirewall('rules by tag only', [
      'AllowDependencies',
      'Allow',
      ['Storage', 'AzureKeyVault', 'AzureMonitor', 'Sql'],
      ['443', '1886', '1433'],
    ]),
  },
  citations: [
    cite('vnet-reference-2026-04-30', 'Internal infrastructure and diagnostics'),
    cite('internal-mode-2026-08-24', 'Force tunnel traffic'),
  ],
  run: perLocation((location) => {
    if (!tunneled(location)) return [];
    const groups = Map.groupBy(hostsInDoubt(location), ({ firewall }) => firewall);
    return [...groups.values()].map((all) => {
      const [first] = all as [HostsAtFirewall];
      const hosts = new Set(all.flatMap((one) => one.hosts.map((host) => `${host}:${one.port}`)));
      return {
        message: `${describeRoutes(first.routes)} leads to the firewall ${first.firewall?.name}, whose rules do not allow for certain ${listing([...hosts])}`,
        path: first.firewall?.path ?? `${location.path}/routeTable`,
        outcome: 'NEEDS_REVIEW' as const,
        remediation: `allow in an application rule of ${first.firewall?.name} for the subnet: ${[...hosts].join(', ')}`,
        citations: citationsOf(
          noteOf('tunneled-dependencies-reachable'),
          noteOf('firewall-application-rules'),
          ...all.map(({ endpoint }) => endpoint),
        ),
      };
    });
  }),
};
