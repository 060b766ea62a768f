import { citeWeeklyFile } from '../../../../data/weekly-files.ts';
import { printedControlPlaneAddresses } from '../../../answers/control-plane.ts';
import { memoizeByObject } from '../../../network/memoize.ts';
import {
  fromIntervals,
  has,
  type IntervalSet,
  overlaps,
} from '../../../network/sets/interval-set.ts';
import { parseAddress, parsePrefix } from '../../../network/sets/ipv4.ts';
import type { LocationContext } from '../../location/location.ts';
import { addressPath, entriesOf } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import { type CustomRule, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const retiredControlPlaneAddress: Check = {
  id: 'retired-control-plane-address',
  title: 'Address that the control plane no longer uses',
  severity: 'WARNING',
  summary:
    'A rule allows an address that a document printed for the control plane and that the tag ApiManagement no longer contains.',
  rationale:
    'Rules made from a printed table grow old. The address may belong to somebody else by now, and nothing that manages the instance calls from it.',
  avoid: '52.253.225.124, which the list of 2019 prints and no ApiManagement tag contains',
  prefer: 'the service tag ApiManagement',
  examples: {
    good: example('the tag', securityRules(management)),
    bad: example(
      'an address of the list of 2019',
      securityRules(management, inbound('AllowOldAddress', 110, 'ALLOW', '52.253.225.124', '3443')),
    ),
  },
  citations: [citeWeeklyFile('PUBLIC', 'ApiManagement')],
  run: perAllowRule((custom, location) => {
    const gone = goneAddresses(custom, location);
    const [first] = gone;
    if (!first) return undefined;
    const labels = gone.map(
      ({ address, region, editions }) =>
        `${address} (${region ? `${region.displayName}, ` : ''}last printed ${editions.at(-1)})`,
    );
    return {
      message: `${namedRule(custom.rule)} allows ${listing(labels)}, which the tag ApiManagement no longer contains`,
      path: addressPath(custom.raw, 'source'),
      remediation:
        'remove the address and use the tag ApiManagement as the source; Azure keeps it up to date',
      citations: [...first.citations, citeWeeklyFile(location.region.cloud, 'ApiManagement')],
    };
  }),
};

/** Printed addresses that the rule names one by one and that the tag no longer contains. */
function goneAddresses({ raw, direction, far }: CustomRule, { region, tags }: LocationContext) {
  if (direction !== 'INBOUND') return [];
  const { addresses, all } = goneFrom(tags.apiManagementAddresses());
  const isNear = far.some(
    (term) => term.kind === 'addresses' && overlaps(term.addresses, addresses),
  );
  if (!isNear) return [];
  const gone = all.filter(
    ({ printed, number }) =>
      printed.cloud === region.cloud &&
      far.some((term) => term.kind === 'addresses' && has(term.addresses, number)),
  );
  const single = entriesOf(raw.source).flatMap((entry) => {
    const prefix = parsePrefix(entry);
    return prefix.kind === 'prefix' && prefix.first === prefix.last ? [prefix.first] : [];
  });
  return gone.filter(({ number }) => single.includes(number)).map(({ printed }) => printed);
}

/** The printed addresses that these addresses of the tag do not contain: few, so a rule is compared with these first. */
const goneFrom = memoizeByObject((addresses: IntervalSet) => {
  const all = printedControlPlaneAddresses.flatMap((printed) => {
    const number = parseAddress(printed.address);
    return number === undefined || has(addresses, number) ? [] : [{ printed, number }];
  });
  return { all, addresses: fromIntervals(all.map(({ number }) => [number, number] as const)) };
});
