/** Route tables in every format: golden files, and what bash, terraform, JSON and CSV readers make of them. */

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  type ForcedTunnelingInput,
  forcedTunneling,
} from '../../../core/answers/forced-tunneling.ts';
import { formats, ruleFormats } from '../../../core/render/formats.ts';
import { renderRoutes } from '../../../core/render/index.ts';

const input: ForcedTunnelingInput = {
  region: 'westeurope',
  tier: 'PREMIUM',
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
};
const tables = {
  internal: forcedTunneling(input),
  external: forcedTunneling({ ...input, virtualNetworkType: 'EXTERNAL', isPrimary: false }),
  china: forcedTunneling({ ...input, region: 'chinaeast2', virtualNetworkType: 'EXTERNAL' }),
};
type Name = keyof typeof tables;
const names = Object.keys(tables) as Name[];
const targetsOf = (name: Name) =>
  tables[name].routes.map((route) => [route.name, route.addressPrefix, route.nextHopType]);
const servicesOf = (name: Name) => tables[name].serviceEndpoints.map(({ service }) => service);

const isInstalled = (command: string, argument: string) =>
  spawnSync(command, [argument]).status === 0;

describe('golden files', () => {
  /** The tests below read these back. */
  const readBack: readonly string[] = ['ARM_JSON', 'CSV'];
  const goldenFormats = formats.filter(({ value }) => !readBack.includes(value));

  it.each(goldenFormats)('external in $label', async ({ value, extension }) => {
    const text = renderRoutes(value, tables.external);
    await expect(text).toMatchFileSnapshot(`golden/routes/external.${extension}`);
  });
});

describe.each(ruleFormats)('%s', (format) => {
  it.each(names)('%s ends in one newline and names every route', (name) => {
    const text = renderRoutes(format, tables[name]);
    expect(text).toMatch(/\S(\r\n|\n)$/);
    expect(targetsOf(name).filter(([, prefix = '']) => !text.includes(prefix))).toEqual([]);
  });

  it('is empty where no route is needed', () => {
    const none = forcedTunneling({ ...input, tier: 'PREMIUM_V2' });
    expect(renderRoutes(format, none)).toBe('');
  });

  it('does not mention clients where they need no routes', () => {
    expect(renderRoutes(format, tables.internal)).not.toMatch(/client/i);
  });
});

it.each(['BICEP', 'TERRAFORM', 'ARM_JSON', 'AZURE_CLI', 'POWERSHELL'] as const)(
  '%s has optional routes for clients in external mode',
  (format) => {
    expect(renderRoutes(format, tables.external)).toMatch(/client/i);
  },
);

describe('ARM_JSON', () => {
  it.each(names)('%s is a template that says the same', (name) => {
    const template = JSON.parse(renderRoutes('ARM_JSON', tables[name]));
    const actual = template.variables.controlPlaneRoutes as {
      name: string;
      properties: { addressPrefix: string; nextHopType: string };
    }[];
    expect(
      actual.map((route) => [
        route.name,
        route.properties.addressPrefix,
        route.properties.nextHopType,
      ]),
    ).toEqual(targetsOf(name));
    expect(template.outputs.serviceEndpoints.value).toEqual(
      servicesOf(name).map((service) => ({ service })),
    );
    expect(template.parameters.location.defaultValue).toBe(tables[name].region.name);
  });

  it.each(names)('%s declares each parameter and variable it uses, and no other', (name) => {
    const { parameters, variables, resources, outputs } = JSON.parse(
      renderRoutes('ARM_JSON', tables[name]),
    );
    const used = (kind: string) => {
      const text = JSON.stringify([variables, resources, outputs]);
      return [...new Set([...text.matchAll(new RegExp(`${kind}\\('(\\w+)'\\)`, 'g'))])]
        .map(([, symbol]) => symbol)
        .filter((symbol, index, all) => all.indexOf(symbol) === index)
        .sort();
    };
    const { copy = [], ...plain } = variables as { copy?: { name: string }[] };
    expect(used('parameters')).toEqual(Object.keys(parameters).sort());
    expect(used('variables')).toEqual(
      [...Object.keys(plain), ...copy.map((loop) => loop.name)].sort(),
    );
  });
});

describe('CSV', () => {
  it.each(names)('%s has one row for each route', (name) => {
    const [header, ...rows] = renderRoutes('CSV', tables[name]).split('\r\n').slice(0, -1);
    expect(header).toBe('location,name,addressPrefix,nextHopType,reason');
    const { region, routes } = tables[name];
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual(
      targetsOf(name).map((target) => [region.name, ...target]),
    );
    const reasons = rows.map((row) => row.split(',').slice(4).join(',').replace(/^"|"$/g, ''));
    expect(reasons).toEqual(routes.map(({ reason }) => reason));
  });
});

describe('MARKDOWN', () => {
  it.each(names)('%s has four cells in every row, and the service endpoints', (name) => {
    const lines = renderRoutes('MARKDOWN', tables[name]).split('\n');
    const cells = lines
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').length);
    expect(cells).toEqual(Array(targetsOf(name).length + 2).fill(6));
    expect(lines.filter((line) => line.startsWith('- '))).toEqual(
      servicesOf(name).map((service) => `- ${service}`),
    );
  });
});

describe.runIf(isInstalled('bash', '--version'))('AZURE_CLI', () => {
  /** The words of each az command but the resource group's and the table's. */
  function run(name: Name, settings: Readonly<Record<string, string>>): string[] {
    const script = Object.entries(settings).reduce(
      (text, [variable, value]) =>
        text.replace(new RegExp(`^${variable}=''$`, 'm'), `${variable}='${value}'`),
      renderRoutes('AZURE_CLI', tables[name]),
    );
    const { stdout, status } = spawnSync('bash', ['-s'], {
      input: `az() { echo "$*"; }\n${script}`,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    return stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/ --resource-group \S+| --route-table-name \S+/g, ''));
  }

  const route = (name: string, prefix: string, hop: string) =>
    `network route-table route create --name ${name} --address-prefix ${prefix} --next-hop-type ${hop}`;

  it.each(names)('%s creates the table and its routes', (name) => {
    expect(run(name, {})).toEqual([
      `network route-table create --name rt-apim --location ${tables[name].region.name}`,
      ...targetsOf(name).map(([symbol = '', prefix = '', hop = '']) => route(symbol, prefix, hop)),
    ]);
  });

  it('adds routes for clients and the firewall where they are given', () => {
    const settings = {
      FIREWALL_ADDRESS: '10.0.0.4',
      CLIENT_ADDRESS_PREFIXES: '203.0.113.0/24 198.51.100.7/32',
    };
    expect(run('external', settings).slice(-3)).toEqual([
      route('client-203-0-113-0-24', '203.0.113.0/24', 'Internet'),
      route('client-198-51-100-7-32', '198.51.100.7/32', 'Internet'),
      `${route('default', '0.0.0.0/0', 'VirtualAppliance')} --next-hop-ip-address 10.0.0.4`,
    ]);
  });
});

describe.runIf(isInstalled('terraform', 'version'))('TERRAFORM', () => {
  it.each(names)('%s is laid out as terraform fmt does', (name) => {
    const { status, stderr } = spawnSync('terraform', ['fmt', '-check', '-'], {
      input: renderRoutes('TERRAFORM', tables[name]),
      encoding: 'utf8',
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  });
});

describe('names in generated code', () => {
  it.each(names)('%s: Terraform and Bicep symbols are valid and unique', (name) => {
    const symbols = (pattern: RegExp, text: string) =>
      [...text.matchAll(pattern)].map((match) => match.slice(1).join('.'));
    const terraform = symbols(
      /^(resource "\w+"|variable|output) "(.*)" \{$/gm,
      renderRoutes('TERRAFORM', tables[name]),
    );
    const bicep = symbols(/^(?:param|var|resource) (\S+) /gm, renderRoutes('BICEP', tables[name]));
    expect(terraform.length).toBeGreaterThan(targetsOf(name).length);
    expect(bicep.length).toBeGreaterThan(4);
    for (const list of [terraform, bicep]) {
      expect(list.filter((symbol, index) => list.indexOf(symbol) !== index)).toEqual([]);
      expect(list.filter((symbol) => !/[A-Za-z]\w*$/.test(symbol))).toEqual([]);
    }
  });
});
