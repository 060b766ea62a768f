/** Flows files: what is read, and mistakes by file, line and column. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FlowsFileError, readFlowsFile } from '../../../../core/validate/own-flows/flows-file.ts';
import { flowsFileSchema } from '../../../../core/validate/own-flows/flows-shape.ts';

const file = `# yaml-language-server: $schema=https://example.org/flows.json
flows:
  - name: only Front Door calls
    only: { from: AzureFrontDoor.Backend, ports: 443 }
    of: { from: Internet, ports: 443 }
    reason: the firewall is there
    owner: platform team
  - name: backends
    allow:
      - { to: 10.20.2.0/24, ports: 8443, protocol: TCP }
      - { to: [10.20.3.4, Sql.WestEurope], ports: [1433, 11000-11999] }
    reason: the orders
`;

it('is read with its lines', () => {
  expect(readFlowsFile(file, 'f.yaml').flows).toEqual([
    {
      name: 'only Front Door calls',
      only: [{ from: ['AzureFrontDoor.Backend'], ports: ['443'] }],
      of: [{ from: ['Internet'], ports: ['443'] }],
      reason: 'the firewall is there',
      owner: 'platform team',
      sourceLocation: { file: 'f.yaml', line: 3, column: 5 },
    },
    {
      name: 'backends',
      allow: [
        { to: ['10.20.2.0/24'], ports: ['8443'], protocol: 'TCP' },
        { to: ['10.20.3.4', 'Sql.WestEurope'], ports: ['1433', '11000-11999'] },
      ],
      reason: 'the orders',
      sourceLocation: { file: 'f.yaml', line: 8, column: 5 },
    },
  ]);
});

const refusalOf = (text: string): string => {
  try {
    readFlowsFile(text, 'f.yaml');
  } catch (error) {
    if (error instanceof FlowsFileError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
};

const flow = (lines: string) => `flows:\n  - name: one\n    reason: because\n    ${lines}\n`;

describe('a mistake has its line, what was given and what is accepted', () => {
  it.each([
    [
      'both ends',
      flow('deny: { from: "*", to: "*" }'),
      'f.yaml:4:11: a packet set has one far end: given "from and to"; accepted: from, for packets into the subnet, to, for packets out of it',
    ],
    [
      'a port',
      flow('deny: { from: "*", ports: 70000 }'),
      'f.yaml:4:31: flows.0.deny.ports: Too big: expected number to be <=65535: given 70000',
    ],
    [
      'a protocol',
      flow('deny: { from: "*", protocol: tpc }'),
      'f.yaml:4:34: there is no such protocol: given "tpc"; accepted: TCP, UDP, ICMP, ESP, AH, ANY',
    ],
    [
      'a range',
      flow('deny:\n      - { from: "*", ports: 90-80 }'),
      'f.yaml:5:29: not a port: given "90-80"; accepted: a port from 0 to 65535, a range such as 6381-6383, *',
    ],
    [
      'a key',
      flow('deny: { form: "*" }'),
      'f.yaml:4:19: there is no such key: given "form"; accepted: from, to, ports, protocol; nearest: from',
    ],
    [
      'a key of a flow',
      flow('denie: { from: "*" }'),
      'f.yaml:4:12: there is no such key: given "denie"; accepted: name, allow, deny, only, of, reason, owner; nearest: deny',
    ],
    [
      'a key like none',
      flow('deny: { from: "*", comment: x }'),
      'f.yaml:4:33: there is no such key: given "comment"; accepted: from, to, ports, protocol',
    ],
    [
      'a key of the file',
      'flow: []\n',
      'f.yaml:1:1: flows is missing; accepted: a list\nf.yaml:1:7: there is no such key: given "flow"; accepted: flows; nearest: flows',
    ],
    [
      'a list alone',
      '- 1\n',
      'f.yaml:1:1: the file has another kind of value: given [1]; accepted: the key flows with a list below it',
    ],
    ['an empty file', '', 'f.yaml:1:1: flows is missing; accepted: a list'],
    [
      'a text',
      'flows: yes please\n',
      'f.yaml:1:8: flows has another kind of value: given "yes please"; accepted: a list',
    ],
    [
      'no reason',
      'flows:\n  - name: one\n    deny: { from: "*" }\n',
      'f.yaml:2:5: reason is missing; accepted: a text',
    ],
    [
      'a text for packets',
      flow('deny: Internet'),
      'f.yaml:4:11: flows.0.deny has another kind of value: given "Internet"; accepted: from or to, ports, protocol',
    ],
    [
      'a number for an address',
      flow('deny: { from: 10.1 }'),
      'f.yaml:4:19: flows.0.deny.from has another kind of value: given 10.1; accepted: a text or a list of texts',
    ],
    [
      'syntax',
      'flows: [\n',
      'f.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('%s', (_, text, message) => {
    expect(refusalOf(text)).toBe(message);
  });

  it('also for several flows at once', () => {
    const text = `${flow('deny: { from: "*", protocol: TCPP }')}  - name: one\n    reason: x\n    allow: { to: "*" }\n`;
    expect(refusalOf(text).split('\n')).toEqual([
      'f.yaml:4:34: there is no such protocol: given "TCPP"; accepted: TCP, UDP, ICMP, ESP, AH, ANY; nearest: TCP',
      'f.yaml:5:11: two flows have one name: given "one"; accepted: a name that no other flow has',
    ]);
  });

  it('aliases do not make it huge', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`)}]`)
      .join('\n')}\nflows: []\n`;
    expect(refusalOf(bomb)).toMatch(/^f\.yaml: .*alias/);
  });
});

describe('the JSON Schema', () => {
  const isValid = new Ajv2020({ allowUnionTypes: true }).compile(flowsFileSchema());

  it('takes what is read', () => {
    expect(isValid(parse(file))).toBe(true);
  });

  it.each([
    ['both ends', flow('deny: { from: "*", to: "*" }')],
    ['no end', flow('deny: { ports: 22 }')],
    ['an unknown key', flow('deny: { form: "*" }')],
    ['two kinds', flow('deny: { from: "*" }\n    allow: { from: "*" }')],
    ['no reason', 'flows:\n  - name: one\n    deny: { from: "*" }\n'],
  ])('refuses %s', (_, text) => {
    expect(isValid(parse(text))).toBe(false);
  });
});
