/** `apim-atlas tunnel` prints routes and host names for forced tunneling. */

import type { Command } from 'commander';
import { options, type RuleScopeOptions } from '../options.ts';
import type { CommandContext } from './context.ts';

export function addTunnelCommand(program: Command, { io }: CommandContext): void {
  program
    .command('tunnel')
    .description('print the routes and host names for a subnet whose traffic goes to a firewall')
    .argument('<region>', 'region of the location')
    .addOption(options.tier().default('PREMIUM', 'premium'))
    .addOption(options.mode().default('INTERNAL', 'internal'))
    .addOption(options.platform().default('STV2', 'stv2'))
    .addOption(options.ruleFormat().default('MARKDOWN', 'markdown'))
    .option('--hosts', 'print only the host names, one a line, for the firewall')
    .action(async (region: string, values: RuleScopeOptions & { hosts?: boolean }) => {
      const { forcedTunneling } = await import('../../core/answers/forced-tunneling.ts');
      const plan = forcedTunneling({
        region,
        tier: values.tier,
        virtualNetworkType: values.mode,
        platform: values.platform,
      });
      const hosts = [...new Set(plan.endpoints.flatMap(({ hostNames }) => hostNames))];
      if (values.hosts) {
        io.out(hosts.map((host) => `${host}\n`).join(''));
        return;
      }
      const { renderRoutes } = await import('../../core/render/index.ts');
      io.out(renderRoutes(values.format, plan));
      for (const { text } of plan.notes) io.err(`${text}\n`);
    });
}
