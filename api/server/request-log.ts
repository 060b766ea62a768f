/**
 * One line of JSON for each request. A line holds when, which way and how it ended; of an address the path alone,
 * since a query may stand behind the question mark, and nothing of a body or a header but the request's id.
 */

export interface RequestEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** 0 where the client went away before there was an answer. */
  readonly status: number;
  readonly durationMs: number;
}

export interface RequestLog {
  add(entry: RequestEntry): void;
  /** Writes what waits to be written. */
  flush(): void;
}

/** Lines are written together: one by one they would cost more than most answers. */
const flushAfter = 100;

export function createRequestLog(write: (text: string) => void): RequestLog {
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length > 0) write(`${lines.join('\n')}\n`);
    lines = [];
  }

  return {
    add(entry) {
      lines.push(JSON.stringify({ time: new Date().toISOString(), ...entry }));
      timer ??= setTimeout(flush, flushAfter).unref();
    },
    flush,
  };
}
