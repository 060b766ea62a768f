/** What the server counts, as Prometheus reads it. */

import { performance } from 'node:perf_hooks';
import { type Metric, Registry } from 'prom-client';

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

interface Value {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string | number>>;
  readonly metricName?: string;
}

/** Upper bounds of the histogram, in seconds. */
const bounds = [
  0.001,
  0.0025,
  0.005,
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  Number.POSITIVE_INFINITY,
];
const durationName = 'http_request_duration_seconds';

interface Observed {
  readonly byStatus: Map<number, number>;
  readonly byBound: number[];
  seconds: number;
}

function durationsOf(route: Route, { byBound, seconds }: Observed): Value[] {
  let below = 0;
  const buckets = bounds.map((bound, index) => {
    below += byBound[index] ?? 0;
    const le = bound === Number.POSITIVE_INFINITY ? '+Inf' : bound;
    return { metricName: `${durationName}_bucket`, labels: { le, route }, value: below };
  });
  return [
    ...buckets,
    { metricName: `${durationName}_sum`, labels: { route }, value: seconds },
    { metricName: `${durationName}_count`, labels: { route }, value: below },
  ];
}

export function createMetrics({ running, cachedBytes, counts }: MetricSources): Metrics {
  const registry = new Registry();
  const observed = new Map<Route, Observed>();
  // The library's own counters and histograms take a good part of the time of a short response, so that they are filled
  // only when somebody asks for them.
  const add = (type: string, name: string, help: string, read: () => number | readonly Value[]) => {
    const get = () => {
      const values = read();
      return {
        name,
        help,
        type,
        values: typeof values === 'number' ? [{ value: values }] : values,
      };
    };
    registry.registerMetric({ name, help, type, get } as unknown as Metric);
  };
  add('gauge', 'http_requests_running', 'Requests in progress, this one among them.', running);
  add('gauge', 'graphql_cached_responses_bytes', 'Memory that cached responses take.', cachedBytes);
  add('gauge', 'process_resident_memory_bytes', 'Memory that the process holds.', () =>
    process.memoryUsage.rss(),
  );
  add(
    'gauge',
    'nodejs_eventloop_utilization',
    'Part of the time, since the start, in which the event loop was busy.',
    () => performance.eventLoopUtilization().utilization,
  );
  add('counter', 'process_cpu_seconds_total', 'Processor time that the process has taken.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  add('counter', 'graphql_responses_total', 'Responses of the API, by where they came from.', () =>
    Object.entries(counts).map(([from, value]) => ({ labels: { from }, value })),
  );
  add('counter', 'http_requests_total', 'Requests that have ended.', () =>
    [...observed].flatMap(([route, { byStatus }]) =>
      [...byStatus].map(([status, value]) => ({ labels: { route, status }, value })),
    ),
  );
  add(
    'histogram',
    durationName,
    'Time from the head of a request to the end of its response.',
    () => [...observed].flatMap(([route, one]) => durationsOf(route, one)),
  );

  return {
    contentType: registry.contentType,
    observe(route, status, seconds) {
      let one = observed.get(route);
      if (one === undefined) {
        one = { byStatus: new Map(), byBound: bounds.map(() => 0), seconds: 0 };
        observed.set(route, one);
      }
      one.byStatus.set(status, (one.byStatus.get(status) ?? 0) + 1);
      one.seconds += seconds;
      let index = 0;
      while (seconds > (bounds[index] as number)) index += 1;
      one.byBound[index] = (one.byBound[index] ?? 0) + 1;
    },
    print: () => registry.metrics(),
  };
}
