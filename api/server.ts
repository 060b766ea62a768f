/** The server: site at /, API at /graphql, /health for whoever watches it; stops gracefully. */

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readServerOptions, type ServerOptions, StartError } from './server-options.ts';
import { siteFiles } from './site-files.ts';
import { createHandler } from './yoga.ts';

export const siteDirectory = fileURLToPath(new URL('../site/dist', import.meta.url));

/** How long running requests may take to finish once the server is told to stop, in milliseconds. */
const stopTimeout = 9_000;

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
  options: ServerOptions,
  site: string = siteDirectory,
): Promise<RunningServer> {
  const api = createHandler({ serviceTagFiles: options.serviceTagFiles });
  const files = siteFiles(site);
  let isStopping = false;

  const listener: RequestListener = async (request, response) => {
    if (isStopping) response.setHeader('connection', 'close');
    const [path] = (request.url ?? '').split('?', 1);
    if (path === '/health') {
      response.writeHead(isStopping ? 503 : 200, { 'content-type': 'text/plain' });
      response.end(isStopping ? 'stopping' : 'ok');
    } else if (!path?.startsWith('/') || !URL.canParse(`http://${request.headers.host}`)) {
      response.writeHead(400).end();
    } else if (path === '/graphql' || path === '/graphql/') {
      await api(request, response);
    } else {
      files(request, response);
    }
  };

  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartError(reasonOf(error, options), 1)));
    server.listen({ port: options.port, ...(options.host && { host: options.host }) }, resolve);
  });

  return {
    url: urlOf(options.host, (server.address() as AddressInfo).port),
    async stop() {
      isStopping = true;
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), stopTimeout);
      await new Promise((resolve) => server.close(resolve));
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

/** Starts the server, says where it is, and stops it on SIGTERM or SIGINT. */
export async function runServer(options: ServerOptions): Promise<void> {
  const server = await startServer(options);
  console.log(`APIM Network Atlas on ${server.url} (API at /graphql)`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => server.stop().then(() => process.exit(0)));
  }
}

/** Runs a start-up; what prevents it is told in one line and as the exit code. */
export async function startUp(run: (options: ServerOptions) => Promise<void>): Promise<void> {
  try {
    await run(readServerOptions(process.argv.slice(2), process.env));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

if (import.meta.main) await startUp(runServer);
