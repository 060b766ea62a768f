/** Our server as it is shipped. */

import { startServer } from '../../api/server.ts';

await startServer({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
