import { networkFacts, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

const normalized = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const onePlace: Lint = {
  name: 'one-place',
  description: 'A fact is stated in one place: no statement repeats another or begins with it.',
  offenders: (catalog) => {
    const stated = [
      ...networkFacts(catalog).map(({ id, statement }) => ({ id, text: statement })),
      ...catalog.subnetRules.map(({ id, requirement }) => ({ id, text: requirement })),
      ...catalog.ipChangeTriggers.map(({ id, title }) => ({ id, text: title })),
      ...catalog.platformAddresses.map(({ address, description }) => ({
        id: address,
        text: description,
      })),
    ].map(({ id, text }) => ({ id, text: normalized(text) }));
    return [
      ...repeated(stated.map(({ text }) => text)).map((text) => `${text}: stated twice`),
      ...stated.flatMap(({ id, text }) =>
        stated
          .filter((other) => other.text.startsWith(`${text} `))
          .map((other) => `${id}: ${other.id} says it too`),
      ),
    ];
  },
  // A prerequisite and a subnet rule; both ids are permanent.
  exceptions: ['v2-subnet-resource-provider: v2-resource-provider-registered says it too'],
};
