/**
 * What a validation takes, by the number of rules: processor time beside that of JSON.parse for the same group in the
 * same run; the best of many rounds, since others may share the machine. First from the parsed group to the report;
 * then the mutation as a client sends it, from the text of the request to the text of the answer, asked what a pipeline
 * asks, and asked for every field but the remedies and the SARIF log. With SERVICE_TAGS also with these weekly files.
 */

import { loadServiceTagFiles } from '../api/service-tag-files.ts';
import { withDefaults } from '../api/validate/deployment.ts';
import type { ServiceTagFile } from '../api/validate/network/service-tags.ts';
import { validate } from '../api/validate/validate.ts';
import { createHandler } from '../api/yoga.ts';
import { networkSecurityGroup } from './groups.ts';
import { record, type ValidationTime } from './results.ts';

const sizes = [10, 20, 100, 300, 1000];
const rounds = 20;
const warmUps = 10;
/** Long enough for the clock of the processor. */
const sliceMilliseconds = 40;

const finding = 'checkId severity outcome message path region remediation';
const citation = 'section confidence verifiedOn source { id title date url }';
const selections = {
  typical: 'verdict findings { checkId severity message path } flows { id outcome }',
  whole: `verdict edition serviceTagVersions assumptions { code text }
    findings { ${finding} citations { ${citation} } }
    flows {
      id region direction destinationPort remoteTags necessity outcome allowedFraction decidedBy counterexample
      deniedExamples portRule { id title citations { ${citation} } }
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
async function timeOf(run: () => unknown): Promise<number> {
  const begin = performance.now();
  const before = process.cpuUsage();
  let calls = 0;
  do {
    const result = run();
    if (result instanceof Promise) await result;
    calls += 1;
  } while (performance.now() - begin < sliceMilliseconds);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

interface Measured {
  readonly line: string;
  readonly typical: number;
}

async function measure(
  size: number,
  serviceTagFiles: readonly ServiceTagFile[],
): Promise<Measured> {
  const text = JSON.stringify(networkSecurityGroup(size));
  const deployment = withDefaults(deploymentOf(JSON.parse(text)));
  const handler = createHandler({ serviceTagFiles });
  const asking = (fields: string) => {
    const query = `mutation Check($input: ValidateConfigInput!) { validateConfig(input: $input) { ${fields} } }`;
    const variables = { input: { deployment: deploymentOf(JSON.parse(text)) } };
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json' };
    return async () => {
      const answer = await handler.fetch('http://localhost/graphql', {
        method: 'POST',
        headers,
        body,
      });
      const given = await answer.text();
      if (!given.startsWith('{"data":{')) throw new Error(given.slice(0, 1000));
    };
  };
  const runs = [
    () => JSON.parse(text),
    () => validate(deployment, { serviceTagFiles, whatIf: 'NONE' }),
    asking(selections.typical),
    asking(selections.whole),
  ];
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = -warmUps; round < rounds; round++) {
    for (const [index, run] of runs.entries()) {
      const time = await timeOf(run);
      if (round >= 0) best[index] = Math.min(best[index] as number, time);
    }
  }
  const [parsing = Number.NaN, ...others] = best;
  const line = [
    String(size).padStart(6),
    String(text.length).padStart(9),
    parsing.toFixed(0).padStart(12),
    ...others.map(
      (time) => time.toFixed(0).padStart(10) + `(${(time / parsing).toFixed(1)})`.padStart(8),
    ),
  ].join('');
  return { line, typical: best[2] ?? Number.NaN };
}

const paths = (process.env.SERVICE_TAGS ?? '').split(',').filter((path) => path !== '');
const files = loadServiceTagFiles(paths);
for (const [what, serviceTagFiles] of [
  ['without weekly files', []],
  ...(files.length > 0 ? [[`with ${paths.join(', ')}`, files] as const] : []),
] as const) {
  console.log(
    `validateConfig ${what}: microseconds of processor time, best of ${rounds} rounds (times JSON.parse)`,
  );
  console.log(' rules    bytes  JSON.parse            report  typical mutation    whole mutation');
  const validations: ValidationTime[] = [];
  for (const size of sizes) {
    const { line, typical } = await measure(size, serviceTagFiles);
    console.log(line);
    validations.push({ rules: size, microseconds: Math.round(typical) });
  }
  if (serviceTagFiles.length === 0) record({ validations });
}
