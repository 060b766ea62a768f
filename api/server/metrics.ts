/** What the server counts, as Prometheus reads it. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Endpoint } from './endpoint.ts';

/** Upper bounds of the buckets, in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

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
    buckets,
    registers,
  });
  return {
    contentType: registry.contentType,
    print: () => registry.metrics(),
    observe(route: string, status: number, seconds: number) {
      requests.inc({ route, status });
      durations.observe({ route }, seconds);
    },
  };
}
