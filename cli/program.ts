/** The command line of apim-atlas: its commands, its help, and what it says when it is used wrongly. */

import { Command, CommanderError } from 'commander';
import { InputError } from '../core/input-error.ts';
import { DamagedTagsError } from '../core/network/service-tags/damaged-tags-error.ts';
import { addCheckCommand } from './commands/check.ts';
import { addCollectCommand } from './commands/collect.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addDiffCommand } from './commands/diff.ts';
import { addDnsCommand } from './commands/dns.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addIpImpactCommand } from './commands/ip-impact.ts';
import { addLookupCommand } from './commands/lookup.ts';
import { addMcpCommand } from './commands/mcp.ts';
import { addPortsCommand } from './commands/ports.ts';
import { addRegionCommand } from './commands/region.ts';
import { addRulesCommand } from './commands/rules.ts';
import { addSearchCommand } from './commands/search.ts';
import { addSubnetCommand } from './commands/subnet.ts';
import { addTunnelCommand } from './commands/tunnel.ts';
import { errorText, exitCodes, type Io, UsageError } from './io.ts';

export { exitCodes, type Io } from './io.ts';

/** In the order in which the help lists them. */
const commands = [
  addCheckCommand,
  addDiffCommand,
  addCollectCommand,
  addRulesCommand,
  addPortsCommand,
  addRegionCommand,
  addSubnetCommand,
  addIpImpactCommand,
  addTunnelCommand,
  addDnsCommand,
  addLookupCommand,
  addExplainCommand,
  addSearchCommand,
  addMcpCommand,
  addCompletionCommand,
];

/** Runs one command line, without the names of Node and of the script; gives the exit code. */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  let code: number = exitCodes.clean;
  const program = new Command('apim-atlas')
    .description('What Azure API Management needs from its network, and whether yours provides it.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(apim-atlas --help says more)')
    .showSuggestionAfterError();
  const exit = (result: number) => {
    code = result;
  };
  for (const add of commands) add(program, { io, exit });
  for (const command of program.commands) {
    command
      .copyInheritedSettings(program)
      .showHelpAfterError(`(apim-atlas ${command.name()} --help says more)`);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.clean : exitCodes.unusable;
    }
    if (hasOwnWords(error)) {
      io.err(errorText(error, io));
      return exitCodes.unusable;
    }
    throw error;
  }
}

/** True of an error whose message says what is wrong and what to do. */
const hasOwnWords = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof InputError ||
  error instanceof DamagedTagsError ||
  isOfSystem(error);

/** What the system refuses, such as a file that may not be written: its message names the file and the reason. */
const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;
