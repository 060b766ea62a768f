/** `apim-atlas explain` explains a check, a rule or another fact. */

import type { Command } from 'commander';
import type { CommandContext } from './context.ts';

export function addExplainCommand(program: Command, { io }: CommandContext): void {
  program
    .command('explain')
    .description('explain a check, a rule or another fact by its id')
    .argument('[id]', 'id as findings and searches print it; leave it out to list all checks')
    .action(async (id: string | undefined) => {
      const { checkList, explanation } = await import('../explanation.ts');
      io.out(id === undefined ? checkList() : explanation(id));
    });
}
