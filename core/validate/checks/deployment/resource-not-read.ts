import { cite } from '../../../../data/cite.ts';
import type { Check } from '../kit/check.ts';
import { exported } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

const maxFindings = 50;

const scope =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/contoso/providers';
const address = `${scope}/Microsoft.Network/publicIPAddresses/contoso`;
const { document: resources } = exported('', {}) as { readonly document: unknown };

/** Without it only the explanation of what is down is missing. */
const statusType = 'networkstatus';

export const resourceNotRead: Check = {
  id: 'resource-not-read',
  title: 'A part of the network could not be read',
  severity: 'WARNING',
  summary:
    'The document says that the network has more than it shows: what may not be read from Azure, what a what-if or a plan leaves out, or further pages of a list.',
  rationale:
    'What is not in the document may be there all the same: a group with rules, a table with routes. The verdict takes it as unknown, and is final only with it.',
  avoid: 'a file that was collected by somebody who may not read the virtual network',
  prefer: 'the role Reader on the network, its security groups, route tables and public addresses',
  examples: {
    good: { about: 'everything was read', document: { resources, unread: [] } },
    unsure: {
      about: 'the public IP address may not be read',
      document: {
        resources,
        unread: [{ id: address, reason: 'you may not read it (403: AuthorizationFailed)' }],
      },
    },
  },
  // Rules that are not read may be the first that meet a packet.
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: ({ documentContext }) => {
    const unread = documentContext?.unread ?? [];
    // Nested deployments that are missing for the same reason are one finding.
    const causes = Map.groupBy(unread, (part) =>
      /(?:^|\/)deployments\/[^/]+$/i.test(part.id) ? part.reason : part,
    );
    return [...causes.values()].slice(0, maxFindings).flatMap((same) => {
      const [first, ...others] = same;
      if (!first) return [];
      const { id, reason, path } = first;
      const labels = [...new Set(same.map(labelOf))];
      const isOne = others.length === 0;
      const title = isOne ? id.split('/').at(-1) : `${labels.length} deployments`;
      return [
        {
          title: isStatus(id)
            ? 'The network status could not be read'
            : `${title} could not be read`,
          message: `${isStatus(id) ? 'the network status' : listing(labels)} ${isOne ? 'is unknown' : 'are unknown, each for this reason'}: ${reason}`,
          path,
          ...(isStatus(id) ? { severity: 'INFO' as const } : { outcome: 'NEEDS_REVIEW' as const }),
          remediation: 'mend what the message names, and send the document again',
        },
      ];
    });
  },
};

const isStatus = (id: string) => id.toLowerCase().endsWith(`/${statusType}`);

/** Type and name, without the type's provider and scope. */
const labelOf = ({ id }: { readonly id: string }) => id.split('/').slice(-2).join('/');
