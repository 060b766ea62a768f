/** Starts a server in a process of its own, on one core where the system can pin it there. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Keeps this process off the core of the servers. */
export function pinSelf(): void {
  if (canPin) spawnSync('taskset', ['-apc', '1', String(process.pid)]);
}

export interface ServerProcess {
  readonly name: string;
  readonly port: number;
  /** Processor time that it has taken, in microseconds. */
  usage(): Promise<number>;
  stop(): void;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
}

export function startProcess(
  name: string,
  port: number,
  environment: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  // Ours is the bundle, as it is shipped.
  const entry = name === 'atlas' ? '../dist/server/server.mjs' : `servers/${name}.ts`;
  const script = fileURLToPath(new URL(entry, import.meta.url));
  const usage = new URL('report-usage.ts', import.meta.url).href;
  const command = [process.execPath, '--import', usage, script];
  const [program = '', ...args] = canPin ? ['taskset', '-c', '0', ...command] : command;
  const child: ChildProcess = spawn(program, args, {
    env: {
      ...process.env,
      ...environment,
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // A benchmark that fails leaves no server behind.
  process.once('exit', () => child.kill());
  const ended = once(child, 'exit');
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () =>
      resolve({
        name,
        port,
        usage: () =>
          new Promise((answer) => {
            child.once('message', (microseconds) => answer(Number(microseconds)));
            child.send('usage');
          }),
        stop: () => child.kill(),
        ended,
      }),
    );
    child.once('exit', () => reject(new Error(`${name} does not start`)));
  });
}
