/** The MCP server over standard input and output, with the API in this process. */

import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { parse } from 'graphql';
import { execute } from '../execute.ts';
import type { ApiContext } from '../schema/builder.ts';
import { createMcpServer } from './server.ts';
import type { Execute } from './tools.ts';

/** Resolves when the client closes the connection. */
export async function serveMcp(serviceTagFiles: ApiContext['serviceTagFiles']): Promise<void> {
  const inProcess: Execute = async ({ text }, variables) => {
    try {
      return (await execute(parse(text), variables as Record<string, unknown>, {
        serviceTagFiles,
      })) as never;
    } catch (error) {
      // What went wrong, without the operation that no agent knows.
      const causes = [(error as Error).cause ?? error].flat() as Error[];
      throw new Error(causes.map(({ message }) => message).join('; '));
    }
  };
  const server = createMcpServer(inProcess);
  // Standard output belongs to the protocol; a client shows this as the log of the server.
  server.server.onerror = ({ message }) => process.stderr.write(`apim-atlas mcp: ${message}\n`);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
