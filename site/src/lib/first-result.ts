/** The result that a tool's page shows first, computed by the build, so that it needs no scripts. */

import type { Markup } from '../tools/markup.ts';
import { type Input, type Result, type TaskName, tasks } from '../tools/tasks.ts';
import type { ToolDefinition } from '../tools/tool.ts';

export async function firstResult<Name extends TaskName>(
  { task, read, view }: ToolDefinition<Name>,
  values: URLSearchParams,
): Promise<Markup> {
  const run = tasks[task] as (input: Input<Name>) => Result<Name> | Promise<Result<Name>>;
  return view(await run(read({ values, filesOf: () => [] })));
}
