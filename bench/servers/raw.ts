/** The least that node:http can do: read a request, ignore it, and send stored bytes with the headers of our server. */

import { createServer } from 'node:http';
import { startServer } from '../../api/server/index.ts';
import { requestBody, sizes } from '../queries.ts';

const atlas = await startServer({ port: 0, host: '127.0.0.1' });
const responses = new Map<string, { head: string[]; body: Buffer }>();
for (const size of sizes) {
  const stored = await fetch(`${atlas.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: requestBody(size, 'repeated', 0),
  });
  const head = [...stored.headers]
    .filter(([name]) => !['connection', 'date', 'keep-alive'].includes(name))
    .flat();
  responses.set(`/${size}`, { head, body: Buffer.from(await stored.arrayBuffer()) });
}
await atlas.stop();

createServer((request, response) => {
  const stored = responses.get(request.url ?? '');
  if (!stored) throw new Error(`nothing is stored for ${request.url}`);
  request.resume().on('end', () => {
    response.writeHead(200, stored.head);
    response.end(stored.body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
