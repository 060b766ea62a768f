/**
 * The least that node:http can do: take the question, not look at it, and send an answer that is there already, with
 * the headers that our server sends.
 */

import { createServer } from 'node:http';
import { startServer } from '../../api/server/index.ts';
import { question, sizes } from '../queries.ts';

const atlas = await startServer({ port: 0, host: '127.0.0.1' });
const answers = new Map<string, { head: string[]; body: Buffer }>();
for (const size of sizes) {
  const answer = await fetch(`${atlas.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: question(size, 'asked before', 0),
  });
  const head = [...answer.headers]
    .filter(([name]) => !['connection', 'date', 'keep-alive'].includes(name))
    .flat();
  answers.set(`/${size}`, { head, body: Buffer.from(await answer.arrayBuffer()) });
}
await atlas.stop();

createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) throw new Error(`nothing is stored for ${request.url}`);
  request.resume().on('end', () => {
    response.writeHead(200, answer.head);
    response.end(answer.body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
