/** `apim-atlas check` with a flows file: where it is read from, what each format says, and mistakes in it. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, bicepRule, denySql } from '../../support/networks.ts';
import { sarifMistakes } from '../../support/sarif-schema.ts';

const ssh = bicepRule('ssh', {
  priority: 130,
  direction: 'Inbound',
  sourceAddressPrefix: '203.0.113.0/24',
  destinationAddressPrefix: '*',
  destinationPortRange: '22',
});
const network = bicepNetwork([ssh]);
const lineOfSsh = network.slice(0, network.indexOf("{\n        name: 'ssh'")).split('\n').length;

const flows = `flows:
  - name: nothing but 443 from the Internet
    only: { from: [Internet], ports: [443, 3443] }
    of: { from: Internet }
    reason: policy 7
    owner: platform team
  - name: the backend is reached
    allow: { to: 10.0.2.0/24, ports: 8443, protocol: TCP }
    reason: orders
  - name: a peer is reached
    allow: { to: 10.20.2.0/24, ports: 8443, protocol: TCP }
    reason: stock
`;
const files = { 'main.bicep': network, 'apim-atlas.flows.yaml': flows };
const flowChecks = (text: string) => text.match(/own-flow-\w+/g) ?? [];

it('names each mistake in the file on a line of its own', async () => {
  const wrong = 'flows:\n  - name: a\n    why: orders\n    deny: { to: Internet }\n';
  const { code, err } = await command(
    folderWith({ 'main.bicep': network, 'apim-atlas.flows.yaml': wrong }),
    ['check'],
  );
  expect([code, err.split('\n')]).toEqual([
    2,
    [
      'error: apim-atlas.flows.yaml:2:5: reason is missing; accepted: a text',
      expect.stringMatching(/^apim-atlas\.flows\.yaml:3:10: there is no such key: given "why"/),
      '',
    ],
  ]);
});

it('lets no control character of a message through', async () => {
  const { err } = await command('/', ['lookup', '\u001b[31m']);
  expect(err).not.toContain('\u001b');
});

describe('the flows', () => {
  it('of the repository are judged, and where a rule breaks one, it has its line', async () => {
    const { code, out } = await command(folderWith(files), ['check', '--format', 'json']);
    const [{ verdict, ownFlows, findings }] = JSON.parse(out).deployments;
    expect([code, verdict]).toEqual([1, 'FAIL']);
    expect(
      ownFlows.map((one: Record<string, unknown>) => [one.name, one.outcome, one.location]),
    ).toEqual([
      [
        'nothing but 443 from the Internet',
        'BROKEN',
        { file: 'apim-atlas.flows.yaml', line: 2, column: 5 },
      ],
      ['the backend is reached', 'HOLDS', { file: 'apim-atlas.flows.yaml', line: 7, column: 5 }],
      ['a peer is reached', 'UNDECIDED', { file: 'apim-atlas.flows.yaml', line: 10, column: 5 }],
    ]);
    expect(ownFlows[0].broken).toMatchObject([
      { sourcePrefixes: ['203.0.113.0/24'], destinationPorts: ['22'], decidedBy: ['ssh'] },
    ]);
    expect(
      findings.find(({ checkId }: { checkId: string }) => checkId === 'own-flow-open'),
    ).toEqual(
      expect.objectContaining({
        ownFlow: 'nothing but 443 from the Internet',
        severity: 'ERROR',
        outcome: 'FAIL',
        rules: ['ssh'],
        location: { file: 'main.bicep', line: lineOfSsh, column: 7 },
        message:
          '"nothing but 443 from the Internet": inbound TCP 22 from 203.0.113.0/24 passes by rule ssh (priority 130), for example 203.0.113.10:50000 -> 10.0.1.4:22 tcp. Reason: policy 7 (owner: platform team)',
        remediation: 'narrow or remove ssh, or list these packets in the flow',
      }),
    );
  });

  it('are those of the file that --flows names, relative to the folder of the command', async () => {
    const folder = folderWith({ ...files, 'more/other.yaml': 'flows: []\n', '.git/HEAD': '' });
    const { out } = await command(join(folder, 'more'), [
      'check',
      '..',
      '--flows',
      'other.yaml',
      '--format',
      'json',
    ]);
    expect(JSON.parse(out).deployments[0].ownFlows).toEqual([]);
  });

  it('are those at the top of the repository, whatever folder is checked', async () => {
    const folder = folderWith({ ...files, 'infra/main.bicep': network, '.git/HEAD': '' });
    const { out } = await command(join(folder, 'infra'), ['check', '--format', 'json']);
    expect(JSON.parse(out).deployments[0].ownFlows).toHaveLength(3);
  });

  it('are ignored by a comment, as all findings', async () => {
    const comment = '      // apim-atlas-ignore own-flow-open: until the bastion is there\n';
    const text = network.replace(ssh, `${comment}${ssh}`);
    const { out } = await command(folderWith({ ...files, 'main.bicep': text }), ['check']);
    expect(out).toContain('1 ignored');
    expect(flowChecks(out)).toEqual(['own-flow-undecided']);
  });
});

describe('each format has them', () => {
  it('text', async () => {
    const { out } = await command(folderWith(files), ['check', '--verbose']);
    expect(out).toContain('\nown flows: 1 holds, 1 is broken and 1 is undecided\n');
    expect(out).toContain('  holds     westeurope the backend is reached: all of it passes\n');
    expect(out).toContain('error[own-flow-open]');
  });

  it('Markdown', async () => {
    const { out } = await command(folderWith(files), ['check', '--format', 'markdown']);
    expect(out).toContain('\nOwn flows: 1 holds, 1 is broken and 1 is undecided\n');
    expect(out).toContain('Own flow is broken: nothing but 443 from the Internet');
  });

  it('JUnit, with a test for each', async () => {
    const { out } = await command(folderWith(files), ['check', '--format', 'junit']);
    const cases = out.match(/<testcase [^>]*name="flow: [^\n]*/g) ?? [];
    expect(cases).toHaveLength(3);
    expect(cases[0]).toMatch(/name="flow: nothing but 443[^>]*><failure type="own-flow-open"/);
    expect(cases[1]).toMatch(/name="flow: the backend is reached \(westeurope\)"\/>$/);
    expect(cases[2]).toMatch(/><skipped message="[^"]*it depends on whether VirtualNetwork/);
    expect(out).toMatch(/failures="1" errors="0" skipped="1"/);
  });

  it('SARIF, at the rule that breaks it', async () => {
    const { out } = await command(folderWith(files), ['check', '--format', 'sarif']);
    const log = JSON.parse(out);
    const result = log.runs[0].results.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'own-flow-open',
    );
    expect(sarifMistakes(log)).toEqual([]);
    expect(result.level).toBe('error');
    expect(result.locations[0].physicalLocation.region.startLine).toBe(lineOfSsh);
  });
});

describe('a mistake', () => {
  it.each([
    [
      'in the text',
      'flows:\n  - name: a\n    deny: { form: Internet }\n    reason: b\n',
      'apim-atlas.flows.yaml:3:19: there is no such key: given "form"; accepted: from, to, ports, protocol; nearest: from',
    ],
    [
      'in a service tag',
      'flows:\n  - name: a\n    deny: { from: Internett }\n    reason: b\n',
      'apim-atlas.flows.yaml:3:19: "Internett" is neither an address nor a service tag of PUBLIC: given "Internett"; accepted: an address, a prefix such as 10.1.0.0/16, a service tag, or *; nearest: Internet',
    ],
  ])('%s has its line, and nothing is judged', async (_, text, message) => {
    const folder = folderWith({ ...files, 'apim-atlas.flows.yaml': text });
    const { code, out, err } = await command(folder, ['check']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('in the name of the file', async () => {
    const { code, err } = await command(folderWith(files), ['check', '--flows', 'none.yaml']);
    expect([code, err]).toEqual([2, 'error: there is no file none.yaml\n']);
  });

  it('is a folder', async () => {
    const folder = folderWith(files);
    mkdirSync(join(folder, 'flows'));
    const { code, err } = await command(folder, ['check', '--flows', 'flows']);
    expect([code, err]).toEqual([2, 'error: flows is a folder; --flows names a file\n']);
  });
});

it('are not broken by edits', async () => {
  const main = bicepNetwork([denySql]);
  const folder = folderWith({
    'main.bicep': main,
    'apim-atlas.flows.yaml': `flows:
  - name: no database
    deny: { to: Sql, ports: 1433 }
    reason: policy 8
`,
  });
  const { err } = await command(folder, ['check', '--fix']);
  expect(err).toMatch(/^not fixed: main\.bicep: /);
  expect(readFileSync(join(folder, 'main.bicep'), 'utf8')).toBe(main);
});
