import { cite } from '../../../../data/cite.ts';
import { generationOf } from '../../../answers/network-mode.ts';
import { noteOf } from '../../../notes.ts';
import type { Check } from '../kit/check.ts';
import { exported } from '../kit/example.ts';

const endpointTo = (service: string) => ({
  type: 'Microsoft.Network/privateEndpoints',
  name: 'gateway',
  properties: {
    privateLinkServiceConnections: [
      { name: 'gateway', properties: { privateLinkServiceId: service, groupIds: ['Gateway'] } },
    ],
  },
});

export const privateEndpointWithInjection: Check = {
  id: 'private-endpoint-with-injection',
  title: 'Private endpoint to an injected instance',
  severity: 'ERROR',
  summary: 'A private endpoint leads to a Developer or Premium instance that is injected.',
  rationale:
    'In the classic tiers an instance has either injection or an inbound private endpoint; Azure refuses the second of the two. In internal mode the instance already has a private address. Only a document shows private endpoints.',
  avoid: 'virtualNetworkType Internal together with a private endpoint to the same instance',
  prefer: 'internal mode, or an instance outside virtual networks with a private endpoint',
  examples: {
    good: exported(
      'the private endpoint leads to something else',
      endpointTo("[resourceId('Microsoft.Storage/storageAccounts', 'contoso')]"),
    ),
    bad: exported(
      'the private endpoint leads to the instance',
      endpointTo("[resourceId('Microsoft.ApiManagement/service', 'contoso')]"),
    ),
  },
  citations: [
    cite('virtual-network-concepts-2023', 'Inbound private endpoint'),
    cite('private-endpoint-2025-11-17', 'Limitations'),
  ],
  run: ({ deployment, locations, documentContext }) =>
    locations.length === 0 || generationOf(deployment.tier) !== 'CLASSIC'
      ? []
      : (documentContext?.privateEndpoints ?? []).map(({ name, path, isConditional }) => ({
          message: `the private endpoint ${name} leads to an instance that is injected with virtualNetworkType ${deployment.virtualNetworkType}; an instance can have only one of the two`,
          path,
          remediation: 'remove the private endpoint, or set virtualNetworkType to None',
          citations: noteOf('private-endpoint-excludes-injection').citations,
          ...(isConditional && { outcome: 'NEEDS_REVIEW' }),
        })),
};
