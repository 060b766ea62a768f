/** The command line of apim-atlas: its commands, its help, and what it says when it is used wrongly. */

import { Command, CommanderError } from 'commander';
import { InputError } from '../core/input-error.ts';
import { printable } from '../core/validate/report/printable.ts';
import { addCheckCommand } from './commands/check.ts';
import { addKnowledgeCommands } from './commands/knowledge.ts';
import { exitCodes, type Io, painter, UsageError } from './io.ts';

/** Runs one command line, without the names of Node and of the script; gives the exit code. */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  let code: number = exitCodes.clean;
  const program = new Command('apim-atlas')
    .description('What Azure API Management needs of its network, and whether yours carries it.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(apim-atlas --help says more)')
    .showSuggestionAfterError();
  addCheckCommand(program, io, (result) => {
    code = result;
  });
  addKnowledgeCommands(program, io);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.clean : exitCodes.unusable;
    }
    if (error instanceof UsageError || error instanceof InputError) {
      io.err(`${painter(io)('error', 'error')}: ${printable(error.message)}\n`);
      return exitCodes.unusable;
    }
    throw error;
  }
}
