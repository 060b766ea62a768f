/** `apim-atlas collect` reads a service and its network from Azure into one file. */

import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { printable } from '../../core/validate/report/printable.ts';
import type { CommandContext } from './context.ts';

export function addCollectCommand(program: Command, { io }: CommandContext): void {
  program
    .command('collect')
    .description('read a service and its network from Azure into one file, to judge it elsewhere')
    .argument('<resource id>', 'id of the service, as az apim show --query id prints it')
    .option('--output <file>', 'write the file there instead of printing it')
    .option('--cloud <cloud>', 'cloud of the service: public, us-government, china', 'public')
    .addHelpText(
      'after',
      `
It reads with the sign-in of the Azure CLI and writes nothing to Azure. It needs
the role API Management Service Reader Role on the service, and Reader on the
virtual networks, security groups, route tables and public IP addresses. The file
has what the verdict needs: no custom domains, certificates, e-mail addresses or
tags. It names the hosts of the network status and the DNS label of the public IP
address, and rules keep their descriptions.

Examples:
  $ apim-atlas collect $(az apim show -g my-group -n my-apim --query id -o tsv) --output live.json
  $ apim-atlas check live.json`,
    )
    .action(
      async (
        resourceId: string,
        { output, cloud }: { readonly output?: string; readonly cloud: string },
      ) => {
        const { liveDocument } = await import('../live/document.ts');
        const { document } = await liveDocument(resourceId, cloud, io);
        const text = `${JSON.stringify(document, undefined, 2)}\n`;
        for (const { id, reason } of document.unread) {
          io.err(`not read: ${printable(id)}: ${printable(reason)}\n`);
        }
        if (output === undefined) {
          io.out(text);
          return;
        }
        const file = resolve(io.cwd, output);
        writeFileSync(file, text);
        io.err(`wrote ${relative(io.cwd, file)}\n`);
      },
    );
}
