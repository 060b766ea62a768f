/**
 * What a validation takes, by the number of rules: processor time of one, from the parsed input to the report, beside
 * that of JSON.parse for the same input in the same run. With SERVICE_TAGS also with these weekly files.
 */

import { loadServiceTagFiles } from '../api/service-tag-files.ts';
import type { Deployment } from '../api/validate/model.ts';
import type { ServiceTagFile } from '../api/validate/network/service-tags.ts';
import { validate } from '../api/validate/validate.ts';
import { networkSecurityGroup } from './groups.ts';

const sizes = [10, 20, 100, 300, 1000];
const rounds = 15;
/** Long enough for the clock of the processor. */
const sliceMilliseconds = 40;

function deploymentOf(document: unknown): Deployment {
  return {
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    platform: 'STV2',
    features: [],
    locations: [
      {
        region: 'westeurope',
        units: 1,
        zones: [],
        dnsServers: [],
        virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
        networkSecurityGroup: { document },
      },
    ],
  };
}

/** Processor time of one call, in microseconds. */
function timeOf(run: () => void): number {
  const begin = performance.now();
  const before = process.cpuUsage();
  let calls = 0;
  do {
    run();
    calls += 1;
  } while (performance.now() - begin < sliceMilliseconds);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function measure(size: number, serviceTagFiles: readonly ServiceTagFile[]): string {
  const text = JSON.stringify(networkSecurityGroup(size));
  const deployment = deploymentOf(JSON.parse(text));
  const parsing: number[] = [];
  const validating: number[] = [];
  // The first rounds warm up.
  for (let round = -10; round < rounds; round++) {
    const times = [
      timeOf(() => JSON.parse(text)),
      timeOf(() => validate(deployment, { serviceTagFiles, whatIf: 'NONE' })),
    ] as const;
    if (round < 0) continue;
    parsing.push(times[0]);
    validating.push(times[1]);
  }
  const ratio = median(validating.map((time, index) => time / (parsing[index] ?? Number.NaN)));
  return [
    String(size).padStart(6),
    String(text.length).padStart(9),
    median(parsing).toFixed(0).padStart(15),
    median(validating).toFixed(0).padStart(15),
    ratio.toFixed(1).padStart(8),
  ].join('');
}

const paths = (process.env.SERVICE_TAGS ?? '').split(',').filter((path) => path !== '');
const files = loadServiceTagFiles(paths);
for (const [what, serviceTagFiles] of [
  ['without weekly files', []],
  ...(files.length > 0 ? [[`with ${paths.join(', ')}`, files] as const] : []),
] as const) {
  console.log(`validateConfig ${what}: microseconds of processor time, median of ${rounds} rounds`);
  console.log(' rules    bytes     JSON.parse       validate   ratio');
  for (const size of sizes) console.log(measure(size, serviceTagFiles));
}
