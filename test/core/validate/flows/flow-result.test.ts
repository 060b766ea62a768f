/** What a report says of a flow. */

import { expect, it } from 'vitest';
import { reportOf } from '../../../support/firewalls.ts';

it('has no getter of its own, which would keep reports in memory', () => {
  const locations = [{ region: 'westeurope' }];
  const { flows } = reportOf({ tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', locations });
  const getters = flows.flatMap((flow) =>
    Object.values(Object.getOwnPropertyDescriptors(flow)).filter(({ get }) => get),
  );
  expect([flows.length > 5, getters]).toEqual([true, []]);
});
