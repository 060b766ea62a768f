/**
 * Our server, a raw node:http server, Mercurius with JIT and Apollo Server: requests per second of processor time for three
 * sizes of response. Processor time, unlike the time on the clock, does not count what else the machine does. Each round
 * measures every size on every server in turn, so that a slow spell hits all of them.
 */

import { loadavg } from 'node:os';
import { atLeast, leastRatios } from './floors.ts';
import { countResponses } from './load.ts';
import { type Kind, kinds, requestBody, type Size, sizes } from './queries.ts';
import { record, type ServerRates } from './results.ts';
import { canPin, pinSelf, type ServerProcess, startProcess } from './server-process.ts';

const names = ['raw', 'atlas', 'mercurius', 'apollo'] as const;
type Name = (typeof names)[number];

const rounds = Number(process.env.ROUNDS ?? 5);
const milliseconds = Number(process.env.MILLISECONDS ?? 1000);
const connections = 64;
const firstPort = 4610;
/** Each request that must be new takes the next number. */
let number = 1;

/** Requests per second of the server's processor time. */
async function rateOf(server: ServerProcess, size: Size, kind: Kind): Promise<number> {
  const stored = requestBody(size, kind, 0);
  const next = kind === 'repeated' ? () => stored : () => requestBody(size, kind, number++);
  const path = server.name === 'raw' ? `/${size}` : '/graphql';
  const before = await server.usage();
  const load = { port: server.port, path, connections, milliseconds, next };
  const responses = await countResponses(load);
  return responses / (((await server.usage()) - before) / 1e6);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

type Rates = Readonly<Record<Name, number[]>>;
const emptyRates = (): Rates => ({ raw: [], atlas: [], mercurius: [], apollo: [] });

/** The median of the rounds' ratios. */
const ratioOf = (rates: Rates, other: Name) =>
  median(rates.atlas.map((rate, index) => rate / (rates[other][index] ?? Number.NaN)));

const floorsOf = (size: Size, kind: Kind, rates: Rates): string[] =>
  (['raw', 'mercurius'] as const).flatMap((other) => {
    const floor = leastRatios[kind][other];
    const what = `${size}, ${kind}, / ${other}`;
    return floor === undefined ? [] : [atLeast(what, ratioOf(rates, other), floor)];
  });

function row(size: Size, kind: Kind, rates: Rates): string {
  const ratio = (other: Name) => ratioOf(rates, other).toFixed(2);
  const figures = names.map((name) => Math.round(median(rates[name])).toString().padStart(10));
  return [
    size.padEnd(7),
    kind.padEnd(14),
    ...figures,
    ...(['raw', 'mercurius', 'apollo'] as const).map((name) => ratio(name).padStart(11)),
  ].join('');
}

pinSelf();
const servers = await Promise.all(
  names.map((name, index) => startProcess(name, firstPort + index)),
);
const measured: ServerRates[] = [];
const floors: string[] = [];
try {
  console.log(`load average of the machine: ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    `requests per second of processor time, ${connections} connections, ${canPin ? 'servers on one core' : 'not pinned'}, median of ${rounds} rounds; then atlas / other, median of the rounds' ratios`,
  );
  console.log(
    `${'size'.padEnd(7)}${'request'.padEnd(14)}${names.map((name) => name.padStart(10)).join('')}${['/ raw', '/ mercurius', '/ apollo'].map((text) => text.padStart(11)).join('')}`,
  );
  for (const kind of kinds) {
    const bySize = new Map(sizes.map((size) => [size, emptyRates()]));
    for (let round = -1; round < rounds; round++) {
      for (const [size, rates] of bySize) {
        for (const [index, name] of names.entries()) {
          const rate = await rateOf(servers[index] as ServerProcess, size, kind);
          // The first round warms up.
          if (round >= 0) rates[name].push(rate);
        }
      }
    }
    for (const [size, rates] of bySize) {
      console.log(row(size, kind, rates));
      floors.push(...floorsOf(size, kind, rates));
      const of = (name: Name) => Math.round(median(rates[name]));
      const perSecond = {
        raw: of('raw'),
        atlas: of('atlas'),
        mercurius: of('mercurius'),
        apollo: of('apollo'),
      };
      measured.push({ size, kind, perSecond });
    }
  }
  console.log(floors.join('\n'));
  record({ servers: measured });
} finally {
  for (const server of servers) server.stop();
}
