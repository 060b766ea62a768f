/** Runs the server as a process of its own, and keeps what it prints. */

import { type ChildProcess, spawn } from 'node:child_process';

/** What a process needs of this one's environment. */
export const inherited = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
};

const running = new Set<ChildProcess>();

/** Ends the processes that a test left. */
export function endProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
}

export function startProcess(script: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [script], {
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text.out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part) => {
    text.err += part;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, ...text });
    });
  });
  /** Its first line. */
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => text.out.includes('\n') && resolve(text.out));
    ended.then(({ err }) => reject(new Error(`ended: ${err}`)));
  });
  ready.catch(() => {});
  return { child, ready, ended };
}

/** A weekly service-tag file. */
export const weeklyFile = {
  changeNumber: 376,
  cloud: 'Public',
  values: [
    {
      name: 'Storage',
      id: 'Storage',
      properties: { addressPrefixes: ['20.60.0.0/16', '2603::/32'] },
    },
  ],
};
