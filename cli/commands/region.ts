/** `apim-atlas region` prints names, service tag and control-plane addresses of a region. */

import type { Command } from 'commander';
import { optionName } from '../options.ts';
import { table } from '../table.ts';
import type { CommandContext } from './context.ts';

export function addRegionCommand(program: Command, { io }: CommandContext): void {
  program
    .command('region')
    .description('print the names, service tag and control-plane addresses of a region')
    .argument('<name>', 'westeurope, "West Europe" or an earlier name')
    .action(async (name: string) => {
      const { requireRegion } = await import('../../core/answers/region.ts');
      const region = requireRegion(name, ['name']);
      const suffix = region.serviceTagSuffix;
      io.out(
        table(
          ['NAME', region.name],
          [
            ['DISPLAY NAME', region.displayName],
            ['ALIASES', region.aliases.join(', ') || 'none'],
            ['CLOUD', optionName(region.cloud)],
            ['SERVICE TAG', suffix ? `ApiManagement.${suffix}` : 'ApiManagement, no regional tag'],
            ...region.controlPlaneAddresses.map(({ address, scope, editions }) => [
              'CONTROL PLANE',
              `${address} (${optionName(scope)}), printed in ${editions.join(', ')}`,
            ]),
          ],
        ),
      );
    });
}
