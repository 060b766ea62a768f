/** The mutation validateConfig. */

import { InputError } from '../../core/input-error.ts';
import { validateInput } from '../../core/validate/validate-input.ts';
import { builder, takesConfiguration } from './builder.ts';
import { costOf, pathOf, readInput, readParameters, ValidateConfigInput } from './config-input.ts';
import { ConfigReport } from './config-report.ts';
import { WhatIf } from './enums.ts';
import { flowsDescription, OwnFlowInput, readFlows } from './own-flows.ts';
import { asGraphQLError } from './user-input.ts';

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
          'Name of the service to judge if the document or source has several in a virtual network. Without it the error BAD_USER_INPUT lists the names in accepted.',
      }),
      flows: t.arg({ type: [OwnFlowInput], description: flowsDescription }),
    },
    extensions: takesConfiguration,
    complexity: ({ input, flows }) => ({
      // Each is compared with all rules, as some documented flows are.
      field: Math.ceil(costOf(input) * (1 + (flows?.length ?? 0) / 10)),
      multiplier: Math.max(1, input.deployment?.locations.length ?? 1),
    }),
    resolve: (_, { input, whatIf, parameters, service, flows }, { serviceTagFiles, log }) => {
      try {
        return validateInput(readInput(input), {
          serviceTagFiles,
          log,
          whatIf,
          parameters: readParameters(parameters),
          service: service ?? undefined,
          flows: readFlows(flows),
        });
      } catch (error) {
        throw error instanceof InputError
          ? asGraphQLError(error, (one) => pathOf(one, input))
          : error;
      }
    },
  }),
);
