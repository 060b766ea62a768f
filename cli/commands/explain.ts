/** `apim-atlas explain` explains a check, a rule or another fact. */

import type { Command } from 'commander';
import { explanation } from '../explanation.ts';
import type { CommandContext } from './context.ts';

export function addExplainCommand(program: Command, { io }: CommandContext): void {
  program
    .command('explain')
    .description('explain a check, a rule or another fact by its id')
    .argument('<id>', 'id as findings and searches print it')
    .action((id: string) => io.out(explanation(id)));
}
