/** The server: site at /, API at /graphql, /health, /ready and /metrics for whoever watches it; stops gracefully. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schema } from '../schema/index.ts';
import { createHandler, maxBodyBytes } from '../yoga.ts';
import { clientAddress } from './client.ts';
import { answerClientErrors } from './client-errors.ts';
import { stopGracefully } from './graceful-stop.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { createListener } from './listener.ts';
import { defaultOptions, readServerOptions, type ServerOptions, StartError } from './options.ts';
import { queryPreparation } from './prepared-queries.ts';
import { queryExecution } from './query-execution.ts';
import { quickAnswers } from './quick-answer.ts';
import { createRateLimit } from './rate-limit.ts';
import { createRequestLog } from './request-log.ts';
import { siteDirectory } from './site-directory.ts';
import { siteFiles } from './site-files.ts';

/** What a client may take of the server before it has asked anything. Times in milliseconds. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  // Longer than proxies keep a connection, so that it is they who close it.
  keepAliveTimeout: 65_000,
};
const maxConnections = 4_000;

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
  const place = host === undefined ? `port ${port}` : `${host}, port ${port}`;
  if (error.code === 'EADDRINUSE') return `${place} is in use; set PORT to another one`;
  if (error.code === 'EACCES') return `${place} needs more rights; set PORT to one above 1023`;
  return `cannot listen on ${place}: ${error.code ?? error.message}`;
}

export async function startServer(
  given: Partial<ServerOptions>,
  site: string = siteDirectory,
): Promise<RunningServer> {
  const options = { ...defaultOptions, ...given };
  const { serviceTagFiles, validationsPerMinute, trustedProxies } = options;
  const prepare = queryPreparation(schema);
  const shared = {
    prepare,
    ...(validationsPerMinute !== 0 && { validations: createRateLimit(validationsPerMinute) }),
  };
  const log = options.logsRequests
    ? createRequestLog((text) => process.stdout.write(text))
    : undefined;
  const { listener, traffic, leave } = createListener({
    api: graphqlEndpoint({
      handler: createHandler({ ...shared, serviceTagFiles }),
      readQuickly: quickAnswers({ ...shared, execute: queryExecution({ serviceTagFiles }) }),
      clientOf: (request) => clientAddress(request, trustedProxies),
      maxBodyBytes,
    }),
    site: siteFiles(site),
    log,
  });

  const server = createServer(limits, listener);
  server.maxConnections = maxConnections;
  answerClientErrors(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartError(reasonOf(error, options), 1)));
    server.listen({ port: options.port, ...(options.host && { host: options.host }) }, resolve);
  });

  return {
    url: urlOf(options.host, (server.address() as AddressInfo).port),
    async stop() {
      leave();
      await stopGracefully(server, traffic);
      log?.flush();
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
    await run(readServerOptions(process.argv.slice(2), process.env));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    // What prevents the start is told in one line and by the exit code.
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
