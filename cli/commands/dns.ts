/** `apim-atlas dns` prints the DNS records of an instance in internal mode. */

import type { Command } from 'commander';
import type { CloudName } from '../../data/model.ts';
import { options } from '../options.ts';
import { table } from '../table.ts';
import type { CommandContext } from './context.ts';

export function addDnsCommand(program: Command, { io }: CommandContext): void {
  program
    .command('dns')
    .description('print the DNS records of an instance in internal mode')
    .argument('<instance>', 'name of the instance, contoso for contoso.azure-api.net')
    .argument('<address>', 'its private address')
    .addOption(options.cloud())
    .action(async (instanceName: string, privateAddress: string, values: { cloud: CloudName }) => {
      const { dnsPlan } = await import('../../core/answers/dns-plan.ts');
      const plan = dnsPlan({ instanceName, privateAddress, cloud: values.cloud });
      io.out(
        table(
          ['ZONE', 'RECORD', 'ADDRESS', 'ENDPOINT'],
          plan.records
            .filter(({ retiredOn }) => retiredOn === null)
            .map(({ zoneName, recordName, address, endpoint }) => [
              zoneName,
              recordName,
              address,
              endpoint,
            ]),
        ),
      );
      io.err(`Do not make the zone ${plan.forbiddenZoneName}: it would hide all names below it.\n`);
    });
}
