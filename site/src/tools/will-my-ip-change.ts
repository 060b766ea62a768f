/** The tool "Will my IP change?". */

import { readDeployment } from './read-form.ts';
import type { ToolDefinition } from './tool.ts';
import { ipImpactView } from './views/ip-impact.ts';

export const willMyIpChange: ToolDefinition<'ipImpact'> = {
  task: 'ipImpact',
  read: ({ values }) => ({
    before: readDeployment(values, 'before.'),
    after: readDeployment(values, 'after.'),
  }),
  view: ipImpactView,
};
