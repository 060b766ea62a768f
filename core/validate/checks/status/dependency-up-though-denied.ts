import { cite } from '../../../../data/cite.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { remediationOf } from '../../network-status/next-steps.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { exported } from '../kit/example.ts';
import { titleOf } from '../kit/flow-labels.ts';

const status = (state: 'success' | 'failure') => ({
  location: 'West Europe',
  networkStatus: {
    connectivityStatus: [
      {
        name: 'https://contoso.management.azure-api.net:3443/servicestatus',
        status: state,
        resourceType: 'ApiManagement Control Plane - inbound',
        isOptional: false,
      },
    ],
  },
});

export const dependencyUpThoughDenied: Check = {
  id: 'dependency-up-though-denied',
  title: 'A dependency is up though the rules deny it',
  severity: 'WARNING',
  summary: 'The network status of the instance reaches what the network in the input denies.',
  rationale:
    'Both cannot be true at one time. Either the input is older or newer than the probe, or another group or admin rule applies, or the rules are read wrongly here. The verdict rests on the input, so look before you act on it.',
  avoid: 'a network status and a security group that were taken at different times',
  prefer: 'both from one run of apim-atlas collect',
  examples: {
    good: exported('the dependency is down, as the rules want it', status('failure')),
    unsure: exported('the control plane reaches a subnet that no rule opens', status('success')),
  },
  citations: citationsOf(noteOf('network-status-refresh'), {
    citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  }),
  run: (context) =>
    perLocation((location) => {
      const contradictions = context.networkStatus.filter(
        (one) => one.location === location && one.explanation === 'UP_THOUGH_DENIED',
      );
      const groups = Map.groupBy(contradictions, ({ flows }) => flows[0]?.id);
      return [...groups.values()].flatMap(([first, ...others]) =>
        first
          ? [
              {
                title: titleOf(first.flows, 'up though denied'),
                message: [
                  first.message,
                  ...(others.length > 0 ? [`so are ${others.length} more like it`] : []),
                ].join('; '),
                path: first.reported.path,
                outcome: 'NEEDS_REVIEW' as const,
                ...remediationOf(first.nextSteps),
                flows: first.flows,
              },
            ]
          : [],
      );
    })(context),
};
