/** A request of the Model Context Protocol, as it comes over HTTP and goes to a thread. */

export interface McpRequest {
  readonly method: string;
  /** Those of the protocol alone, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export const isMcp = (url: string): boolean => /^\/mcp\/?(\?|$)/.test(url);

export function mcpRequestOf(
  method: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): McpRequest {
  const own = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    /^(accept|content-type|mcp-.*)$/.test(name) && typeof value === 'string' ? [[name, value]] : [],
  );
  return { method, headers: Object.fromEntries(own) };
}
