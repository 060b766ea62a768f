/** What describes a network: the input of validateConfig and compareConfig. */

import { InputError } from '../../core/input-error.ts';
import { serviceDocuments } from '../../core/validate/read/accepted-documents.ts';
import type { Input } from '../../core/validate/validate-input.ts';
import { builder } from './builder.ts';
import { DeploymentInput, readDeployment } from './deployment-input.ts';
import { SourceInput } from './source-input.ts';
import { withoutNulls } from './user-input.ts';

export const ValidateConfigInput = builder.inputType('ValidateConfigInput', {
  description:
    'The deployment to check. Set exactly one field; parameters and service are separate arguments.',
  isOneOf: true,
  fields: (t) => ({
    deployment: t.field({
      type: DeploymentInput,
      description: 'A deployment described field by field.',
    }),
    source: t.field({
      type: SourceInput,
      description:
        'Bicep or Terraform as it is written. Nothing else is installed, and nothing outside the files is read.',
    }),
    document: t.field({
      type: 'JSON',
      description: `A document with the service and its network, one of: ${serviceDocuments.join('; ')}. Parameters without a value have their default values; those that the verdict would need are missingValues. What was not used is in unusedParts.`,
    }),
  }),
});

export type ConfigInputFields = typeof ValidateConfigInput.$inferInput;

export function readInput({ deployment, document, source }: ConfigInputFields): Input {
  if (deployment) return { deployment: readDeployment(deployment) };
  return source ? { source: withoutNulls(source) } : { document };
}

/** The values by name; throws InputError for anything but an object. */
export function readParameters(parameters: unknown): Readonly<Record<string, unknown>> | undefined {
  if (parameters === null || parameters === undefined) return undefined;
  if (typeof parameters === 'object' && !Array.isArray(parameters))
    return parameters as Record<string, unknown>;
  throw new InputError('parameters are values by name', {
    path: ['parameters'],
    given: parameters,
    expected: ['an object such as { "location": "westeurope" }'],
  });
}

/** Arguments of their own; every other path begins in the input. */
const argumentNames: readonly unknown[] = ['parameters', 'service', 'flows'];

/**
 * From the arguments to the value of an error: the parts of a deployment are below its own field. `field` is what the
 * input is called.
 */
export function pathOf(
  { path }: InputError,
  { deployment }: ConfigInputFields,
  field = 'input',
): readonly (string | number)[] {
  const [first] = path;
  if (argumentNames.includes(first)) return path;
  return deployment && first !== 'deployment' ? [field, 'deployment', ...path] : [field, ...path];
}

/** How many values a JSON value holds, itself among them: what its validation costs grows with them. */
function valuesIn(value: unknown): number {
  let count = 1;
  const open: object[] = typeof value === 'object' && value !== null ? [value] : [];
  // The list grows while it is read, since a document may nest deeper than calls can.
  for (const one of open) {
    const parts = Object.values(one);
    count += parts.length;
    for (const part of parts) if (typeof part === 'object' && part !== null) open.push(part);
  }
  return count;
}

/** Characters of source files that take about as long as one value of a document. */
const charactersOfValue = 8;

/** What the work on an input costs, in units of the limit on complexity. */
export function costOf({ source, ...input }: ConfigInputFields): number {
  const characters = source?.files.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  const size = valuesIn(input) + characters / charactersOfValue;
  return 1000 * (1 + (input.deployment?.locations.length ?? 0)) + Math.ceil(4 * size);
}
