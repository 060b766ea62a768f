import { catalog } from '../../../../data/index.ts';
import type { SubnetRule } from '../../../../data/model.ts';
import type { Subnet } from '../../../deployment.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { isInstance, namesType } from '../kit/subnet-neighbors.ts';

const ruleOf = (id: string) => catalog.subnetRules.find((rule) => rule.id === id) as SubnetRule;
const dedicated = ruleOf('v2-subnet-dedicated');
const dedicatedOnStv1 = ruleOf('subnet-dedicated-stv1');
const shared = ruleOf('subnet-shared-stv2');

const interfaceType = 'Microsoft.Network/networkInterfaces';

export const subnetShared: Check = {
  id: 'subnet-shared',
  title: 'Subnet shared with other resources',
  severity: 'ERROR',
  summary: 'Other resources are in the subnet: the v2 tiers and stv1 refuse that, stv2 allows it.',
  rationale:
    'The subnet of a v2 instance is for that instance only, and on stv1 for API Management instances only. On stv2 other resources may share it: their addresses are not available for more units, the security rules of the subnet apply to them too, and one text still asks to empty the subnet before the first deployment.',
  avoid: 'a virtual machine in the subnet of a Standard v2 instance',
  prefer: 'a subnet for the instance only',
  examples: {
    good: example('nothing else', { subnet: { addressPrefix: '10.0.1.0/27' } }),
    bad: example(
      'a network interface in the subnet of a v2 instance',
      {
        subnet: {
          addressPrefix: '10.0.1.0/24',
          delegations: ['Microsoft.Web/serverFarms'],
          otherResources: [`${interfaceType}/jumpbox`],
        },
      },
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
    ),
    unsure: example(
      'on stv1, other resources of unknown type',
      { subnet: { addressPrefix: '10.0.1.0/27', otherAddresses: 2 } },
      { platform: 'STV1' },
    ),
  },
  citations: [...dedicated.citations, ...dedicatedOnStv1.citations, ...shared.citations],
  run: perLocation((location) => {
    const { subnet } = location.location;
    if (!subnet || (subnet.otherResources.length === 0 && subnet.otherAddresses === 0)) return [];
    const path = `${location.path}/subnet/${subnet.otherResources.length > 0 ? 'otherResources' : 'otherAddresses'}`;
    return judge(location, subnet).map((observation) => ({ ...observation, path }));
  }),
};

function judge(
  { deployment: { tier, platform } }: LocationContext,
  subnet: Subnet,
): Omit<Observation, 'path' | 'region'>[] {
  if (dedicated.tiers.includes(tier)) {
    return [
      {
        message: `${occupants(subnet)} in the subnet, which must contain only this instance`,
        remediation: 'use a subnet for the instance only',
        citations: dedicated.citations,
      },
    ];
  }
  if (platform === 'STV2') {
    return [
      {
        severity: 'INFO',
        message: `${occupants(subnet)} in the subnet: stv2 allows that, but the text on failed first deployments asks to empty the subnet`,
        remediation:
          'use a subnet for the instance only if it will grow or needs its own security rules',
        citations: shared.citations,
      },
    ];
  }
  const strangers = subnet.otherResources.filter((text) => !isInstance(text));
  const areOnlyInstances = subnet.otherResources.length > 0 && strangers.length === 0;
  if (areOnlyInstances) return [];
  return [
    {
      message: `${occupants({ ...subnet, otherResources: strangers })} in the subnet, which on stv1 must contain only API Management instances`,
      remediation: 'move everything else to another subnet',
      citations: dedicatedOnStv1.citations,
      ...(!strangers.some(namesType) && { outcome: 'NEEDS_REVIEW' as const }),
    },
  ];
}

/** How many neighbors a message names. */
const mostNamed = 3;

function occupants({ otherResources, otherAddresses }: Subnet): string {
  if (otherResources.length === 0) {
    return otherAddresses === 1
      ? 'another resource has an address'
      : `other resources have ${otherAddresses} addresses`;
  }
  const names = otherResources.slice(0, mostNamed).map(quoted);
  const more = otherResources.length - names.length;
  const are = otherResources.length === 1 ? 'is' : 'are';
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${are}`;
}
