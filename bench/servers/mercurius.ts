/**
 * Mercurius with its just-in-time compiler, on Fastify, as its documentation starts it. It sends the headers that ours sends
 * with each response, which are a part of what a response takes; it has no limits on cost, depth or time.
 */

import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { noSniff, openCors } from '../../api/request/headers.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { schemaOfGraphQL16 } from '../schema.ts';

const app = fastify({ genReqId: () => randomUUID() });
app.addHook('onRequest', (request, reply, done) => {
  reply.headers({ ...openCors, ...noSniff, 'x-request-id': request.id });
  done();
});
app.register(mercurius, {
  schema: schemaOfGraphQL16(),
  jit: 1,
  context: () => ({ serviceTagFiles: shippedServiceTagFiles }),
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
