/** `apim-atlas ports` lists the rows of the port table. */

import type { Command } from 'commander';
import type { IsoDate, VirtualNetworkType } from '../../data/model.ts';
import { optionName, options } from '../options.ts';
import { table } from '../table.ts';
import type { CommandContext } from './context.ts';

export function addPortsCommand(program: Command, { io }: CommandContext): void {
  program
    .command('ports')
    .description('list the rows of the port table')
    .addOption(options.edition())
    .addOption(options.platform())
    .addOption(options.mode())
    .action(
      async (values: {
        edition?: IsoDate;
        platform?: 'STV1' | 'STV2';
        mode?: VirtualNetworkType;
      }) => {
        const { ruleStatus } = await import('../../core/answers/rule-status.ts');
        const { statementsOf } = await import('../../core/answers/port-table.ts');
        const rows = statementsOf(values.edition, values.platform).filter(
          ({ statement }) =>
            values.mode === undefined || statement.virtualNetworkTypes.includes(values.mode),
        );
        io.out(
          table(
            ['PORTS', 'DIRECTION', 'PROTOCOL', 'SOURCE', 'DESTINATION', 'STATUS', 'SINCE', 'RULE'],
            rows.map(({ rule, statement }) => [
              [
                ...statement.destinationPorts,
                ...statement.optionalDestinationPorts.map((port) => `(${port})`),
              ].join(','),
              statement.directions.map(optionName).join(','),
              statement.protocol,
              statement.source,
              statement.destination,
              optionName(statement.necessity),
              ruleStatus(rule, statement.edition)?.since ?? '',
              rule.id,
            ]),
          ),
        );
      },
    );
}
