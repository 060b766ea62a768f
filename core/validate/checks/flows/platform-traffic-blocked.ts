import { cite } from '../../../../data/cite.ts';
import { dnsPort } from '../../../../data/index.ts';
import { isEmptyPart } from '../../../network/address-part.ts';
import { isEverything } from '../../../network/address-term.ts';
import { localSide } from '../../../network/flow-ends.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { has } from '../../../network/sets/interval-set.ts';
import { hostAddress, parseAddress } from '../../../network/sets/ipv4.ts';
import { portSet } from '../../../network/sets/ports.ts';
import { coverAll } from '../../../network/side.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';

const dnsTag = 'AzurePlatformDNS';
const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const platformTrafficBlocked: Check = {
  id: 'platform-traffic-blocked',
  title: 'Traffic of the Azure platform is denied',
  severity: 'ERROR',
  summary: `A rule denies ${dnsTag}, and the virtual network resolves names with the DNS that Azure provides.`,
  rationale:
    'Rules such as DenyAll do not affect the DNS that Azure provides. Only a rule for its service tag blocks it, and then no name is resolved unless the virtual network has its own DNS servers.',
  avoid: `a rule that denies ${dnsTag} on a virtual network without its own DNS servers`,
  prefer: 'no rule for the tags of the platform',
  examples: {
    good: example(
      'DenyAll does not affect it',
      securityRules(management, outbound('DenyAll', 4096, 'DENY', '*', dnsPort, { protocol: '*' })),
    ),
    bad: example(
      'a rule denies its tag',
      securityRules(management, outbound('DenyNames', 200, 'DENY', dnsTag, '*', { protocol: '*' })),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Azure platform considerations')],
  run: perLocation((location) => {
    const rule = usesPlatformDns(location) ? denier(location) : undefined;
    return rule
      ? [
          {
            message: `rule ${rule.name} (priority ${rule.priority ?? 'unknown'}) denies ${dnsTag}, and the virtual network has no other DNS server, so the instance resolves no name`,
            path: rule.path || `${location.path}/networkSecurityGroup`,
            remediation:
              'remove the rule, or set DNS servers on the virtual network and allow them',
            citations: citationsOf(noteOf('dns-platform-traffic'), noteOf('dns-port-53')),
          },
        ]
      : [];
  }),
};

const usesPlatformDns = ({ location: { dnsServers } }: LocationContext) =>
  dnsServers.every((text) => parseAddress(text.trim()) === hostAddress);

const isForDns = ({ destination }: SecurityRule) =>
  destination.some((term) => term.kind === 'tag' && term.tag.name === dnsTag);

/** The rule that denies queries by the tag, unless an earlier rule lets everything pass. */
function denier({ rules = [], network }: LocationContext): SecurityRule | undefined {
  const [port] = portSet([dnsPort]);
  const local = localSide(network);
  const first = rules
    .filter(
      ({ direction, protocol, destinationPorts, source }) =>
        direction === 'OUTBOUND' &&
        (protocol === 'ANY' || protocol === 'UDP') &&
        has(destinationPorts ?? [], port as number) &&
        !isEmptyPart(coverAll(local, source).maybe),
    )
    .find(
      (rule) => isForDns(rule) || (rule.access !== 'DENY' && rule.destination.some(isEverything)),
    );
  return first?.access === 'DENY' ? first : undefined;
}
