import { cite } from '../../../../data/cite.ts';
import { catalog } from '../../../../data/index.ts';
import { conclusionFrom, noteOf } from '../../../notes.ts';
import type { Check } from '../kit/check.ts';
import { exported } from '../kit/example.ts';

const zone = (name: string) => ({ type: 'Microsoft.Network/privateDnsZones', name });
const fact = 'internal-no-apex-zone';

export const privateZoneApex: Check = {
  id: 'private-zone-apex',
  title: 'Private zone hides all names of the service',
  severity: 'WARNING',
  summary: 'A private DNS zone has the name that all instances share, such as azure-api.net.',
  rationale:
    'A private zone answers for every name below its own. Networks that are linked to it cannot resolve other instances or the credential manager. Documents say never to do it. Only a document shows the zones of a deployment.',
  avoid: 'a private zone azure-api.net',
  prefer: 'a private zone for each host name, contoso.azure-api.net, with a record at its apex',
  examples: {
    good: exported('a zone for one host name', zone('contoso.azure-api.net')),
    bad: exported('a zone for all names', zone('azure-api.net')),
  },
  citations: [cite('internal-mode-2026-08-24', 'Critical DNS design guidance')],
  run: ({ deployment, documentContext }) =>
    (documentContext?.privateDnsZones ?? []).flatMap(({ name, path, isConditional }) => {
      const suffix = name.toLowerCase().replace(/\.$/, '');
      if (!catalog.clouds.some(({ hostNameSuffix }) => hostNameSuffix === suffix)) return [];
      const isInternal = deployment.virtualNetworkType === 'INTERNAL';
      return [
        {
          message: `the private zone ${suffix} hides all public names below it from the linked networks`,
          path,
          remediation: `create one zone for each host name instead, <name>.${suffix} and those of the other endpoints, each with a record at its apex`,
          citations: (isInternal ? noteOf(fact) : conclusionFrom(fact, '')).citations,
          ...(isConditional && { outcome: 'NEEDS_REVIEW' as const }),
        },
      ];
    }),
};
