import { featureNames } from '../../../data/model.ts';
import { networkFacts, portStatements } from './facts.ts';
import type { Lint } from './lint.ts';

export const features: Lint = {
  name: 'features',
  description:
    'Every feature is described, and belongs to a rule or names facts that exist; optional rules and bracketed ports have the feature that needs them.',
  offenders: (catalog) => {
    const described = catalog.features.map(({ name }) => name);
    const used = catalog.portRules.flatMap((rule) => [
      rule.feature,
      ...(rule.otherFeatures ?? []),
      rule.optionalPortsFeature,
    ]);
    const facts = new Set(networkFacts(catalog).map(({ id }) => id));
    return [
      ...(described.join() === featureNames.join()
        ? []
        : [`features: ${described} in place of ${featureNames}`]),
      ...catalog.features
        .filter(({ name, needs = [] }) => !used.includes(name) && needs.length === 0)
        .map(({ name }) => `${name}: no rule and no fact`),
      ...catalog.features.flatMap(({ name, needs = [] }) =>
        needs.filter((id) => !facts.has(id)).map((id) => `${name}: no fact ${id}`),
      ),
      ...portStatements(catalog)
        .filter(({ rule, statement }) => statement.necessity === 'OPTIONAL' && !rule.feature)
        .map(({ at }) => `${at}: optional without a feature`),
      ...catalog.portRules
        .filter(
          (rule) =>
            (rule.optionalPortsFeature !== undefined) !==
            rule.statements.some(({ optionalDestinationPorts: list }) => list.length > 0),
        )
        .map(({ id }) => `${id}: bracketed ports and their feature belong together`),
    ];
  },
};
