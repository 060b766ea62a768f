/** What `--why` takes as a packet or a rule, and what it refuses. */

import { describe, expect, it } from 'vitest';
import { readWhySubject } from '../../../../core/validate/why/subject.ts';

describe('what is asked', () => {
  const packet = {
    kind: 'packet',
    protocol: 'TCP',
    source: { kind: 'address', address: 0x0a000104 },
    destination: { kind: 'address', address: 0x0d456800 },
    sourcePort: undefined,
    destinationPort: 1433,
  };
  it.each([
    ['tcp 10.0.1.4 -> 13.69.104.0:1433', packet],
    ['10.0.1.4 -> 13.69.104.0 tcp/1433', packet],
    ['  10.0.1.4→13.69.104.0:1433 TCP', packet],
    ['10.0.1.4:50000 -> 13.69.104.0:1433 tcp', { ...packet, sourcePort: 50_000 }],
    [
      'TCP the subnet -> Sql:1433',
      { ...packet, source: { kind: 'subnet' }, destination: { kind: 'tag', name: 'Sql' } },
    ],
    ['icmp 10.0.1.4 -> 13.69.104.0', { ...packet, protocol: 'ICMP', destinationPort: undefined }],
    ['rule:Deny Sql ', { kind: 'rule', name: 'Deny Sql' }],
    ['RULE: DenySql', { kind: 'rule', name: 'DenySql' }],
  ])('is read from %j', (text, expected) => {
    expect(readWhySubject(text)).toEqual(expected);
  });

  it.each([
    ['rule:', 'the name of the rule is missing'],
    ['DenySql', 'neither a packet nor a rule'],
    ['tcp 10.0.1.4 -> 10.0.1.5 -> 10.0.1.6:80', 'neither a packet nor a rule'],
    ['tpc 10.0.1.4 -> 13.69.104.0:1433', 'protocol'],
    ['10.0.1.4 -> 13.69.104.0:1433', 'protocol'],
    ['tcp 10.0.1.4 -> 13.69.104.0', 'the destination port is missing'],
    ['tcp 10.0.1.4 -> 13.69.104.0:65536', '"65536" is not a port'],
    ['icmp 10.0.1.4 -> 13.69.104.0:80', 'ICMP has no ports'],
    ['tcp 10.0.1 -> 13.69.104.0:80', 'an end of the packet cannot be read'],
    ['tcp 10.0.1.4 -> fe80::1', 'an end of the packet cannot be read'],
  ])('is refused with what is accepted: %j', (text, reason) => {
    expect(() => readWhySubject(text)).toThrow(reason);
    expect(() => readWhySubject(text)).toThrow(/accepted: /);
  });
});
