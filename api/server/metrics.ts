/** What the server counts, as Prometheus reads it. */

import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Endpoint } from './endpoint.ts';

/**
 * What has ended on one route. prom-client would look up labels for each request, which takes a tenth of the time of a
 * cached response.
 */
interface RouteCounts {
  readonly statuses: Map<number, number>;
  /** How many took at most so long, but longer than the bound before. */
  readonly buckets: number[];
  seconds: number;
}

/** Upper bounds of the buckets, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, Infinity];

/** The durations as a histogram. */
function durationsOf(routes: ReadonlyMap<string, RouteCounts>): string {
  const name = 'http_request_duration_seconds';
  const lines = [
    `# HELP ${name} Time from the head of a request to the end of its response.`,
    `# TYPE ${name} histogram`,
  ];
  for (const [route, { buckets, seconds }] of routes) {
    let count = 0;
    for (const [index, bound] of bounds.entries()) {
      count += buckets[index] ?? 0;
      const le = bound === Infinity ? '+Inf' : bound;
      lines.push(`${name}_bucket{le="${le}",route="${route}"} ${count}`);
    }
    lines.push(`${name}_sum{route="${route}"} ${seconds}`);
    lines.push(`${name}_count{route="${route}"} ${count}`);
  }
  return `${lines.join('\n')}\n`;
}

export function createMetrics(
  traffic: { readonly running: ReadonlySet<unknown> },
  { cachedBytes, counts }: Pick<Endpoint, 'cachedBytes' | 'counts'>,
) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge(
    'http_requests_running',
    'Requests in progress, this one among them.',
    () => traffic.running.size,
  );
  gauge('graphql_cached_responses_bytes', 'Memory that cached responses take.', cachedBytes);
  new Counter({
    name: 'graphql_responses_total',
    help: 'Responses of the API, by where they came from.',
    labelNames: ['from'],
    registers,
    collect() {
      this.reset();
      for (const [from, count] of Object.entries(counts)) this.inc({ from }, count);
    },
  });
  const routes = new Map<string, RouteCounts>();
  new Counter({
    name: 'http_requests_total',
    help: 'Requests that have ended.',
    labelNames: ['route', 'status'],
    registers,
    collect() {
      this.reset();
      for (const [route, { statuses }] of routes)
        for (const [status, count] of statuses) this.inc({ route, status }, count);
    },
  });
  return {
    contentType: registry.contentType,
    observe(route: string, status: number, seconds: number) {
      let counts = routes.get(route);
      if (counts === undefined) {
        counts = { statuses: new Map(), seconds: 0, buckets: bounds.map(() => 0) };
        routes.set(route, counts);
      }
      const { statuses, buckets } = counts;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      counts.seconds += seconds;
      const bucket = bounds.findIndex((bound) => seconds <= bound);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    },
    print: async () => `${await registry.metrics()}\n${durationsOf(routes)}`,
  };
}
