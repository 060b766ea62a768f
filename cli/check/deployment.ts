/** The one deployment of a file or folder, for commands that compare deployments. */

import type { Deployment } from '../../core/deployment.ts';
import { Budget } from '../../core/validate/read/arm/budget.ts';
import { readDocument } from '../../core/validate/read/document.ts';
import { readSource } from '../../core/validate/read/source/read-source.ts';
import { type Io, UsageError } from '../io.ts';
import { findInputs } from './inputs.ts';

/** Throws UsageError where there is none or more than one, InputError where it cannot be read. */
export async function deploymentOf(path: string, io: Io): Promise<Deployment> {
  const { inputs, notJudged } = await findInputs([path], io);
  const [one, another] = inputs;
  if (one === undefined) {
    const reason = notJudged[0]?.reason ?? 'it holds no API Management service';
    throw new UsageError(`${path} has no deployment: ${reason}`);
  }
  if (another !== undefined) {
    const names = inputs.map((input) => input.path).join(', ');
    throw new UsageError(`${path} has several deployments: ${names}; name one of them`);
  }
  const budget = new Budget();
  const { input } = one;
  if ('source' in input) {
    return readDocument(readSource(input.source, {}, budget).document, { budget }).deployment;
  }
  return 'document' in input
    ? readDocument(input.document, { budget }).deployment
    : input.deployment;
}
