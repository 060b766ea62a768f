/** The server: site at /, API at /graphql, /health, /ready and /metrics for monitoring; stops gracefully. */

import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { debuglog } from 'node:util';
import { redactingLogger } from '../plugins/redacting-logger.ts';
import { apiParts } from '../request/accelerator.ts';
import { forwardedClient } from '../request/client.ts';
import { createRateLimit } from '../request/rate-limit.ts';
import { responder } from '../request/respond.ts';
import { boundConnections } from './connections.ts';
import { graphqlEndpoint } from './endpoint.ts';
import { stopGracefully } from './graceful-stop.ts';
import { createListener } from './listener.ts';
import { createServer } from './node-http.ts';
import { defaultOptions, readServerOptions, type ServerOptions, StartError } from './options.ts';
import { createRequestLog } from './request-log.ts';
import { siteDirectory } from './site-directory.ts';
import { siteFiles } from './site-files.ts';
import { threadPool } from './thread-pool.ts';
import { warmUp } from './warm-up.ts';

/** Limits on a client before its request is read. Times in milliseconds. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  // See connections.ts.
  keepAliveTimeout: 0,
};
/** Connections that wait to be accepted: where there is no room for one, its client tries again only after seconds. */
const backlog = 4096;

export interface RunningServer {
  readonly url: string;
  /** Takes no new connections, lets running requests finish, then resolves. */
  stop(): Promise<void>;
}

function urlOf(host: string | undefined, port: number): string {
  if (host === undefined || host === '::' || host === '0.0.0.0') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function reasonOf(error: NodeJS.ErrnoException, { port, host }: ServerOptions): string {
  const address = host === undefined ? `port ${port}` : `${host}, port ${port}`;
  if (error.code === 'EADDRINUSE') return `${address} is in use; set PORT to another one`;
  if (error.code === 'EACCES') return `${address} needs more rights; set PORT to one above 1023`;
  return `cannot listen on ${address}: ${error.code ?? error.message}`;
}

export async function startServer(
  overrides: Partial<ServerOptions>,
  directory: string = siteDirectory,
): Promise<RunningServer> {
  const options = { ...defaultOptions, ...overrides };
  const { serviceTagFiles, validationsPerMinute, trustedProxies, host, port } = options;
  const threads = threadPool(serviceTagFiles);
  const validations = validationsPerMinute > 0 ? createRateLimit(validationsPerMinute) : undefined;
  const parts = apiParts({ serviceTagFiles, validations, log: debuglog('atlas') });
  const respond = responder(parts);
  const log = options.logsRequests ? createRequestLog(process.stdout) : undefined;
  const { listener, traffic } = createListener({
    api: graphqlEndpoint(parts, respond, threads),
    site: siteFiles(directory, serviceTagFiles),
    clientOf: ({ socket, headers }: IncomingMessage) =>
      forwardedClient(socket.remoteAddress, headers['x-forwarded-for']?.toString(), trustedProxies),
    log,
  });

  const server = createServer(limits, listener);
  const connections = boundConnections(server, trustedProxies === 0);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartError(reasonOf(error, options))));
    server.listen({ port, backlog, ...(host && { host }) }, resolve);
  });

  warmUp(respond).catch(redactingLogger.error);

  return {
    url: urlOf(host, (server.address() as AddressInfo).port),
    async stop() {
      await stopGracefully(server, traffic, connections);
      await threads.stop();
    },
  };
}

/** Starts the server, says where it is, and stops it on SIGTERM or SIGINT. */
async function run(options: ServerOptions): Promise<void> {
  const server = await startServer(options);
  console.log(`APIM Network Atlas on ${server.url} (API at /graphql)`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => server.stop().then(() => process.exit(0)));
  }
}

if (import.meta.main) {
  try {
    await run(readServerOptions(process.env));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    // One line and the exit code say what prevents the start.
    console.error(error.message);
    process.exitCode = 1;
  }
}
