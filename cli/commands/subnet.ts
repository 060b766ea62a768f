/** `apim-atlas subnet` says how large the subnet has to be. */

import type { Command } from 'commander';
import { plural } from '../../core/validate/report/check-run.ts';
import { exitCodes } from '../io.ts';
import { integer, options, type RuleScopeOptions } from '../options.ts';
import { table } from '../table.ts';
import type { CommandContext } from './context.ts';

export function addSubnetCommand(program: Command, { io, exit }: CommandContext): void {
  program
    .command('subnet')
    .description('say how large the subnet must be')
    .addOption(options.tier().makeOptionMandatory())
    .addOption(options.mode().makeOptionMandatory())
    .option('--units <number>', 'scale units', integer, 1)
    .option('--prefix-length <number>', 'prefix length to check, for example 27 for a /27', integer)
    .action(async (values: RuleScopeOptions & { units: number; prefixLength?: number }) => {
      const { subnetPlan } = await import('../../core/answers/subnet-plan.ts');
      const plan = subnetPlan({
        tier: values.tier,
        virtualNetworkType: values.mode,
        units: values.units,
        ...(values.prefixLength !== undefined && { prefixLength: values.prefixLength }),
      });
      io.out(
        table(
          [
            'ADDRESSES NEEDED',
            `${plan.addressesNeeded}, and ${plan.reservedAddresses} that Azure keeps`,
          ],
          [
            ['SMALLEST', `/${plan.smallestPrefixLength}`],
            ['RECOMMENDED', `/${plan.recommendedPrefixLength} (${plan.recommendedPrefixReason})`],
            ['DELEGATION', plan.delegation ?? 'none'],
            ...(plan.fits === null
              ? []
              : [
                  [
                    `IN A /${values.prefixLength}`,
                    `${plan.fits ? 'fits' : 'does not fit'}; at most ${plural(plan.maxUnits ?? 0, 'unit')}, addresses left: ${plan.remainingAddresses}`,
                  ],
                ]),
          ],
        ),
      );
      if (plan.fits === false) exit(exitCodes.findings);
    });
}
