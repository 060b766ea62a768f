/** The MCP server: tools that answer from the API, and its tables as resources. */

import { McpServer } from '@modelcontextprotocol/server';
import packageJson from '../../package.json' with { type: 'json' };
import { checksOperation, portRulesOperation, regionsOperation } from '../client/index.ts';
import { type Execute, tools } from './tools.ts';

const resources = [
  {
    name: 'port-rules',
    description: 'The newest port table: ports, directions, service tags, need, sources.',
    read: (execute: Execute) => execute(portRulesOperation, {}),
  },
  {
    name: 'regions',
    description: 'All regions with their clouds and service tags.',
    read: (execute: Execute) => execute(regionsOperation, {}),
  },
  {
    name: 'checks',
    description: 'What the validation looks for.',
    read: (execute: Execute) => execute(checksOperation, {}),
  },
] as const;

const instructions =
  'Facts and checks for Azure API Management in virtual networks. Use validate before you propose a change of its network, and again after it. Results name their documents; cite them.';

/** A server for one session; all requests go to `execute`, which bounds what each may cost. */
export function createMcpServer(execute: Execute): McpServer {
  const server = new McpServer(
    { name: 'apim-network-atlas', version: packageJson.version },
    { instructions },
  );
  for (const { name, title, description, input, answer } of tools) {
    const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
    server.registerTool(
      name,
      { title, description, inputSchema: input, annotations },
      async (args) => {
        try {
          const result = await answer(args, execute);
          return { content: [{ type: 'text', text: JSON.stringify(result) }] };
        } catch (error) {
          // An agent can mend its arguments by the message.
          return { content: [{ type: 'text', text: (error as Error).message }], isError: true };
        }
      },
    );
  }
  for (const { name, description, read } of resources) {
    const uri = `atlas://${name}`;
    const mimeType = 'application/json';
    server.registerResource(name, uri, { description, mimeType }, async () => ({
      contents: [{ uri, mimeType, text: JSON.stringify(await read(execute)) }],
    }));
  }
  return server;
}
