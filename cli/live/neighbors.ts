/** What else is in the subnets of the service, by the ids that Azure lists with a subnet. */

import type { UnreadResource } from '../../core/validate/read/document-context.ts';
import { azureIdOf } from './azure-id.ts';
import type { SubnetResource } from './shapes.ts';

/** Resources whose configurations in a subnet the verdict counts, by the list that each has them in. */
const hosts: Readonly<Record<string, readonly [type: string, list: string]>> = {
  'microsoft.network/networkinterfaces': [
    'Microsoft.Network/networkInterfaces',
    'ipConfigurations',
  ],
  'microsoft.network/loadbalancers': [
    'Microsoft.Network/loadBalancers',
    'frontendIPConfigurations',
  ],
  'microsoft.network/applicationgateways': [
    'Microsoft.Network/applicationGateways',
    'gatewayIPConfigurations',
  ],
};
const ofScaleSet = 'microsoft.compute/virtualmachinescalesets/virtualmachines/networkinterfaces';

/**
 * What others have in the subnet, by the ids that the subnet lists; what the platform has there is in subscriptions of
 * its own. Some kinds are known only to exist.
 */
export function neighborsOf({ id, properties: { ipConfigurations } }: SubnetResource): {
  readonly resources: readonly object[];
  readonly unread: readonly UnreadResource[];
} {
  const own = azureIdOf(id ?? '');
  const others = (ipConfigurations ?? []).flatMap((configuration) => {
    const owner = azureIdOf(configuration.id.replace(/\/[^/]*IPConfigurations\/[^/]*$/i, ''));
    return owner && owner.subscription.toLowerCase() === own?.subscription.toLowerCase()
      ? [owner]
      : [];
  });
  const resources: object[] = [];
  const unread: UnreadResource[] = [];
  for (const same of Map.groupBy(others, ({ path }) => path.toLowerCase()).values()) {
    const [{ path = '', name = '', type = '' } = {}] = same;
    const isOfScaleSet = type === ofScaleSet;
    const host = hosts[isOfScaleSet ? 'microsoft.network/networkinterfaces' : type];
    if (host === undefined) {
      unread.push({ id: path, reason: 'it is in the subnet, and is of a type that is not read' });
      continue;
    }
    const [written, list] = host;
    const entries = same.map(() => ({ properties: { subnet: { id } } }));
    // The id of a machine's interface is not of the type of an interface.
    const identity = isOfScaleSet
      ? {
          name: path
            .split('/')
            .slice(-5)
            .filter((_, index) => index % 2 === 0)
            .join('_'),
        }
      : { id: path, name };
    resources.push({ ...identity, type: written, properties: { [list]: entries } });
  }
  return { resources, unread };
}
