/** Apollo Server with its own HTTP server, as its documentation starts it. */

import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { schemaOfGraphQL16 } from '../schema.ts';

const server = new ApolloServer({ schema: schemaOfGraphQL16() });
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async () => ({ serviceTagFiles: shippedServiceTagFiles }),
});
console.log('ready');
