/** What the server counts, as Prometheus reads it. */

import { performance } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Route = 'graphql' | 'site' | 'operations';

export interface Metrics {
  readonly contentType: string;
  observe(route: Route, status: number, seconds: number): void;
  print(): Promise<string>;
}

/** Values that are read when somebody asks for them, and the numbers of responses by where they came from. */
export interface MetricSources {
  running(): number;
  cachedBytes(): number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Requests are counted together when there are so many: one by one it would cost as much as a short response. */
const batch = 500;

export function createMetrics({ running, cachedBytes, counts }: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests that have ended.',
    labelNames: ['route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its response.',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect: function () {
        this.set(read());
      },
    });
  gauge('http_requests_running', 'Requests in progress, this one among them.', running);
  gauge('graphql_cached_responses_bytes', 'Memory that cached responses take.', cachedBytes);
  gauge('process_resident_memory_bytes', 'Memory that the process holds.', () =>
    process.memoryUsage.rss(),
  );
  gauge(
    'nodejs_eventloop_utilization',
    'Part of the time, since the start, in which the event loop was busy.',
    () => performance.eventLoopUtilization().utilization,
  );
  const total = (
    name: string,
    help: string,
    labelNames: string[],
    read: (counter: Counter) => void,
  ) =>
    new Counter({
      name,
      help,
      labelNames,
      registers,
      collect: function () {
        this.reset();
        read(this);
      },
    });
  total(
    'process_cpu_seconds_total',
    'Processor time that the process has taken.',
    [],
    (counter) => {
      const { user, system } = process.cpuUsage();
      counter.inc((user + system) / 1e6);
    },
  );
  total(
    'graphql_responses_total',
    'Responses of the API, by where they came from.',
    ['from'],
    (counter) => {
      for (const [from, count] of Object.entries(counts)) counter.inc({ from }, count);
    },
  );

  let observed: { route: Route; status: number; seconds: number }[] = [];
  function flush(): void {
    for (const { route, status, seconds } of observed) {
      requests.inc({ route, status });
      durations.observe({ route }, seconds);
    }
    observed = [];
  }

  return {
    contentType: registry.contentType,
    observe(route, status, seconds) {
      observed.push({ route, status, seconds });
      if (observed.length >= batch) flush();
    },
    print() {
      flush();
      return registry.metrics();
    },
  };
}
