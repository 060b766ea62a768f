/** For `npm run dev`: forwards /graphql to the API, which `scripts/dev.ts` starts. */

import type { AstroIntegration } from 'astro';
import { settings } from '../../api/server/settings.ts';

export function devServer(): AstroIntegration {
  return {
    name: 'dev-server',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        const api = `http://localhost:${process.env[settings.port.variable] || settings.port.default}`;
        updateConfig({
          // With 'always', Astro answers 404 to /graphql before the proxy sees it.
          trailingSlash: 'ignore',
          vite: { server: { proxy: { '/graphql': api } } },
        });
      },
    },
  };
}
