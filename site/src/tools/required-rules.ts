/** The tool "Required rules". */

import { readInstance, readList } from './read-form.ts';
import type { ToolDefinition } from './tool.ts';
import { requiredRulesView } from './views/required-rules.ts';

export const requiredRulesTool: ToolDefinition<'requiredRules'> = {
  task: 'requiredRules',
  read: ({ values }) => ({
    ...readInstance(values),
    region: values.get('region') ?? '',
    additionalRegions: readList(values.get('additionalRegions')),
    includeOptional: values.has('includeOptional'),
    useRegionalTags: !values.has('wholeTags'),
  }),
  view: requiredRulesView,
};
