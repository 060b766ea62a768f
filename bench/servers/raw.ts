/**
 * The least that node:http can do: read a request and send stored bytes with the headers of our server. What is asked by POST
 * is in the body, so that a server which ignored it would have nothing to send; a body that is not known gets the same.
 */

import { createServer } from 'node:http';
import { startServer } from '../../api/server/index.ts';
import { requestBody, sizes } from '../queries.ts';

const atlas = await startServer({ port: 0, host: '127.0.0.1' });
interface Stored {
  readonly head: string[];
  readonly body: Buffer;
}
const byPath = new Map<string, Stored>();
const byBody = new Map<string, Stored>();
for (const size of sizes) {
  const asked = requestBody(size, 'repeated', 0);
  const response = await fetch(`${atlas.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: asked,
  });
  const head = [...response.headers]
    .filter(([name]) => !['connection', 'date', 'keep-alive'].includes(name))
    .flat();
  const stored = { head, body: Buffer.from(await response.arrayBuffer()) };
  byPath.set(`/${size}`, stored);
  byBody.set(asked, stored);
}
await atlas.stop();

createServer((request, response) => {
  const pieces: Buffer[] = [];
  request
    .on('data', (piece) => pieces.push(piece))
    .on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const stored = byBody.get(body) ?? byPath.get(request.url ?? '');
      if (!stored) throw new Error(`nothing is stored for ${request.url}`);
      response.writeHead(200, stored.head);
      response.end(stored.body);
    });
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
