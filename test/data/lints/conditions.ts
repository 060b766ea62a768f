import { portStatements } from './facts.ts';
import type { Lint } from './lint.ts';

export const conditions: Lint = {
  name: 'conditions',
  description: 'A CONDITIONAL row or endpoint has a condition, and no other one has.',
  offenders: (catalog) =>
    [
      ...portStatements(catalog).map(({ at, statement }) => ({ at, fact: statement })),
      ...catalog.endpoints.map((endpoint) => ({ at: endpoint.id, fact: endpoint })),
    ]
      .filter(
        ({ fact }) => (fact.necessity === 'CONDITIONAL') !== (fact.requiredWhen !== undefined),
      )
      .map(({ at, fact }) =>
        fact.necessity === 'CONDITIONAL'
          ? `${at}: CONDITIONAL without a condition`
          : `${at}: ${fact.necessity} with a condition`,
      ),
};
