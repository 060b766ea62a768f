import { type AnyFact, factLists, nameOf, portStatements, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

const keys = ['tiers', 'virtualNetworkTypes', 'platforms', 'clouds', 'directions'] as const;

function troubles(fact: AnyFact, at: string): string[] {
  return keys.flatMap((key) => {
    const values = fact[key] as readonly string[] | undefined;
    if (values === undefined) return [];
    return [
      ...(values.length > 0 ? [] : [`${at}: ${key} is empty`]),
      ...repeated(values).map((value) => `${at}: ${value} twice in ${key}`),
    ];
  });
}

export const applicability: Lint = {
  name: 'applicability',
  description:
    'A list of tiers, modes, platforms or clouds is not empty and names none twice; a private address changes only in tiers that have one.',
  offenders: (catalog) => [
    ...factLists(catalog).flatMap(([list, facts]) =>
      facts.flatMap((fact) => troubles(fact, nameOf(fact, list))),
    ),
    ...portStatements(catalog).flatMap(({ at, statement }) => troubles({ ...statement }, at)),
    ...catalog.ipChangeTriggers
      .filter(
        ({ affectsPrivateAddress, tiers }) => affectsPrivateAddress && !tiers.includes('PREMIUM'),
      )
      .map(({ id }) => `${id}: changes a private address in tiers that have none`),
  ],
  // The AI Gateway tier is in preview and not in the list of tiers.
  exceptions: [
    'ai-gateway-preview',
    'ai-gateway-integration-subnet',
    'ai-gateway-security-rules',
    'ai-gateway-private-endpoint',
  ].map((id) => `${id}: tiers is empty`),
};
