/** The remediation of a report: one text for all locations, or one for each. */

import { render } from '../../core/render/index.ts';
import type { RuleGroup } from '../../core/render/rendered-rule.ts';
import { builder } from './builder.ts';
import { ConfigReport } from './config-report.ts';
import { RuleFormat } from './enums.ts';
import { spent } from './response-budget.ts';

const denyByDefault =
  'Adds rules that deny all other traffic in both directions. Needed traffic that only the default rules allow gets allow rules first: required rows, rows of the features in use, caches and counters shared by several units, custom DNS servers.';

const LocationRemediation = builder.objectRef<RuleGroup>('LocationRemediation');

LocationRemediation.implement({
  description: 'Rules to change and to add in the network security group of one location.',
  fields: (t) => ({
    region: t.exposeString('region', {
      description:
        "Programmatic name of the location's region; unknown where the input leaves it open.",
    }),
    networkSecurityGroup: t.string({
      nullable: true,
      description:
        'Name of the network security group; null where the input has none, or does not name it.',
      resolve: ({ name }) => name ?? null,
    }),
    isNew: t.boolean({
      description: 'Whether the location has no network security group yet; the text makes one.',
      resolve: (group) => group.isNew === true,
    }),
    ruleNames: t.stringList({
      description: 'Names of the rules that the text changes or adds, in the order of the text.',
      resolve: ({ rules }) => rules.map(({ name }) => name),
    }),
    render: t.string({
      complexity: 500,
      description: 'These rules alone as text that deploys as it is.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
      },
      resolve: (group, { format }, { budget }) => spent(render(format, [group]), budget),
    }),
  }),
});

builder.objectFields(ConfigReport, (t) => ({
  remediation: t.string({
    complexity: 4000,
    description:
      'The smallest change that lets required traffic pass, for all locations: existing rules to correct or move, and rules to add at free priorities. Empty if nothing is missing.',
    args: {
      format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
      denyByDefault: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: denyByDefault,
      }),
    },
    resolve: (report, { format, denyByDefault }, { budget }) =>
      spent(render(format, denyByDefault ? report.denyByDefault() : report.remediation()), budget),
  }),
  remediations: t.field({
    type: [LocationRemediation],
    complexity: { field: 4000, multiplier: 5 },
    description:
      'The same change location by location; only locations where something is missing are in the list.',
    args: {
      denyByDefault: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: denyByDefault,
      }),
    },
    resolve: (report, { denyByDefault }) =>
      denyByDefault ? report.denyByDefault() : report.remediation(),
  }),
}));
