import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const routeNotJudged: Check = {
  id: 'route-not-judged',
  title: 'A route could not be judged',
  severity: 'WARNING',
  summary:
    'A route has a destination or next hop that cannot be read, or the route table of the subnet is not in the document.',
  rationale:
    'One default route decides where all traffic of the subnet goes. What the report says of routes holds for those that could be read; this one is left out, or taken as one that may lead anywhere.',
  avoid: 'a template that refers to a route table of another template',
  prefer: 'the exported route table, or a document that holds it with its values',
  examples: {
    good: example('routes as Azure takes them', {
      routeTable: {
        routes: [{ name: 'default', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
      },
    }),
    unsure: example('a next hop that Azure does not have', {
      routeTable: {
        routes: [{ name: 'default', addressPrefix: '0.0.0.0/0', nextHopType: 'Firewall' }],
      },
    }),
  },
  citations: [cite('traffic-routing-2023-05-27', 'User-defined')],
  run: perLocation(({ routes }) =>
    (routes?.problems ?? []).map(({ message, path }) => ({
      message,
      path,
      outcome: 'NEEDS_REVIEW',
    })),
  ),
};
