/** What an instance needs from its subnet, and the address arithmetic; the facts are in subnets/. */

import type { SubnetRule } from './model.ts';
import { injectionSubnetRules } from './subnets/injection.ts';
import { v2SubnetRules } from './subnets/v2-tiers.ts';

export { subnetArithmetic } from './subnets/arithmetic.ts';

export const subnetRules: readonly SubnetRule[] = [...injectionSubnetRules, ...v2SubnetRules];
