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

it('compares addresses with the values of parameters, and names a region that is open', async () => {
  const open = bicepNetwork().replaceAll("'westeurope'", 'where');
  const folder = folderWith({ 'main.bicep': `param where string\n${open}` });
  const args = ['ip-impact', 'main.bicep', 'main.bicep'];
  const { code, err } = await command(folder, args);
  expect([code, err]).toEqual([2, expect.stringMatching(/region .* is not known.*--param/)]);
  const given = await command(folder, [...args, '--param', 'where=westeurope']);
  expect([given.code, given.out]).toEqual([0, expect.stringMatching(/^westeurope +stays/m)]);
});

it.each([
  [['rules'], '(apim-atlas rules --help says more)'],
  [['explain', 'zzqqxx'], 'nothing has the id "zzqqxx"; apim-atlas explain lists'],
])('says what to do: %j', async (args, expected) => {
  const { code, err } = await command('/', args);
  expect(err).toContain(expected);
  expect(code).toBe(2);
});
