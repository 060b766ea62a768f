/** Mercurius with its just-in-time compiler, on Fastify, as its documentation starts it. */

import fastify from 'fastify';
import mercurius from 'mercurius';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { schemaOfGraphQL16 } from '../schema.ts';

const app = fastify();
app.register(mercurius, {
  schema: schemaOfGraphQL16(),
  jit: 1,
  context: () => ({ serviceTagFiles: shippedServiceTagFiles }),
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
