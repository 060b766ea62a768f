/** What is refused of own flows, with what was given, what is accepted and what comes nearest. */

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import type { OwnFlowInput } from '../../../../core/validate/own-flows/own-flow.ts';
import { reportOn } from '../../../support/own-flows.ts';

const flow = (fields: Partial<OwnFlowInput>): OwnFlowInput => ({
  name: 'promise',
  reason: 'because',
  ...fields,
});
const from = (far: string) => ({ deny: [{ from: [far] }] });

function refusalOf(flows: readonly OwnFlowInput[]) {
  try {
    reportOn(flows, { rules: [] });
  } catch (error) {
    if (error instanceof InputError) return { path: error.path.join('/'), message: error.message };
    throw error;
  }
  return undefined;
}

describe('a flow is refused', () => {
  it.each<[about: string, fields: Partial<OwnFlowInput>, path: string, message: string]>([
    [
      'with nothing to say',
      {},
      'flows/0',
      'a flow says one thing: given "none of them"; accepted: exactly one of allow, deny, only',
    ],
    [
      'with two things to say',
      { ...from('Internet'), allow: [{ from: ['*'] }] },
      'flows/0',
      'a flow says one thing: given "allow and deny"; accepted: exactly one of allow, deny, only',
    ],
    [
      'with of and no only',
      { ...from('Internet'), of: [{ from: ['*'] }] },
      'flows/0/of',
      'of belongs to only: given "of with deny"; accepted: of with only, or no of',
    ],
    [
      'with both ends',
      { deny: [{ from: ['*'], to: ['*'] }] },
      'flows/0/deny/0',
      'a packet set has one far end: given "from and to"; accepted: from, for packets into the subnet, to, for packets out of it',
    ],
    [
      'with no end',
      { deny: [{ ports: ['22'] }] },
      'flows/0/deny/0',
      'a packet set has one far end: given "neither from nor to"; accepted: from, for packets into the subnet, to, for packets out of it',
    ],
    [
      'with two directions',
      { only: [{ from: ['*'] }], of: [{ to: ['*'] }] },
      'flows/0/of/0/to',
      'the packets of a flow have one direction: given "from and to"; accepted: only from, for inbound packets, only to, for outbound packets',
    ],
    [
      'without an address',
      { deny: [{ from: [] }] },
      'flows/0/deny/0/from',
      'a list has 1 to 100 addresses or service tags: given 0; accepted: 1 to 100 addresses or service tags',
    ],
    [
      'without a packet set',
      { allow: [] },
      'flows/0/allow',
      'a list has 1 to 20 packet sets: given 0; accepted: 1 to 20 packet sets',
    ],
    [
      'with a service tag that does not exist',
      from('AzureFrontdor.Backend'),
      'flows/0/deny/0/from',
      '"AzureFrontdor.Backend" is neither an address nor a service tag of PUBLIC: given "AzureFrontdor.Backend"; accepted: an address, a prefix such as 10.1.0.0/16, a service tag, or *; nearest: AzureFrontDoor.Backend',
    ],
    [
      'with host bits',
      from('10.1.0.4/16'),
      'flows/0/deny/0/from',
      '"10.1.0.4/16" has host bits set; the prefix is 10.1.0.0/16: given "10.1.0.4/16"; accepted: an address, a prefix such as 10.1.0.0/16, a service tag, or *',
    ],
    [
      'with an address of IPv6',
      from('2001:db8::/32'),
      'flows/0/deny/0/from',
      'only IPv4 packets are judged: given "2001:db8::/32"; accepted: an address, a prefix such as 10.1.0.0/16, a service tag, or *',
    ],
    [
      'with a tag of the host',
      { deny: [{ to: ['AzurePlatformDNS'] }] },
      'flows/0/deny/0/to',
      'traffic of this tag is not judged: given "AzurePlatformDNS"; accepted: an address, a prefix such as 10.1.0.0/16, a service tag, or *',
    ],
    [
      'to an address of the host',
      { allow: [{ to: ['168.63.129.16/32'] }] },
      'flows/0/allow/0/to',
      'security rules do not filter traffic to this address of the platform: given "168.63.129.16/32"; accepted: addresses other than 168.63.129.16 and 169.254.169.254; the services of these are closed only by rules for AzurePlatformDNS, AzurePlatformIMDS and AzurePlatformLKM',
    ],
    ...[
      '168.63.129.16/31',
      '168.63.129.0/24',
      '169.254.169.0/24',
      '169.254.0.0-169.254.255.255',
    ].map((far): [string, Partial<OwnFlowInput>, string, string] => [
      `to ${far}, which holds an address of the host`,
      { deny: [{ to: [far] }] },
      'flows/0/deny/0/to',
      `the prefix contains an address of the platform, traffic to which security rules do not filter: given "${far}"; accepted: addresses other than 168.63.129.16 and 169.254.169.254; the services of these are closed only by rules for AzurePlatformDNS, AzurePlatformIMDS and AzurePlatformLKM`,
    ]),
    [
      'with an expression',
      from("[parameters('x')]"),
      'flows/0/deny/0/from',
      '"[parameters(\'x\')]" is neither an address nor a service tag of PUBLIC: given "[parameters(\'x\')]"; accepted: an address, a prefix such as 10.1.0.0/16, a service tag, or *',
    ],
    [
      'with a port that is none',
      { deny: [{ from: ['*'], ports: ['70000'] }] },
      'flows/0/deny/0/ports',
      'not a port: given "70000"; accepted: a port from 0 to 65535, a range such as 6381-6383, *',
    ],
    [
      'with a protocol that is none',
      { deny: [{ from: ['*'], protocol: 'TCPP' }] },
      'flows/0/deny/0/protocol',
      'there is no such protocol: given "TCPP"; accepted: TCP, UDP, ICMP, ESP, AH, ANY; nearest: TCP',
    ],
    [
      'with ports of a protocol that has none',
      { deny: [{ from: ['*'], ports: ['1'], protocol: 'ICMP' }] },
      'flows/0/deny/0/ports',
      'ICMP has no ports: given "1"; accepted: no ports, the protocol TCP, UDP or ANY',
    ],
    [
      'without a reason',
      { ...from('*'), reason: ' ' },
      'flows/0/reason',
      'the text is empty: given " "; accepted: 1 to 500 characters',
    ],
  ])('%s', (_, fields, path, message) => {
    expect(refusalOf([flow(fields)])).toEqual({ path, message });
  });

  it('with the name of another', () => {
    const { path } = refusalOf([flow(from('*')), flow(from('Internet'))]) ?? {};
    expect(path).toBe('flows/1/name');
  });

  it('beyond the 100th', () => {
    const many = Array.from({ length: 101 }, (_, index) =>
      flow({ name: `${index}`, ...from('*') }),
    );
    expect(refusalOf(many)?.message).toBe('too many flows: given 101; accepted: at most 100 flows');
    expect(refusalOf(many.slice(1))).toBeUndefined();
  });

  it('with all mistakes at once', () => {
    const message = refusalOf([
      flow({ name: 'a' }),
      flow({ name: 'b', deny: [{ from: ['*'], protocol: 'x' }] }),
    ])?.message;
    expect(message).toMatch(/^2 mistakes: \(1\) a flow says one thing.*\(2\) there is no such/);
  });
});

it('judges of a large prefix what rules filter', () => {
  const [result] = reportOn([flow({ deny: [{ to: ['168.0.0.0/8'], ports: ['80'] }] })], {
    rules: [
      ['host', 100, 'OUTBOUND', 'ALLOW', '*', '*', '168.63.129.16/32', '80'],
      ['rest', 200, 'OUTBOUND', 'DENY', '*', '*', '*', '80'],
    ],
  }).ownFlows;
  expect(result?.outcome).toBe('HOLDS');
});

it('takes an address of the host as the source of probes', () => {
  const [result] = reportOn([flow({ allow: [{ from: ['168.63.129.16'], ports: ['6390'] }] })], {
    rules: [],
  }).ownFlows;
  expect(result?.outcome).toBe('HOLDS');
});

it.each(['tcp', 'Tcp', 'TCP'])('takes the protocol in any case: %s', (protocol) => {
  const [result] = reportOn([flow({ deny: [{ from: ['*'], ports: ['22'], protocol }] })], {
    platform: 'STV1',
  }).ownFlows;
  expect(result?.broken[0]?.protocols).toEqual(['TCP']);
});
