/** The options of `apim-atlas check`. */

import { type Command, Option } from 'commander';
import { flowsFileName } from '../../core/validate/own-flows/own-flow.ts';
import { personas } from '../../core/validate/report/persona.ts';
import { whatIfs } from '../../core/validate/report.ts';
import { type CheckOptions, failOn } from '../check/options.ts';
import { oneOf, optionName, options } from '../options.ts';
import type { CommandContext } from './context.ts';

const formats = ['text', 'json', 'sarif', 'junit', 'github', 'azure', 'markdown'] as const;

export function addCheckCommand(program: Command, { io, exit }: CommandContext): void {
  program
    .command('check', { isDefault: false })
    .description('judge the API Management deployments in files and folders')
    .argument('[paths...]', 'files or folders; - for standard input', ['.'])
    .addOption(
      new Option(
        '--format <format>',
        'form of the report; text, or annotations within GitHub Actions and Azure Pipelines',
      ).choices(formats),
    )
    .option('--output <file>', 'write the report there instead of printing it')
    .addOption(options.parameters())
    .addOption(options.varFiles())
    .option('--service <name>', 'which service to judge if the input has several')
    .addOption(options.serviceTags())
    .addOption(options.edition())
    .addOption(
      new Option(
        '--what-if <rules>',
        `judge as if deny rules were added: ${whatIfs.map(optionName).join(', ')}`,
      )
        .argParser(oneOf(whatIfs))
        .default('NONE', 'none'),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        `findings that make the command fail: ${failOn.map(optionName).join(', ')}`,
      )
        .argParser(oneOf(failOn))
        .default('ERROR', 'error'),
    )
    .addOption(
      new Option(
        '--persona <persona>',
        `how much the report has: ${personas.map(optionName).join(', ')}`,
      )
        .argParser(oneOf(personas))
        .default('PEDANTIC', 'pedantic'),
    )
    .option(
      '--why <packet or rule>',
      'print the rules that decide a packet, or what a rule does, instead of the report',
    )
    .option(
      '--flows <file>',
      `file with flows that you promise (default: the nearest ${flowsFileName} above each deployment)`,
    )
    .option('--fix', 'edit Bicep and Terraform files so that denied required flows pass')
    .option('--dry-run', 'with --fix: print the edits as a diff and write nothing')
    .option('--allow-none', 'exit with 0 if no file has a deployment of API Management')
    .option('--baseline <file>', 'count only findings that are not in this file')
    .option('--update-baseline', 'write the findings of this run into the baseline')
    .option('--no-ignores', 'report what comments and settings ignore, too')
    .option(
      '--live <resource id>',
      'judge a service as it is in Azure, read with the sign-in of the Azure CLI',
    )
    .option('--cloud <cloud>', 'with --live: public, us-government, china', 'public')
    .option('--watch', 'judge again when a file changes')
    .option('-v, --verbose', 'add sources, assumptions, all flows and ignored findings')
    .addHelpText(
      'after',
      `
Examples:
  $ apim-atlas check                         everything below this folder
  $ apim-atlas check infra/main.bicep --param sku=Premium
  $ apim-atlas check infra --var-file common.tfvars --var-file prod.tfvars
  $ terraform show -json plan.out | apim-atlas check -
  $ apim-atlas check --format sarif --output apim.sarif
  $ apim-atlas check --fix --dry-run | git apply
  $ apim-atlas check --why 'tcp 10.0.1.4 -> 13.69.104.0:1433'
  $ apim-atlas check --why rule:DenyDatabases
  $ apim-atlas check --live $(az apim show -g my-group -n my-apim --query id -o tsv)

Personas:
  regular   what stops the deployment, may stop it, or fails later
  pedantic  also names, rules without effect, and rules wider than needed
  auditor   also everything that the verdict assumes

Exit codes:
  0  no finding at or above --fail-on
  1  findings
  2  wrong usage, unreadable input, or nothing to judge
  3  undecided, with --fail-on review

To ignore a finding, write above its line or block:
  // apim-atlas-ignore <check>: <reason> [until YYYY-MM-DD]`,
    )
    .action(async (paths: readonly string[], values: CheckOptions) => {
      const { check } = await import('../check/check.ts');
      exit(await check(paths, values, io));
    });
}
