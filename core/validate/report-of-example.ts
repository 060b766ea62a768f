/** The report of a check's example. */

import { withDefaults } from '../deployment.ts';
import type { CheckExample } from './checks/kit/example.ts';
import type { ConfigReport } from './report.ts';
import { validateInput } from './validate-input.ts';

export function reportOfExample(example: CheckExample): ConfigReport {
  const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
  return 'deployment' in example
    ? validateInput(
        { deployment: withDefaults(example.deployment) },
        { ...options, flows: example.flows },
      )
    : validateInput(example, options);
}
