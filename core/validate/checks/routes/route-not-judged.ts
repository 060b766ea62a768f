import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const routeNotJudged: Check = {
  id: 'route-not-judged',
  title: 'A route could not be judged',
  severity: 'WARNING',
  summary:
    'A route has a destination or next hop that cannot be read, or the document does not contain the route table of the subnet.',
  rationale:
    'One default route can redirect all traffic of the subnet. The report covers the routes that could be read; it leaves this one out or assumes that it may lead anywhere.',
  avoid: 'a template that refers to a route table in another template',
  prefer: 'the exported route table, or a document that contains it with its values',
  examples: {
    good: example('a route that Azure accepts', {
      routeTable: {
        routes: [{ name: 'default', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
      },
    }),
    unsure: example('a service tag that Azure does not know', {
      routeTable: {
        routes: [{ name: 'default', addressPrefix: 'ApiManagment', nextHopType: 'Internet' }],
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
