/** Whether the routes of a firewall's own subnet send its traffic on to something else (forced tunnelling). */

import type { InputRoute } from '../../../deployment.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { parsePrefix, privateAddresses } from '../../../network/sets/ipv4.ts';

/** True where a route may take public addresses anywhere but to the Internet. */
export const leadOn = (routes: readonly InputRoute[]): boolean =>
  routes.some(({ addressPrefix, nextHopType }) => {
    if (/^(internet|vnetlocal|virtualnetwork)$/i.test(nextHopType)) return false;
    const prefix = parsePrefix(addressPrefix);
    return prefix?.kind !== 'prefix' || !covers(privateAddresses, [prefix.first, prefix.last]);
  });
