/** The mutation validateConfig and its input: a deployment, a document or source files. */

import { InputError } from '../../core/input-error.ts';
import { serviceDocuments } from '../../core/validate/read/accepted-documents.ts';
import { type Input, validateInput } from '../../core/validate/validate-input.ts';
import { builder, takesConfiguration } from './builder.ts';
import { ConfigReport } from './config-report.ts';
import { DeploymentInput, readDeployment } from './deployment-input.ts';
import { WhatIf } from './enums.ts';
import { SourceInput } from './source-input.ts';
import { asGraphQLError, withoutNulls } from './user-input.ts';

const ValidateConfigInput = builder.inputType('ValidateConfigInput', {
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

type Arguments = typeof ValidateConfigInput.$inferInput;

function readInput({ deployment, document, source }: Arguments): Input {
  if (deployment) return { deployment: readDeployment(deployment) };
  return source ? { source: withoutNulls(source) } : { document };
}

/** The values by name; throws InputError for anything but an object. */
function readParameters(parameters: unknown): Readonly<Record<string, unknown>> | undefined {
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
const argumentNames: readonly unknown[] = ['parameters', 'service'];

/** From the arguments to the value of an error: the parts of a deployment are below its own field. */
function pathOf({ path }: InputError, { deployment }: Arguments): readonly (string | number)[] {
  const [first] = path;
  if (argumentNames.includes(first)) return path;
  return deployment && first !== 'deployment'
    ? ['input', 'deployment', ...path]
    : ['input', ...path];
}

/** How many values a JSON value holds, itself among them: what its validation costs grows with them. */
function valuesIn(value: unknown): number {
  const values = [value];
  // The list grows while it is read, since a document may nest deeper than calls can.
  for (const one of values) {
    if (typeof one !== 'object' || one === null) continue;
    for (const part of Object.values(one)) values.push(part);
  }
  return values.length;
}

/** Characters of source files that take about as long as one value of a document. */
const charactersOfValue = 8;

function sizeOf({ source, ...input }: Arguments): number {
  const characters = source?.files.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  return valuesIn(input) + characters / charactersOfValue;
}

builder.mutationField('validateConfig', (t) =>
  t.field({
    type: ConfigReport,
    nullable: true,
    description:
      'Checks a deployment against the documented requirements. Nothing is stored. Error BAD_USER_INPUT for what cannot be read: an unknown region, a prefix with host bits, a document without security rules, a template whose network cannot be followed. Several mistakes in the fields of a deployment are in its extensions.problems, all of them; for source files its extensions have sourceLocation, missingValues and sourceProblems.',
    args: {
      input: t.arg({
        type: ValidateConfigInput,
        required: true,
        description: 'What to check: a deployment field by field, a document, or source files.',
      }),
      whatIf: t.arg({
        type: WhatIf,
        required: true,
        defaultValue: 'NONE',
        description: 'Runs the same check with a deny rule at priority 4096 added.',
      }),
      parameters: t.arg({
        type: 'JSON',
        description:
          'Values by name for parameters of a template and variables of a source: { "location": "westeurope" }. They override defaults and values files. Without effect for a plan, which has its values.',
      }),
      service: t.arg.string({
        description:
          'Name of the service to judge where a document or source has several in a virtual network; without it such an input is BAD_USER_INPUT, and accepted has the names.',
      }),
    },
    extensions: takesConfiguration,
    complexity: ({ input }) => ({
      field: 1000 * (1 + (input.deployment?.locations.length ?? 0)) + Math.ceil(4 * sizeOf(input)),
      multiplier: Math.max(1, input.deployment?.locations.length ?? 1),
    }),
    resolve: (_, { input, whatIf, parameters, service }, { serviceTagFiles, log }) => {
      try {
        return validateInput(readInput(input), {
          serviceTagFiles,
          log,
          whatIf,
          parameters: readParameters(parameters),
          service: service ?? undefined,
        });
      } catch (error) {
        throw error instanceof InputError
          ? asGraphQLError(error, (one) => pathOf(one, input))
          : error;
      }
    },
  }),
);
