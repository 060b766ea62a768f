/** `npm start`: builds the site where it is missing or older than its sources, then runs the server. */

import { runServer, startUp } from './server.ts';
import { buildSite, isSiteFresh } from './site-build.ts';

await startUp(async (options) => {
  if (!isSiteFresh()) await buildSite();
  await runServer(options);
});
