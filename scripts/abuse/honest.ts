/** Clients that do nothing wrong: each sends a small query over one connection, again and again, and notes how long it took. */

import { Agent, request } from 'node:http';

const count = 64;
/** Milliseconds between a response and the next request of a client. */
const pause = 100;
/** Milliseconds after which a request has failed. */
const patience = 30_000;

export interface Served {
  /** Milliseconds of each request, in order of size. */
  readonly times: number[];
  readonly failures: Map<string, number>;
}

const query = 'query ($name: String!) { region(name: $name) { name displayName } }';
const names = ['westeurope', 'eastus', 'uksouth', 'francecentral', 'japaneast'];

function askOnce(agent: Agent, port: number, number: number): Promise<string | undefined> {
  const name = names[number % names.length];
  // Every second request is new to the server.
  const variables =
    number % 2 === 0 ? { name } : { name, x: `${process.pid}-${number}-${Math.random()}` };
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/graphql',
        headers,
        timeout: patience,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('close', () => {
          const isRight = response.complete && text.includes(`"name":"${name}"`);
          if (response.statusCode !== 200) resolve(`status ${response.statusCode}`);
          else resolve(isRight ? undefined : `not the response: ${text.slice(0, 80)}`);
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', ({ message }) => resolve(message));
    sent.end(body);
  });
}

/** Sends requests for so many milliseconds. */
export async function beHonest(port: number, milliseconds: number): Promise<Served> {
  const end = performance.now() + milliseconds;
  const served: Served = { times: [], failures: new Map() };
  const clients = Array.from({ length: count }, async (_, client) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await new Promise((resolve) => setTimeout(resolve, (pause * client) / count));
    for (let number = client; performance.now() < end; number += 1) {
      const begin = performance.now();
      const failure = await askOnce(agent, port, number);
      if (failure === undefined) served.times.push(performance.now() - begin);
      else served.failures.set(failure, (served.failures.get(failure) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    agent.destroy();
  });
  await Promise.all(clients);
  served.times.sort((a, b) => a - b);
  return served;
}
