/** The commands but check: what they print, and what they say to wrong input. */

import { expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork } from '../../support/networks.ts';

it.each([
  ['rules westeurope', /^\| .*Storage/m],
  ['rules "West Europe" northeurope --format bicep', /northeurope/],
  ['rules westeurope --tier premium-v2 --mode internal --format csv', /Storage/],
  ['rules westeurope --regional-tags --format terraform', /"Storage\.WestEurope"/],
  [
    'ports',
    /^3443 +inbound +TCP +ApiManagement +VirtualNetwork +required +2023-01-06 +management-endpoint$/m,
  ],
  ['ports --edition 2019-09-09', /1433/],
  ['region westeurope', /^SERVICE TAG +ApiManagement\.WestEurope$/m],
  ['subnet --tier premium --mode external --units 4 --prefix-length 27', /^IN A \/27 +fits/m],
  ['tunnel westeurope', /ApiManagement/],
  ['tunnel westeurope --hosts', /^[a-z0-9.-]+\.[a-z]+$/m],
  ['dns contoso 10.0.1.5', /^contoso\.azure-api\.net +@ +10\.0\.1\.5 +/m],
  ['lookup 168.63.129.16', /^.+\.$/m],
  ['search redis', /^port-rule external-cache: .+, optional since 2023-01-06$/m],
  ['explain', /^CHECK +SEVERITY +TITLE\n(?:[a-z0-9-]+ +(?:error|warning|info) +.+\n){50,}$/],
  ['explain rule-shadowed', /^check rule-shadowed: [\s\S]*^Avoid: [\s\S]*^Prefer: /m],
  ['explain shadowed', /^check rule-shadowed: /],
  ['explain storage', /Sources:\n {2}/],
  ['explain smtp', /^Status: removed since 2023-01-06$/m],
  ['--help', /Commands:/],
  ['check --help', /Exit codes:/],
  ['--version', /^0\.0\.0\n$/],
])('apim-atlas %s', async (line, expected) => {
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const { code, out } = await command('/', args);
  expect(out).toMatch(expected);
  expect(code).toBe(0);
});

it.each([
  ['rules westeurop', /westeurope/],
  ['rules westeurope --tier premum', /nearest: premium/],
  ['ports --edition 2001-01-01', /accepted: .*2019-09-09/],
  ['subnet --tier premium', /required option '--mode/],
  ['lookup contoso', /contoso/],
  ['explain shadowed-rul', /nearest: /],
  ['rule westeurope', /Did you mean rules\?/],
  ['dns 1 10.0.1.5', /instance/],
])('apim-atlas %s says what to do instead', async (line, expected) => {
  const { code, err } = await command('/', line.split(' '));
  expect(err).toMatch(expected);
  expect(code).toBe(2);
});

it('says by its exit code that units do not fit into a subnet', async () => {
  const line = 'subnet --tier premium --mode external --units 40 --prefix-length 28';
  const { code, out } = await command('/', line.split(' '));
  expect(out).toMatch(/^IN A \/28 +does not fit/m);
  expect(code).toBe(1);
});

it('says which addresses a change changes', async () => {
  const folder = folderWith({
    'before.bicep': bicepNetwork(),
    'after.bicep': bicepNetwork().replace("'External'", "'Internal'"),
  });
  const { code, out } = await command(folder, ['ip-impact', 'before.bicep', 'after.bicep']);
  expect(out).toMatch(/^westeurope +changes +changes +/m);
  expect(out).toMatch(/^1\. /m);
  expect(code).toBe(0);
});

it.each([
  ['no deployment', { 'a.bicep': 'param a string' }, /no deployment of API Management/],
  ['a missing file', {}, /no file or folder/],
])('says why addresses cannot be compared: %s', async (_, files, expected) => {
  const { code, err } = await command(folderWith(files), ['ip-impact', 'a.bicep', 'a.bicep']);
  expect(err).toMatch(expected);
  expect(code).toBe(2);
});

it.each([
  [[''], ['check', 'rules', 'ip-impact', 'completion']],
  [['ch'], ['check']],
  [['check', '--for'], ['--format']],
  [['check', '--format', 'ju'], ['junit']],
  [['rules', 'westeurope', '--tier', 'premium-v'], ['premium-v2']],
  [['check', 'infra/'], []],
])('completes %j', async (words, expected) => {
  const { out } = await command('/', ['complete', '--', ...words]);
  const lines = out.split('\n').filter((line) => line !== '');
  expect(lines).toEqual(words[0] === '' ? expect.arrayContaining(expected) : expected);
});

it.each(['bash', 'zsh', 'fish', 'powershell'])(
  'prints the completion script of %s',
  async (shell) => {
    const { out } = await command('/', ['completion', shell]);
    expect(out).toContain('apim-atlas complete --');
  },
);
