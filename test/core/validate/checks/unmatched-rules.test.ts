/** Rules that match nothing of the subnet: which are reported, and which are not. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { inbound, outbound } from '../../../../core/validate/checks/kit/example.ts';
import { everywhere, findingsOn, inShort, type Row } from './idle-rules.ts';

const near = (destinationAddressPrefixes: readonly string[]) => ({ destinationAddressPrefixes });
const from = (sourceAddressPrefixes: readonly string[]) => ({ sourceAddressPrefixes });
const known = { subnet: '10.0.2.0/24' };

describe('rules that match nothing', () => {
  it.each<Row>([
    [
      'inbound to a service',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '443', near(['AzureMonitor']))],
      {},
      ['wrong-direction WARNING rule'],
    ],
    [
      'inbound from anywhere to a service',
      [inbound('rule', 100, 'ALLOW', '*', '443', near(['Storage.WestEurope']))],
      {},
      ['wrong-direction WARNING rule'],
    ],
    [
      'outbound from the control plane',
      [outbound('rule', 100, 'ALLOW', 'VirtualNetwork', '3443', from(['ApiManagement']))],
      {},
      ['wrong-direction WARNING rule'],
    ],
    [
      'inbound to the control plane',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '3443', near(['ApiManagement']))],
      {},
      ['rule-ends-swapped WARNING rule'],
    ],
    [
      'outbound from a service',
      [outbound('rule', 100, 'ALLOW', 'VirtualNetwork', '1433', from(['Sql']))],
      {},
      ['rule-ends-swapped WARNING rule'],
    ],
    [
      'another subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.3.0/24']))],
      known,
      ['wrong-destination WARNING rule'],
    ],
    [
      'outbound from another subnet',
      [outbound('rule', 100, 'ALLOW', 'Storage', '443', from(['10.0.3.0/24', '10.0.4.0/24']))],
      known,
      ['wrong-destination WARNING rule'],
    ],
    [
      'a public address',
      [inbound('rule', 100, 'ALLOW', 'Internet', '443', near(['20.50.60.70']))],
      {},
      ['wrong-destination WARNING rule'],
    ],
    [
      'addresses outside the virtual network',
      [inbound('rule', 100, 'ALLOW', 'Internet', '443', near(['10.9.0.0/16']))],
      { virtualNetwork: ['10.1.0.0/16'] },
      ['wrong-destination WARNING rule'],
    ],
    [
      'Front Door as destination',
      [inbound('rule', 100, 'ALLOW', 'Internet', '443', near(['AzureFrontDoor.Backend']))],
      {},
      ['rule-inert WARNING rule'],
    ],
    [
      'a service with a port of no row',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '9999', near(['AzureMonitor']))],
      {},
      ['rule-inert WARNING rule'],
    ],
    [
      'a service with a protocol of no row',
      [
        inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '443', {
          ...near(['AzureMonitor']),
          protocol: 'Udp',
        }),
      ],
      {},
      ['rule-inert WARNING rule'],
    ],
    [
      'a deny rule for the load balancer as destination',
      [inbound('rule', 100, 'DENY', '*', '*', near(['AzureLoadBalancer']))],
      {},
      ['rule-inert WARNING rule'],
    ],
    [
      'behind a rule for everything, reported once',
      [
        inbound('deny', 100, 'DENY', '*', '*', everywhere),
        inbound('rule', 110, 'ALLOW', 'Internet', '443', near(['AzureFrontDoor.Backend'])),
      ],
      {},
      ['rule-inert WARNING rule'],
    ],
    [
      'the subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.2.0/24']))],
      known,
      [],
    ],
    [
      'a part of the subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.2.7', '10.0.3.0/24']))],
      known,
      [],
    ],
    [
      'more than the subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.0.0/8']))],
      known,
      [],
    ],
    [
      'addresses, with no subnet given',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.3.0/24']))],
      {},
      [],
    ],
    [
      'everything',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['*']))],
      known,
      [],
    ],
    [
      'the virtual network in its old spelling',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['VIRTUAL_NETWORK']))],
      known,
      [],
    ],
    [
      'a value that is not known',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(["[parameters('p')]"]))],
      known,
      [],
    ],
    [
      'a far end in another subnet',
      [inbound('rule', 100, 'ALLOW', '10.0.3.0/24', '443')],
      known,
      [],
    ],
  ])('%s', (_, rules, space, wanted) => {
    expect(inShort(findingsOn(rules, space))).toEqual(wanted);
  });

  it.each<[string, RuleFields[], string]>([
    [
      'which is denied',
      [
        inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '3443', near(['ApiManagement'])),
        inbound('rest', 200, 'DENY', '*', '*', everywhere),
      ],
      'which is denied by rule rest (priority 200)',
    ],
    [
      'which is allowed without it',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '443', near(['Storage']))],
      'which is allowed without it by the default rule AllowInternetOutBound (priority 65001)',
    ],
  ])('says what becomes of the flow: %s', (_, rules, words) => {
    expect(findingsOn(rules)[0]?.message).toContain(words);
  });

  it('does not blame the rule for a denial that stands before it', () => {
    const [finding] = findingsOn([
      inbound('first', 100, 'DENY', '*', '*', everywhere),
      inbound('rule', 110, 'ALLOW', 'VirtualNetwork', '3443', near(['ApiManagement'])),
    ]);
    expect(finding?.checkId).toBe('rule-ends-swapped');
    expect(finding?.message).not.toContain('denied');
  });
});
