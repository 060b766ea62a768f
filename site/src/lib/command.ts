/** What the command prints, for the pages about it: they show the command of this version. */

import { run } from '../../../cli/program.ts';
import packageJson from '../../../package.json' with { type: 'json' };

/** Everything that `apim-atlas` prints for these arguments. */
export async function printed(args: readonly string[], stdin = ''): Promise<string> {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  await run(
    args,
    {
      cwd: '/',
      env: {},
      isTerminal: false,
      out: write,
      err: write,
      stdin: async () => stdin,
      today: new Date().toISOString().slice(0, 10),
    },
    packageJson.version,
  );
  return text.trimEnd();
}
