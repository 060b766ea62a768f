/** `apim-atlas mcp` serves agents over standard input and output. */

import type { Command } from 'commander';
import { options } from '../options.ts';

export function addMcpCommand(program: Command): void {
  program
    .command('mcp')
    .description('serve coding agents with the Model Context Protocol (MCP) over stdio')
    .addOption(options.serviceTags())
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
