import { cite } from '../../../../data/cite.ts';
import { generationOf } from '../../../answers/network-mode.ts';
import { conclusionFrom, noteOf } from '../../../notes.ts';
import type { Check } from '../kit/check.ts';

const instance = (publicNetworkAccess: string) => ({
  type: 'Microsoft.ApiManagement/service',
  name: 'contoso',
  location: 'westeurope',
  sku: { name: 'Developer', capacity: 1 },
  properties: { virtualNetworkType: 'None', publicNetworkAccess },
});
const needsEndpoint = 'public-access-off-needs-private-endpoint';

export const publicAccessDisabled: Check = {
  id: 'public-access-disabled',
  title: 'Public network access is disabled',
  severity: 'WARNING',
  summary: 'The document sets publicNetworkAccess to Disabled.',
  rationale:
    'Azure accepts the value only for an existing instance with an approved private endpoint. It refuses a template that creates the instance with it: status 400, NotSupported. An injected classic instance can have no private endpoint. Only a document shows the property.',
  avoid: 'publicNetworkAccess Disabled in the template that creates the instance',
  prefer: 'Enabled at creation; Disabled in an update, once a private endpoint is approved',
  examples: {
    good: { about: 'public access at creation', document: [instance('Enabled')] },
    unsure: {
      about: 'public access is disabled, perhaps at creation',
      document: [instance('Disabled')],
    },
  },
  citations: [cite('private-endpoint-2025-11-17', 'Optionally disable public network access')],
  run({ deployment, locations, documentContext }) {
    const access = documentContext?.publicNetworkAccess;
    if (!access?.isDisabled) return [];
    const isInjected = locations.length > 0;
    if (generationOf(deployment.tier) === 'V2' && deployment.virtualNetworkType === 'INTERNAL') {
      return [
        {
          message:
            'publicNetworkAccess is Disabled, which has no effect on an injected instance of this tier: its gateway has only a private address',
          path: access.path,
          severity: 'INFO',
          citations: noteOf('public-access-off-without-effect-v2-injection').citations,
        },
      ];
    }
    const isClassicInjection = isInjected && generationOf(deployment.tier) === 'CLASSIC';
    return [
      {
        message: isClassicInjection
          ? 'publicNetworkAccess is Disabled, which needs an approved private endpoint, but an injected instance cannot have one'
          : 'publicNetworkAccess is Disabled: Azure refuses it with 400 NotSupported at creation, and later unless a private endpoint is approved',
        path: access.path,
        ...(isClassicInjection ? { severity: 'ERROR' } : { outcome: 'NEEDS_REVIEW' }),
        remediation: isClassicInjection
          ? 'set publicNetworkAccess to Enabled; internal mode keeps the endpoints private'
          : 'create the instance with Enabled and set Disabled in an update after the private endpoint is approved',
        citations: isClassicInjection
          ? conclusionFrom(needsEndpoint, '').citations
          : noteOf(needsEndpoint).citations,
      },
    ];
  },
};
