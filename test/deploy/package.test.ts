/** The npm package, packed and installed into an empty project: its manifest, its types, what it runs, its size. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../scripts/package/build.ts';
import { bicepNetwork, denySql } from '../support/networks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'atlas-package-'));
const installed = join(project, 'node_modules/apim-network-atlas');
let tarball = '';

beforeAll(async () => {
  const built = join(project, 'built');
  await buildPackage(built);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', project], {
      cwd: built,
      encoding: 'utf8',
    }),
  );
  tarball = join(project, packed.filename);
  mkdirSync(dirname(installed), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', project]);
  cpSync(join(project, 'package'), installed, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types']) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
}, 180_000);

afterAll(() => rmSync(project, { recursive: true, force: true }), 60_000);

it('has a manifest without faults', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
});

it('has types that fit its modules', async () => {
  const analysis = checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  const { problems } = (await analysis) as {
    problems: readonly { kind: string; implementationFileName?: string }[];
  };
  // It has modules alone, as its engines can load.
  const ofOlder = ['CJSResolvesToESM', 'NoResolution'];
  // The default export of JSON, which the tool does not know.
  const isOfJson = (file = '') => file.endsWith('/data.json');
  expect(
    problems.filter(
      ({ kind, implementationFileName }) =>
        !ofOlder.includes(kind) && !isOfJson(implementationFileName),
    ),
  ).toEqual([]);
});

it('is small, and needs no package of the server', () => {
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies)).toEqual([
    'fastest-levenshtein',
    'fflate',
    'jsonc-parser',
    'minisearch',
    'zod',
  ]);
  expect(statSync(tarball).size).toBeLessThan(2_000_000);
});

const consumer = `
import { catalog, type PortRule } from 'apim-network-atlas/data';
import data from 'apim-network-atlas/data.json' with { type: 'json' };
import { applyEdits, requiredRules, render, subnetPlan, validateInput } from 'apim-network-atlas/core';
import { createClient, regionOperation, ApiError } from 'apim-network-atlas/client';
import { run, type Io } from 'apim-network-atlas/cli';

const files = [{ path: 'main.bicep', text: ${JSON.stringify(bicepNetwork([denySql]))} }];
const report = validateInput({ source: { files } });
const mended = validateInput({ source: { files: applyEdits(files, report.edits()) } });
const plan = subnetPlan({ tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', units: 1 });
const rules = requiredRules({ region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' });
const text: string = render('BICEP', rules.map(({ region, securityRules }) => ({ region: region.name, rules: securityRules })));
const [required]: readonly PortRule[] = data.portRules.filter(({ status }) => status === 'REQUIRED');
let printed = '';
const io: Io = { cwd: '.', env: {}, isTerminal: false, out: (part) => { printed += part; }, err: () => {}, stdin: async () => '', today: '2026-12-01' };
const code: number = await run(['lookup', '168.63.129.16'], io, '1');
const client = createClient('http://localhost/graphql', {
  fetch: async () => Response.json({ data: { region: { name: 'westeurope' } } }),
});
const { region } = await client.execute(regionOperation, { name: 'westeurope' });
const failing = createClient('http://localhost/graphql', { fetch: async () => new Response('<html>', { status: 502 }) });
const failure = await failing.execute(regionOperation, { name: 'x' }).catch((error: unknown) => error);
console.log(JSON.stringify([
  catalog.portRules.length > 10, report.verdict, mended.verdict, plan.smallestPrefixLength > 20, text.length > 100,
  required?.id, code, report.serviceTagVersions.length, printed.length > 10, region?.name, failure instanceof ApiError && failure.status,
]));
`;

describe('in an empty project', () => {
  it.each([
    ['nodenext', 'nodenext', false],
    // The types within the package are checked once.
    ['esnext', 'bundler', true],
  ])('type-checks with module %s', (module, moduleResolution, skipLibCheck) => {
    writeFileSync(join(project, 'consumer.ts'), consumer);
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution,
          skipLibCheck,
          target: 'es2024',
          strict: true,
          noEmit: true,
          types: ['node'],
        },
        files: ['consumer.ts'],
      }),
    );
    const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', project], {
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  it('runs', () => {
    writeFileSync(join(project, 'run.ts'), consumer);
    const { stdout, stderr } = spawnSync(process.execPath, ['run.ts'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      true,
      'FAIL',
      'PASS',
      true,
      true,
      'client-traffic',
      0,
      1,
      true,
      'westeurope',
      502,
    ]);
  });

  it('has the facts as JSON next to their schema, for any language', () => {
    const [data, schema] = ['data.json', 'data.schema.json'].map((name) =>
      JSON.parse(readFileSync(join(installed, name), 'utf8')),
    );
    expect(join(installed, data.$schema)).toBe(join(installed, 'data.schema.json'));
    const validate = addFormats.default(new Ajv()).compile(schema);
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data.portRules.length).toBeGreaterThan(10);
  });

  const bin = join(installed, 'cli/apim-atlas.mjs');
  const check = (...options: readonly string[]) => {
    writeFileSync(join(project, 'main.bicep'), bicepNetwork([denySql]));
    return spawnSync(process.execPath, [...options, bin, 'check', 'main.bicep'], {
      cwd: project,
      encoding: 'utf8',
    });
  };

  it('has a command', () => {
    const { status, stdout } = check();
    expect(stdout).toContain('main.bicep: FAIL, 1 error');
    expect(status).toBe(1);
  });

  it.each<[what: string, damage: (bytes: Buffer) => Buffer | undefined]>([
    ['cut short', (bytes) => bytes.subarray(0, 20_000)],
    ['changed', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 200_000 ? ~byte : byte)))],
    ['missing', () => undefined],
  ])('judges nothing by service tags that are %s', (_, damage) => {
    const file = join(installed, 'cli/service-tags-public.bin');
    const bytes = readFileSync(file);
    const damaged = damage(bytes);
    rmSync(file);
    if (damaged) writeFileSync(file, damaged);
    const { status, stdout, stderr } = check();
    writeFileSync(file, bytes);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: the service tags of this package are damaged: .*; install the package again\n$/,
    );
  });

  it('does not say by its exit code that there are findings where it fails itself', () => {
    const fault = 'data:text/javascript,Map.groupBy=()=>{throw new RangeError("broken")}';
    const { status, stderr } = check('--import', fault);
    expect(stderr).toMatch(/^error: a fault of apim-atlas; please report it: RangeError: broken/);
    expect(status).toBe(2);
  });

  it('leaves out of a bundle what is not used', async () => {
    const entry = join(project, 'small.js');
    writeFileSync(entry, "export { InputError } from 'apim-network-atlas/core';");
    const bundle = await rolldown({ input: entry });
    const { output } = await bundle.generate();
    expect(output[0].code.length).toBeLessThan(5000);
  });
});
