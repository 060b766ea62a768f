/** Runs deploy/nginx.conf with ports and log files of its own, in front of servers in processes of their own. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from '../../scripts/build.ts';
import { ask } from '../support/ask.ts';
import { inherited } from '../support/server-process.ts';

const configFile = fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url));

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}

/** Free ports below the range from which the system assigns ports to other tests. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let port = 12_000 + Math.floor(Math.random() * 18_000); ports.length < count; port += 1) {
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

export interface Process {
  readonly url: string;
  /** Sends a signal and waits for the end; the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

async function watched(child: ChildProcess, port: number): Promise<Process> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const isUp = await ask({ url }, { path: '/health' }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (child.exitCode !== null) throw new Error(`what should listen on port ${port} has ended`);
  return {
    url,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts the server as it is built, which is up sooner than its sources. */
export function startReplica(port: number): Promise<Process> {
  const env = {
    ...inherited,
    PORT: String(port),
    HOST: '127.0.0.1',
    TRUST_PROXY: '1',
    RATE_LIMIT: '0',
  };
  const child = spawn(process.execPath, [parts.server.entry], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return watched(child, port);
}

export interface Nginx extends Process {
  /** Its log of requests, or that of errors. */
  log(name: 'access' | 'error'): string;
  remove(): void;
}

/** Starts nginx in front of the servers on these ports, once one of them answers. */
export async function startNginx(port: number, replicas: readonly number[]): Promise<Nginx> {
  const directory = mkdtempSync(join(tmpdir(), 'atlas-nginx-'));
  const logs = { access: join(directory, 'access.log'), error: join(directory, 'error.log') };
  const config = replicas
    .reduce(
      (text, replica, index) => text.replace(`127.0.0.1:400${index + 1}`, `127.0.0.1:${replica}`),
      readFileSync(configFile, 'utf8'),
    )
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/log/nginx/atlas.log', logs.access)
    .replace('/var/log/nginx/atlas-error.log', logs.error);
  writeFileSync(join(directory, 'atlas.conf'), config);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  const main = join(directory, 'nginx.conf');
  writeFileSync(
    main,
    `daemon off; master_process off; pid ${directory}/pid; error_log stderr error;
events { worker_connections 1024; }
http { ${temporary.join(' ')} include ${directory}/atlas.conf; }
`,
  );
  const child = spawn('nginx', ['-c', main, '-p', directory, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    ...(await watched(child, port)),
    log: (name) => readFileSync(logs[name], 'utf8'),
    remove: () => rmSync(directory, { recursive: true }),
  };
}
