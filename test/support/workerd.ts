/**
 * Runs the Worker in workerd, the runtime of Cloudflare Workers. Instead of the assets binding it has a Worker
 * that does what the platform's does with the settings of wrangler.jsonc: it gives the file of exactly that path with
 * its type and an entity tag.
 */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './built.ts';

const configFile = fileURLToPath(new URL('../../wrangler.jsonc', import.meta.url));
const { compatibility_date } = JSON.parse(readFileSync(configFile, 'utf8'));

const assets = `
const types = { css: 'text/css; charset=utf-8', html: 'text/html; charset=utf-8', json: 'application/json', svg: 'image/svg+xml' };
export default {
  async fetch(request, { FILES }) {
    const { pathname } = new URL(request.url);
    const file = await FILES.fetch('http://files' + pathname);
    if (!file.ok) return new Response(null, { status: 404 });
    const bytes = await file.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const headers = { 'content-type': types[pathname.split('.').at(-1)], etag: '"' + digest.toHex() + '"' };
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
    return new Response(bytes, { headers });
  },
};
`;

function configOf(modules: readonly string[], site: string): string {
  const text = JSON.stringify;
  const list = modules.map((name) => `(name = ${text(name)}, esModule = embed ${text(name)})`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "atlas", worker = (
      modules = [${list.join(', ')}],
      bindings = [(name = "ASSETS", service = "assets")],
      compatibilityDate = ${text(compatibility_date)},
    )),
    (name = "assets", worker = (
      modules = [(name = "assets.js", esModule = ${text(assets)})],
      bindings = [(name = "FILES", service = "files")],
      compatibilityDate = ${text(compatibility_date)},
    )),
    (name = "files", disk = (path = ${text(site)})),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "atlas")],
);
`;
}

/** The program of this system, where it runs here. */
function program(): string | undefined {
  try {
    const path: string = createRequire(import.meta.url)('workerd').default;
    return spawnSync(path, ['--version']).status === 0 ? path : undefined;
  } catch {
    return undefined;
  }
}

export const workerd = program();

export interface RunningWorker {
  readonly url: string;
  /** What it wrote to its error output. */
  log(): string;
  stop(): Promise<void>;
}

/** The port, once workerd has told it by the file descriptor that it was given for that. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
    child.stdio[3]?.on('data', (text) => {
      const { event, port } = JSON.parse(String(text).split('\n', 1)[0] ?? '');
      if (event === 'listen') resolve(port);
    });
  });
}

/** Starts the Worker with the files of a directory as its site. */
export async function startWorker(site: string): Promise<RunningWorker> {
  const directory = mkdtempSync(join(tmpdir(), 'atlas-worker-'));
  cpSync(await ensureBuilt('worker'), directory, { recursive: true });
  // The first module gets the requests.
  const others = readdirSync(directory).filter(
    (name) => name.endsWith('.js') && name !== 'worker.js',
  );
  const config = join(directory, 'config.capnp');
  writeFileSync(config, configOf(['worker.js', ...others], site));
  const child = spawn(workerd ?? '', ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'inherit', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    log += text;
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await portOf(child).catch((error) => {
    throw new Error(`${error.message}: ${log}`);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => log,
    async stop() {
      child.kill();
      await ended;
      rmSync(directory, { recursive: true });
    },
  };
}
