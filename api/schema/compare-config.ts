/** The mutation compareConfig: what a change of a network opens and closes. */

import { InputError } from '../../core/input-error.ts';
import {
  type ConfigComparison as ConfigComparisonData,
  compareReports,
} from '../../core/validate/compare/compare-reports.ts';
import type { LocationOptions } from '../../core/validate/location/location.ts';
import { validateInput } from '../../core/validate/validate-input.ts';
import { builder, takesConfiguration } from './builder.ts';
import { costOf, pathOf, readInput, readParameters, ValidateConfigInput } from './config-input.ts';
import { ConfigReport, Finding } from './config-report.ts';
import { PacketSet, setsComplexity, spentSets } from './packet-set.ts';
import { asGraphQLError } from './user-input.ts';

const ConfigComparison = builder.objectRef<ConfigComparisonData>('ConfigComparison');

ConfigComparison.implement({
  description:
    'What a change of a network does: packets as sets, and findings. Allowed is a packet that security admin rules, the security group, the routes and the firewalls of the input let pass, in this order. An appliance or a gateway that is not in the input counts as letting pass what it let pass before: what comes to it on one side only is opened or closed where the other side denies it, and undecided where the other side lets it pass another way. Rules with other names, in another order or with other prefixes that decide the same are no change.',
  fields: (t) => ({
    opened: t.field({
      type: [PacketSet],
      complexity: setsComplexity,
      description:
        'Packets that are denied before and allowed after: disjoint boxes whose union is exactly the difference.',
      resolve: ({ opened }, _, { budget }) => spentSets(opened, budget),
    }),
    closed: t.field({
      type: [PacketSet],
      complexity: setsComplexity,
      description: 'Packets that are allowed before and denied after.',
      resolve: ({ closed }, _, { budget }) => spentSets(closed, budget),
    }),
    undecided: t.field({
      type: [PacketSet],
      complexity: setsComplexity,
      description:
        'Packets of which the inputs leave open whether they change, such as those to private addresses that may or may not be in a connected network, those that move to another appliance, and those that application rules of a firewall decide by host name. Expressions without a value count as equal on both sides where their texts are equal; give their values as parameters to compare what they stand for.',
      resolve: ({ undecided }, _, { budget }) => spentSets(undecided, budget),
    }),
    notCompared: t.exposeStringList('notCompared', {
      description:
        'A sentence for each location whose packets were not compared, or not all: it is on one side only, its security group is not in the input, or rules for IPv6 addresses differ.',
    }),
    appeared: t.expose('appeared', {
      type: [Finding],
      complexity: { multiplier: 30 },
      description: 'Findings after the change that were not there before it.',
    }),
    resolved: t.expose('resolved', {
      type: [Finding],
      complexity: { multiplier: 30 },
      description: 'Findings before the change that are not there after it.',
    }),
    before: t.expose('before', {
      type: ConfigReport,
      description: 'The report before the change.',
    }),
    after: t.expose('after', { type: ConfigReport, description: 'The report after the change.' }),
  }),
});

const ConfigInput = builder.inputType('ConfigInput', {
  description: 'One side of a comparison, with its own values.',
  fields: (t) => ({
    config: t.field({
      type: ValidateConfigInput,
      required: true,
      description: 'The network: a deployment field by field, a document, or source files.',
    }),
    parameters: t.field({
      type: 'JSON',
      description: 'Values by name for parameters of a template and variables of a source.',
    }),
    service: t.string({
      description: 'Name of the service to judge where a document or source has several.',
    }),
  }),
});

type Side = typeof ConfigInput.$inferInput;

/** The report on one side; its errors lead to the argument that the side is. */
function reportOn(
  { config, parameters, service }: Side,
  name: 'before' | 'after',
  options: Pick<LocationOptions, 'serviceTagFiles' | 'log'>,
) {
  try {
    return validateInput(readInput(config), {
      ...options,
      whatIf: 'NONE',
      parameters: readParameters(parameters),
      service: service ?? undefined,
    });
  } catch (error) {
    throw error instanceof InputError
      ? asGraphQLError(error, (one) => [name, ...pathOf(one, config, 'config')])
      : error;
  }
}

const locationsOf = ({ config }: Side) => config.deployment?.locations.length ?? 0;

builder.mutationField('compareConfig', (t) =>
  t.field({
    type: ConfigComparison,
    nullable: true,
    description:
      'What a change opens and closes, exactly. Both inputs describe one deployment, before and after. Nothing is stored. Errors as those of validateConfig, with before or after first in their path.',
    args: {
      before: t.arg({
        type: ConfigInput,
        required: true,
        description: 'The network before the change.',
      }),
      after: t.arg({
        type: ConfigInput,
        required: true,
        description: 'The network after the change.',
      }),
    },
    extensions: takesConfiguration,
    complexity: ({ before, after }) => ({
      field: 2 * (costOf(before.config) + costOf(after.config)),
      multiplier: Math.max(1, locationsOf(before), locationsOf(after)),
    }),
    resolve: (_, { before, after }, { serviceTagFiles, log }) => {
      const options = { serviceTagFiles, log };
      return compareReports(reportOn(before, 'before', options), reportOn(after, 'after', options));
    },
  }),
);
