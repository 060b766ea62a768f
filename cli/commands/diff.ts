/** The options of `apim-atlas diff`. */

import { type Command, Option } from 'commander';
import { flowsFileName } from '../../core/validate/own-flows/own-flow.ts';
import type { DiffOptions } from '../check/diff.ts';
import { options } from '../options.ts';
import type { CommandContext } from './context.ts';

export function addDiffCommand(program: Command, { io, exit }: CommandContext): void {
  program
    .command('diff')
    .description(
      'say exactly which packets a change opens and closes, and which findings come and go',
    )
    .argument('[paths...]', 'files or folders before and after; with --git at most one, after')
    .option('--git <commit>', 'compare with the files of this commit, branch or tag')
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addOption(options.parameters())
    .addOption(options.varFiles())
    .option(
      '--flows <file>',
      `file with flows that you promise, judged on both sides (default: the nearest ${flowsFileName} above each deployment)`,
    )
    .option('--service <name>', 'which service to judge if the input has several')
    .addOption(options.serviceTags())
    .addHelpText(
      'after',
      `
It does not report renames, reordering or rewritten prefixes that change nothing.

Examples:
  $ apim-atlas diff old.json new.json
  $ apim-atlas diff --git main                what the working tree changes against main
  $ apim-atlas diff --git HEAD~1 infra --format markdown

Exit codes:
  0  nothing changes
  1  packets or findings change, or may
  2  wrong usage, or nothing could be compared`,
    )
    .action(async (paths: readonly string[], values: DiffOptions) => {
      const { diff } = await import('../check/diff.ts');
      exit(await diff(paths, values, io));
    });
}
