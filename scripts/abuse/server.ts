/** Starts the built server as a container would run it: with a limit on its memory where the system lets us set one. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const mebibyte = 1024 * 1024;
export const memoryLimit = 512 * mebibyte;
/** Milliseconds in which a server must end after SIGTERM. */
const stopLimit = 5_000;
const script = fileURLToPath(new URL('../../dist/server/server.mjs', import.meta.url));
const reporter = new URL('report-turns.ts', import.meta.url).href;

/** As in the Dockerfile. */
const heapLimits = ['--max-old-space-size=128', '--max-semi-space-size=8'];
const memory = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };

/** A group of processes with a limit on memory, by the files of the kernel's two versions of control groups. */
const groups = [
  { root: '/sys/fs/cgroup/memory', limit: 'memory.limit_in_bytes' },
  { root: '/sys/fs/cgroup', limit: 'memory.max' },
];

/** Puts a process into a group of its own; undefined where this user may not. */
function limitMemory(pid: number): string | undefined {
  for (const { root, limit } of groups) {
    const path = `${root}/atlas-abuse-${pid}`;
    try {
      mkdirSync(path);
      if (existsSync(`${path}/${limit}`)) {
        writeFileSync(`${path}/${limit}`, String(memoryLimit));
        writeFileSync(`${path}/cgroup.procs`, String(pid));
        return path;
      }
      rmdirSync(path);
    } catch {
      // Not this version, or not allowed.
    }
  }
  return undefined;
}

export interface Turns {
  readonly p99: number;
  readonly most: number;
}

export interface AbusedServer {
  readonly port: number;
  readonly pid: number;
  readonly hasMemoryLimit: boolean;
  /** Bytes of memory that the process holds; 0 where it has ended. */
  residentBytes(): number;
  /** Bounds the files and sockets that the process may open; without a count as many as it began with. */
  limitDescriptors(count?: number | string): void;
  hasEnded(): boolean;
  /** Milliseconds that its main thread computed without a pause, since this was asked the last time. */
  turns(): Promise<Turns | undefined>;
  /** Milliseconds that SIGTERM took; undefined where the server did not end in time, and was killed. */
  stop(): Promise<number | undefined>;
}

export async function startServer(): Promise<AbusedServer> {
  const args = [...heapLimits, '--import', reporter, script];
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...memory, PORT: '0', REQUEST_LOG: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const pid = child.pid ?? 0;
  const group = limitMemory(pid);
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const [, port] = /:(\d+) /.exec(String(line)) ?? [];
  // The log is read no more.
  child.stdout?.destroy();
  const ended = once(child, 'exit');
  const [, descriptors] =
    /Max open files\s+(\d+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8')) ?? [];
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    port: Number(port),
    pid,
    hasMemoryLimit: group !== undefined,
    hasEnded,
    async turns() {
      if (hasEnded()) return undefined;
      const answer = once(child, 'message');
      child.send('turns');
      const [turns] = await Promise.race([answer, ended.then(() => [undefined])]);
      return turns;
    },
    residentBytes() {
      try {
        const [, kibibytes] =
          /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        return Number(kibibytes ?? 0) * 1024;
      } catch {
        return 0;
      }
    },
    limitDescriptors: (count = descriptors) => {
      execFileSync('prlimit', [`--pid=${pid}`, `--nofile=${count}:`]);
    },
    async stop() {
      const begin = performance.now();
      child.kill('SIGTERM');
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, stopLimit);
      await ended;
      clearTimeout(timer);
      if (group !== undefined) rmdirSync(group);
      return isLate ? undefined : performance.now() - begin;
    },
  };
}
