/** `apim-atlas search` searches facts, checks and symptoms. */

import type { Command } from 'commander';
import { UsageError } from '../io.ts';
import { optionName } from '../options.ts';
import type { CommandContext } from './context.ts';

export function addSearchCommand(program: Command, { io }: CommandContext): void {
  program
    .command('search')
    .description('search all facts, checks and symptoms')
    .argument('<text...>', 'words, a port, an address or an error message')
    .action(async (words: readonly string[]) => {
      const { ruleStatusText } = await import('../../core/answers/rule-status.ts');
      const { search } = await import('../../core/search/search.ts');
      const hits = search(words.join(' ')).slice(0, 10);
      if (hits.length === 0) throw new UsageError('nothing found; try fewer words');
      io.out(
        hits
          .map(
            ({ kind, id, title, summary, status }) =>
              `${optionName(kind)} ${id}: ${title}${status ? `, ${ruleStatusText(status)}` : ''}\n  ${summary}\n`,
          )
          .join(''),
      );
    });
}
