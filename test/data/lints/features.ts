import { featureNames } from '../../../data/model.ts';
import { portStatements } from './facts.ts';
import type { Lint } from './lint.ts';

export const features: Lint = {
  name: 'features',
  description:
    'Every feature is described and belongs to a rule; optional rules and bracketed ports have the feature that needs them.',
  offenders: (catalog) => {
    const described = catalog.features.map(({ name }) => name);
    const used = catalog.portRules.flatMap((rule) => [rule.feature, rule.optionalPortsFeature]);
    return [
      ...(described.join() === featureNames.join()
        ? []
        : [`features: ${described} in place of ${featureNames}`]),
      ...featureNames.filter((name) => !used.includes(name)).map((name) => `${name}: no rule`),
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
  // On stv1 the row serves named values, which is no feature of its own.
  exceptions: [
    'key-vault-stv1 2023-01-06 STV1: optional without a feature',
    'key-vault-stv1 2023-11-29 STV1: optional without a feature',
  ],
};
