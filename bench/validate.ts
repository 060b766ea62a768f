/**
 * What a validation takes, by the number of rules, in processor time and in multiples of JSON.parse for the same group; the
 * best of many rounds, since others may share the machine. Each round measures every size in turn. First from the parsed
 * group to the report, in this process; then the mutation over a connection to our server in a process of its own, with the
 * fields that a pipeline reads, and with every field but the remedies and the SARIF log.
 */

import { withDefaults } from '../core/deployment.ts';
import { shippedServiceTagFiles } from '../core/network/service-tags/shipped-files.ts';
import { validate } from '../core/validate/validate.ts';
import { atMost, mostForMutation, mostForReport, mostOfParsing } from './floors.ts';
import { networkSecurityGroup } from './groups.ts';
import { countResponses } from './load.ts';
import { record, type ValidationTime } from './results.ts';
import { pinSelf, type ServerProcess, startProcess } from './server-process.ts';

const port = 4620;
const sizes = [10, 20, 100, 300, 1000];
const rounds = 20;
const warmUps = 10;
/** Long enough for the clock of the processor. */
const sliceMilliseconds = 40;
const options = { serviceTagFiles: shippedServiceTagFiles, whatIf: 'NONE' } as const;

const finding = 'checkId severity outcome message pointer region remedy';
const citation = 'section confidence verifiedOn source { id title date url }';
const selections = {
  typical: 'verdict findings { checkId severity message pointer } flows { key outcome }',
  whole: `verdict edition serviceTagFiles { changeNumber } assumptions { code text }
    findings { ${finding} citations { ${citation} } }
    flows {
      key region direction destinationPort remoteTags necessity outcome allowedFraction decidedBy counterexample
      deniedExamples portRule { ruleId title citations { ${citation} } }
      trace {
        rule priority access isDefault protocolMatched sourceMatched sourcePortMatched destinationMatched
        destinationPortMatched fraction
      }
    }`,
} as const;

const deploymentOf = (document: unknown) =>
  ({
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    locations: [
      {
        region: 'westeurope',
        virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
        networkSecurityGroup: { document },
      },
    ],
  }) as const;

/** Processor time of one call, in microseconds. */
function timeOf(run: () => unknown): number {
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

/** Processor time of the server for one request, in microseconds. */
async function timeOfRequest(server: ServerProcess, body: string): Promise<number> {
  const before = await server.usage();
  const requests = await countResponses({
    port: server.port,
    path: '/graphql',
    connections: 1,
    milliseconds: sliceMilliseconds,
    next: () => body,
  });
  return ((await server.usage()) - before) / requests;
}

/** The body of a request whose response has no errors. */
async function requestFor(
  { port }: ServerProcess,
  document: unknown,
  fields: string,
): Promise<string> {
  const query = `mutation Check($input: ValidateConfigInput!) { validateConfig(input: $input) { ${fields} } }`;
  const variables = { input: { deployment: deploymentOf(document) } };
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json' };
  const url = `http://127.0.0.1:${port}/graphql`;
  const text = await (await fetch(url, { method: 'POST', headers, body })).text();
  if (!text.startsWith('{"data":{')) throw new Error(text.slice(0, 1000));
  return body;
}

/** A size, what is measured of it, and the best time of each so far, in microseconds. */
interface Measurement {
  readonly size: number;
  readonly bytes: number;
  readonly runs: readonly (() => number | Promise<number>)[];
  readonly best: number[];
}

async function measurementOf(server: ServerProcess, size: number): Promise<Measurement> {
  const text = JSON.stringify(networkSecurityGroup(size));
  const document = JSON.parse(text);
  const deployment = withDefaults(deploymentOf(document));
  const typical = await requestFor(server, document, selections.typical);
  const whole = await requestFor(server, document, selections.whole);
  const runs = [
    () => timeOf(() => JSON.parse(text)),
    () => timeOf(() => validate(deployment, options)),
    () => timeOfRequest(server, typical),
    () => timeOfRequest(server, whole),
  ];
  return { size, bytes: text.length, runs, best: runs.map(() => Number.POSITIVE_INFINITY) };
}

async function measure(measurements: readonly Measurement[]): Promise<void> {
  for (let round = -warmUps; round < rounds; round++) {
    for (const { runs, best } of measurements) {
      for (const [index, run] of runs.entries()) {
        const time = await run();
        if (round >= 0) best[index] = Math.min(best[index] as number, time);
      }
    }
  }
}

function lineOf({ size, bytes, best: [parsing = Number.NaN, ...others] }: Measurement): string {
  const figures = others.map(
    (time) => time.toFixed(0).padStart(10) + `(${(time / parsing).toFixed(1)})`.padStart(8),
  );
  return [
    String(size).padStart(6),
    String(bytes).padStart(9),
    parsing.toFixed(0).padStart(12),
    ...figures,
  ].join('');
}

function floorsOf({ size, best }: Measurement): string[] {
  const [parsing = Number.NaN, report = Number.NaN, mutation = Number.NaN] = best;
  if (size === 1000) {
    return [atMost('report on 1,000 rules / JSON.parse', report / parsing, mostOfParsing)];
  }
  if (size !== 20) return [];
  return [
    atMost('report on 20 rules, µs', report, mostForReport),
    atMost('mutation of 20 rules, µs', mutation, mostForMutation),
  ];
}

pinSelf();
console.log(
  `validateConfig: microseconds of processor time, best of ${rounds} rounds (times JSON.parse)`,
);
console.log(' rules    bytes  JSON.parse            report  typical mutation    whole mutation');
const server = await startProcess('atlas', port, { RATE_LIMIT: '0' });
const validations: ValidationTime[] = [];
try {
  const measurements: Measurement[] = [];
  for (const size of sizes) measurements.push(await measurementOf(server, size));
  await measure(measurements);
  for (const measurement of measurements) {
    console.log(lineOf(measurement));
    const microseconds = Math.round(measurement.best[2] ?? Number.NaN);
    validations.push({ rules: measurement.size, microseconds });
  }
  console.log(measurements.flatMap(floorsOf).join('\n'));
} finally {
  server.stop();
}
record({ validations });
