/** Counts what the server does and prints it in the text format of Prometheus (exposition format 0.0.4). */

import { performance } from 'node:perf_hooks';

/** Upper bounds of the histogram of durations, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export const routes = ['graphql', 'site', 'operations'] as const;
export type Route = (typeof routes)[number];

interface RouteCounts {
  readonly byStatus: Map<number, number>;
  readonly byDuration: number[];
  seconds: number;
  requests: number;
}

/** A value that is read when somebody asks for it. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  /** By label text as `from="kept"`; the empty text for none. */
  read(): Readonly<Record<string, number>>;
}

export interface Metrics {
  observe(route: Route, status: number, seconds: number): void;
  /** The page, with the values of further gauges. */
  print(gauges: readonly Gauge[]): string;
}

function family(name: string, type: string, help: string, lines: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

const processGauges: readonly Gauge[] = [
  {
    name: 'process_resident_memory_bytes',
    help: 'Memory that the process holds.',
    type: 'gauge',
    read: () => ({ '': process.memoryUsage.rss() }),
  },
  {
    name: 'process_cpu_seconds_total',
    help: 'Processor time that the process has taken.',
    type: 'counter',
    read() {
      const { user, system } = process.cpuUsage();
      return { '': (user + system) / 1e6 };
    },
  },
  {
    name: 'nodejs_eventloop_utilization',
    help: 'Part of the time, since the start, in which the event loop was busy.',
    type: 'gauge',
    read: () => ({ '': performance.eventLoopUtilization().utilization }),
  },
];

export function createMetrics(): Metrics {
  const counts = new Map<Route, RouteCounts>(
    routes.map((route) => [
      route,
      {
        byStatus: new Map(),
        byDuration: new Array(bounds.length + 1).fill(0),
        seconds: 0,
        requests: 0,
      },
    ]),
  );

  function printRequests(): string[] {
    return [...counts].flatMap(([route, { byStatus }]) =>
      [...byStatus].map(
        ([status, count]) => `http_requests_total{route="${route}",status="${status}"} ${count}`,
      ),
    );
  }

  function printDurations(): string[] {
    const name = 'http_request_duration_seconds';
    return [...counts].flatMap(([route, { byDuration, seconds, requests }]) => {
      let below = 0;
      return [
        ...bounds.map((bound, index) => {
          below += byDuration[index] ?? 0;
          return `${name}_bucket{route="${route}",le="${bound}"} ${below}`;
        }),
        `${name}_bucket{route="${route}",le="+Inf"} ${requests}`,
        `${name}_sum{route="${route}"} ${seconds}`,
        `${name}_count{route="${route}"} ${requests}`,
      ];
    });
  }

  return {
    observe(route, status, seconds) {
      const count = counts.get(route) as RouteCounts;
      count.byStatus.set(status, (count.byStatus.get(status) ?? 0) + 1);
      count.seconds += seconds;
      count.requests += 1;
      let index = 0;
      while (seconds > (bounds[index] ?? Infinity)) index += 1;
      count.byDuration[index] = (count.byDuration[index] ?? 0) + 1;
    },
    print(gauges) {
      const lines = [
        ...family('http_requests_total', 'counter', 'Requests answered.', printRequests()),
        ...family(
          'http_request_duration_seconds',
          'histogram',
          'Time from the head of a request to the end of its answer.',
          printDurations(),
        ),
        ...[...gauges, ...processGauges].flatMap(({ name, type, help, read }) =>
          family(
            name,
            type,
            help,
            Object.entries(read()).map(([label, value]) =>
              label === '' ? `${name} ${value}` : `${name}{${label}} ${value}`,
            ),
          ),
        ),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}
