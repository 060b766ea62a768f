/** The build of the site by Astro, with its stages on the console. */

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { writeGraphiql } from './graphiql.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Of Astro's log the lines of its stages: "12:00:00 [build] Complete!", not one for each page. */
function stageOf(line: string): string | undefined {
  return /^\d\d:\d\d:\d\d (\[[\w/-]+\] [^├└].*)$/.exec(line)?.[1];
}

/** Builds the site into `site/dist`; throws an Error with the end of the log where that fails. */
export async function buildSite(): Promise<void> {
  const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
  // With DEV or another NODE_ENV Astro takes itself for a development server, and leaves out the search index.
  const { DEV: _, ...environment } = process.env;
  const build = spawn(process.execPath, [join(astro, 'bin/astro.mjs'), 'build', '--root', 'site'], {
    cwd: root,
    env: { ...environment, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const input of [build.stdout, build.stderr]) {
    createInterface({ input }).on('line', (text) => {
      const line = stripVTControlCharacters(text);
      const stage = stageOf(line);
      if (stage !== undefined) console.log(`  ${stage}`);
      log.push(line);
    });
  }
  const stop = (signal: NodeJS.Signals) => build.kill(signal);
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    build.once('error', reject).once('close', resolve);
  });
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (exitCode !== 0) throw new Error(log.slice(-40).join('\n'));
  await writeGraphiql(join(root, 'site/dist/graphiql'));
}
