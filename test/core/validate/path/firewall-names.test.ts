/** An address that many firewall rules name is looked up among the service tags once a flow, not once a rule. */

import { expect, it, vi } from 'vitest';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
import { throughFirewall } from '../../../../core/validate/checks/kit/firewall-example.ts';
import { reportOfExample } from '../../../../core/validate/report-of-example.ts';

const addresses = Array.from({ length: 50 }, (_, index) => `20.0.${index}.0/24`);
const lookUpsOf = (rules: number): number => {
  const named = Array.from(
    { length: rules },
    (_, index) => [`r${index}`, 'Allow', addresses, ['443']] as const,
  );
  const find = vi.spyOn(ServiceTagIndex.prototype, 'find');
  const { flows } = reportOfExample(throughFirewall('many rules', ...named));
  expect(flows.flatMap(({ steps }) => steps)).not.toEqual([]);
  const wanted = new Set(addresses);
  const count = find.mock.calls.filter(([text]) => wanted.has(text)).length;
  find.mockRestore();
  return count;
};

it('for any number of rules', () => {
  const few = lookUpsOf(1);
  expect(few).toBeGreaterThan(0);
  expect(lookUpsOf(40)).toBeLessThan(3 * few);
});
