/** The answer that a tool's page comes with, computed when it is built: it stands without scripts. */

import type { Markup } from '../tools/markup.ts';
import { type Answer, type Input, type TaskName, tasks } from '../tools/tasks.ts';
import type { ToolDefinition } from '../tools/tool.ts';

export async function firstAnswer<Name extends TaskName>(
  { task, read, view }: ToolDefinition<Name>,
  values: URLSearchParams,
): Promise<Markup> {
  const run = tasks[task] as (input: Input<Name>) => Answer<Name> | Promise<Answer<Name>>;
  return view(await run(read({ values, filesOf: () => [] })));
}
