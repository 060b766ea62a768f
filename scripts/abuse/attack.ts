/** The thread that abuses the server, so that what it computes does not delay the honest clients. */

import { parentPort, workerData } from 'node:worker_threads';
import { abuses } from './abuses.ts';

const { name, port, until } = workerData as { name: string; port: number; until: number };
const outcomes = new Map<string, number>();
const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
await abuses[name]?.run({ port, until, count });
parentPort?.postMessage(outcomes);
