/** `apim-atlas ip-impact` says which addresses a change of a deployment changes. */

import type { Command } from 'commander';
import { optionName, options, type ParameterOptions } from '../options.ts';
import { table } from '../table.ts';
import type { CommandContext } from './context.ts';

export function addIpImpactCommand(program: Command, { io }: CommandContext): void {
  program
    .command('ip-impact')
    .description('say which IP addresses change when you change a deployment')
    .argument('<before>', 'file or folder with the deployment as it is')
    .argument('<after>', 'file or folder with the deployment as it will be')
    .addOption(options.parameters())
    .action(async (before: string, after: string, { param }: ParameterOptions) => {
      const { impactSummary, ipImpact } = await import('../../core/answers/ip-impact.ts');
      const { deploymentOf } = await import('../check/deployment.ts');
      const impact = ipImpact(
        await deploymentOf(before, param, io),
        await deploymentOf(after, param, io),
      );
      const { locations, steps, notes } = impact;
      io.out(`${impactSummary(impact)}\n\n`);
      io.out(
        table(
          ['LOCATION', 'PUBLIC ADDRESS', 'PRIVATE ADDRESS', 'BECAUSE OF'],
          locations.map(({ region, publicAddress, privateAddress }) => [
            region.name,
            optionName(publicAddress.outcome),
            optionName(privateAddress.outcome),
            [...new Set([...publicAddress.triggers, ...privateAddress.triggers])].join(', ') || '-',
          ]),
        ),
      );
      if (steps.length > 0) {
        io.out(`\n${steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}`);
      }
      for (const { text } of notes) io.err(`${text}\n`);
    });
}
