/** `apim-atlas mcp` serves agents over standard input and output. */

import type { Command } from 'commander';
import { list } from '../options.ts';

export function addMcpCommand(program: Command): void {
  program
    .command('mcp')
    .description('serve agents by the Model Context Protocol, over standard input and output')
    .option(
      '--service-tags <file>',
      'weekly file with the prefixes of all tags; may be repeated',
      list,
      [],
    )
    .addHelpText(
      'after',
      `
For an agent that reads mcp.json:
  { "mcpServers": { "apim-atlas": { "command": "npx", "args": ["--yes", "apim-network-atlas", "mcp"] } } }`,
    )
    .action(async (values: { serviceTags: readonly string[] }) => {
      const { serveMcp } = await import('../../api/mcp/stdio.ts');
      const { loadServiceTagFiles } = await import('../service-tag-files.ts');
      await serveMcp(await loadServiceTagFiles(values.serviceTags));
    });
}
