/** What the server counts, as Prometheus reads it. */

import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Endpoint } from './endpoint.ts';

/** Upper bounds of the buckets, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** The requests of a route that have ended. */
interface Ended {
  readonly byStatus: Map<number, number>;
  /** How many took at most so long, each in the first bucket that it fits; the last one has those that took longer. */
  readonly buckets: number[];
  seconds: number;
  count: number;
}

const durationName = 'http_request_duration_seconds';

/** The text of the histogram, in which each bucket also counts what is in those before it. */
function durationLines(ended: ReadonlyMap<string, Ended>): string[] {
  const help = 'Time from the head of a request to the end of its response.';
  const lines = [`# HELP ${durationName} ${help}`, `# TYPE ${durationName} histogram`];
  for (const [route, { buckets, seconds, count }] of ended) {
    let sum = 0;
    for (const [index, bound] of bounds.entries()) {
      sum += buckets[index] ?? 0;
      lines.push(`${durationName}_bucket{le="${bound}",route="${route}"} ${sum}`);
    }
    lines.push(
      `${durationName}_bucket{le="+Inf",route="${route}"} ${count}`,
      `${durationName}_sum{route="${route}"} ${seconds}`,
      `${durationName}_count{route="${route}"} ${count}`,
    );
  }
  return lines;
}

export function createMetrics(
  traffic: { readonly running: number },
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
    () => traffic.running,
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
  const ended = new Map<string, Ended>();
  new Counter({
    name: 'http_requests_total',
    help: 'Requests that have ended.',
    labelNames: ['route', 'status'],
    registers,
    collect() {
      this.reset();
      for (const [route, { byStatus }] of ended) {
        for (const [status, count] of byStatus) this.inc({ route, status }, count);
      }
    },
  });
  return {
    contentType: registry.contentType,
    print: async () => `${await registry.metrics()}\n${durationLines(ended).join('\n')}\n`,
    /** Adds up here: to add a value to the library's own takes a tenth of a short request's time. */
    observe(route: string, status: number, seconds: number) {
      let of = ended.get(route);
      if (of === undefined) {
        of = { byStatus: new Map(), buckets: bounds.map(() => 0), seconds: 0, count: 0 };
        ended.set(route, of);
      }
      of.byStatus.set(status, (of.byStatus.get(status) ?? 0) + 1);
      let bucket = 0;
      while (seconds > (bounds[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
      of.buckets[bucket] = (of.buckets[bucket] ?? 0) + 1;
      of.seconds += seconds;
      of.count += 1;
    },
  };
}
