/** The tool "Subnet calculator". */

import { readInstance, readNumber } from './read-form.ts';
import type { ToolDefinition } from './tool.ts';
import { subnetView } from './views/subnet.ts';

export const subnetCalculator: ToolDefinition<'subnetPlan'> = {
  task: 'subnetPlan',
  read: ({ values }) => {
    const { tier, virtualNetworkType } = readInstance(values);
    return {
      tier,
      virtualNetworkType,
      units: readNumber(values.get('units')),
      prefixLength: readNumber(values.get('prefixLength')),
      otherAddresses: readNumber(values.get('otherAddresses')),
    };
  },
  view: subnetView,
};
