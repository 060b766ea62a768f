/** Services around an instance that need its network: gateways, proxies, key vaults, backups; the facts are in integrations/. */

import { aiGateway } from './integrations/ai-gateway.ts';
import { applicationGateway } from './integrations/application-gateway.ts';
import { backup } from './integrations/backup.ts';
import { frontDoor } from './integrations/front-door.ts';
import { keyVaultNetwork } from './integrations/key-vault.ts';
import { multiRegion } from './integrations/multi-region.ts';
import { natGateway } from './integrations/nat-gateway.ts';
import { selfHostedGateway } from './integrations/self-hosted-gateway.ts';
import type { NetworkFact } from './model.ts';

export const integrations: readonly NetworkFact[] = [
  ...selfHostedGateway,
  ...keyVaultNetwork,
  ...backup,
  ...applicationGateway,
  ...frontDoor,
  ...multiRegion,
  ...natGateway,
  ...aiGateway,
];
