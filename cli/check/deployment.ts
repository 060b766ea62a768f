/** The one deployment of a file or folder, for commands that compare deployments. */

import { unknownRegionName } from '../../core/answers/unknown-region.ts';
import type { Deployment } from '../../core/deployment.ts';
import { Budget } from '../../core/validate/read/arm/budget.ts';
import { readDocument } from '../../core/validate/read/document.ts';
import { readSource } from '../../core/validate/read/source/read-source.ts';
import type { Input } from '../../core/validate/validate-input.ts';
import { type Io, UsageError } from '../io.ts';
import { inputsOfPath } from './inputs.ts';

/**
 * Throws UsageError where there is none or more than one, or where its region is open; InputError where it cannot be read.
 */
export async function deploymentOf(
  path: string,
  parameters: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<Deployment> {
  const { inputs, notJudged } = await inputsOfPath(path, io);
  const [one, another] = inputs;
  if (one === undefined) {
    const reason = notJudged[0]?.reason ?? 'it has no API Management service';
    throw new UsageError(`${path} has no deployment: ${reason}`);
  }
  if (another !== undefined) {
    const names = inputs.map((input) => input.path).join(', ');
    throw new UsageError(`${path} has several deployments: ${names}; name one of them`);
  }
  const deployment = read(one.input, parameters);
  if (deployment.locations.some(({ region }) => region === unknownRegionName)) {
    throw new UsageError(
      `the region of the instance in ${path} is not known: a parameter or variable without a value decides it; give it with --param name=value`,
    );
  }
  return deployment;
}

function read(input: Input, parameters: Readonly<Record<string, unknown>>): Deployment {
  const budget = new Budget();
  if ('source' in input) {
    return readDocument(readSource(input.source, parameters, budget).document, { budget })
      .deployment;
  }
  return 'document' in input
    ? readDocument(input.document, { parameters, budget }).deployment
    : input.deployment;
}
