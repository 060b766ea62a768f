import { citeWeeklyFile } from '../../../../data/weekly-files.ts';
import { printedControlPlaneAddresses } from '../../../answers/control-plane.ts';
import { has } from '../../../network/sets/interval-set.ts';
import { parseAddress, parsePrefix } from '../../../network/sets/ipv4.ts';
import type { LocationContext } from '../../location/location.ts';
import { addressPath, entriesOf } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import { type CustomRule, listing, named, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const retiredControlPlaneAddress: Check = {
  id: 'retired-control-plane-address',
  title: 'Address that has left the control plane',
  severity: 'WARNING',
  summary:
    'A rule lets in an address that a document printed for the control plane, and that the tag ApiManagement no longer holds.',
  rationale:
    'Rules made from a printed table grow old. The address may belong to somebody else by now, and it lets nothing in that manages the instance.',
  avoid: '52.253.225.124, which the list of 2019 prints and no ApiManagement tag holds',
  prefer: 'the service tag ApiManagement',
  examples: {
    good: example('the tag', securityRules(management)),
    bad: example(
      'an address of the list of 2019',
      securityRules(management, inbound('AllowOldAddress', 110, 'ALLOW', '52.253.225.124', '3443')),
    ),
  },
  citations: [citeWeeklyFile('PUBLIC', 'ApiManagement')],
  run: perAllowRule((given, location) => {
    const gone = goneAddresses(given, location);
    const [first] = gone;
    if (!first) return undefined;
    const words = gone.map(
      ({ address, region, editions }) =>
        `${address} (${region ? `${region.displayName}, ` : ''}last printed ${editions.at(-1)})`,
    );
    return {
      message: `${named(given.rule)} lets in ${listing(words)}, which the tag ApiManagement does not hold any more`,
      path: addressPath(given.raw, 'source'),
      remediation:
        'remove the address; the tag ApiManagement as source follows the control plane by itself',
      citations: [...first.citations, citeWeeklyFile(location.region.cloud, 'ApiManagement')],
    };
  }),
};

/** Printed addresses that the rule names one by one, and that are gone from the tag. */
function goneAddresses({ raw, direction, far }: CustomRule, { region, tags }: LocationContext) {
  if (direction !== 'INBOUND' || !far.some(({ kind }) => kind === 'addresses')) return [];
  const single = entriesOf(raw.source).flatMap((entry) => {
    const prefix = parsePrefix(entry);
    return prefix.kind === 'prefix' && prefix.first === prefix.last ? [prefix.first] : [];
  });
  if (single.length === 0) return [];
  const named = new Set(single);
  return printedControlPlaneAddresses.filter(({ cloud, address }) => {
    const number = parseAddress(address);
    return (
      cloud === region.cloud &&
      number !== undefined &&
      named.has(number) &&
      !has(tags.apiManagementAddresses(), number)
    );
  });
}
