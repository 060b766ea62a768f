/** Our server as it is shipped. */

import { startServer } from '../../api/server.ts';
import { readServerOptions } from '../../api/server-options.ts';

await startServer({ ...readServerOptions([], process.env), host: '127.0.0.1' });
console.log('ready');
