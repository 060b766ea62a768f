/** What the server counts, as Prometheus reads it. */

import { performance } from 'node:perf_hooks';
import { Counter, Gauge, type Metric, Registry } from 'prom-client';

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

/** Upper bounds of the histogram, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

interface Observed {
  readonly byStatus: Map<number, number>;
  readonly byBound: number[];
  seconds: number;
  requests: number;
}

const durationName = 'http_request_duration_seconds';

/** The values of the histogram of one route. */
function durationsOf(route: string, { byBound, seconds, requests }: Observed) {
  let below = 0;
  const buckets = bounds.map((le, index) => {
    below += byBound[index] ?? 0;
    return { metricName: `${durationName}_bucket`, labels: { le, route }, value: below };
  });
  return [
    ...buckets,
    { metricName: `${durationName}_bucket`, labels: { le: '+Inf', route }, value: requests },
    { metricName: `${durationName}_sum`, labels: { route }, value: seconds },
    { metricName: `${durationName}_count`, labels: { route }, value: requests },
  ];
}

export function createMetrics({ running, cachedBytes, counts }: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const observed = new Map<Route, Observed>();
  // The library's own histogram takes a good part of the time of a short response.
  const durations = {
    name: durationName,
    help: 'Time from the head of a request to the end of its response.',
    type: 'histogram',
    get() {
      const values = [...observed].flatMap(([route, one]) => durationsOf(route, one));
      return { name: this.name, help: this.help, type: this.type, values };
    },
  };
  registry.registerMetric(durations as unknown as Metric);
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

  total('http_requests_total', 'Requests that have ended.', ['route', 'status'], (counter) => {
    for (const [route, { byStatus }] of observed) {
      for (const [status, count] of byStatus) counter.inc({ route, status }, count);
    }
  });

  return {
    contentType: registry.contentType,
    observe(route, status, seconds) {
      let one = observed.get(route);
      if (one === undefined) {
        one = { byStatus: new Map(), byBound: bounds.map(() => 0), seconds: 0, requests: 0 };
        observed.set(route, one);
      }
      one.byStatus.set(status, (one.byStatus.get(status) ?? 0) + 1);
      one.seconds += seconds;
      one.requests += 1;
      let index = 0;
      while (seconds > (bounds[index] ?? Number.POSITIVE_INFINITY)) index += 1;
      if (index < bounds.length) one.byBound[index] = (one.byBound[index] ?? 0) + 1;
    },
    print: () => registry.metrics(),
  };
}
