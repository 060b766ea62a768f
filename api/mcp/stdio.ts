/** The MCP server over standard input and output, with the API in this process. */

import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { parse } from 'graphql';
import { execute } from '../execute.ts';
import type { ApiContext } from '../schema/builder.ts';
import { createMcpServer } from './server.ts';
import type { Execute } from './tools.ts';

/** Resolves when the client closes the connection. */
export async function serveMcp(serviceTagFiles: ApiContext['serviceTagFiles']): Promise<void> {
  const inProcess: Execute = ({ text }, variables) =>
    execute(parse(text), variables as Record<string, unknown>, { serviceTagFiles }) as never;
  const server = createMcpServer(inProcess);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
