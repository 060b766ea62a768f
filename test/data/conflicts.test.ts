/** The conflicts between documents: form, citations, order, and that what they touch exists. */

import { describe, expect, it } from 'vitest';
import {
  catalog,
  conflictById,
  findRegion,
  findServiceTag,
  portRuleById,
  sourceById,
} from '../../data/index.ts';
import type { FactKind } from '../../data/model.ts';

const { conflicts } = catalog;
const positions = conflicts.flatMap((conflict) =>
  conflict.positions.map((position, index) => ({ ...position, at: `${conflict.id} ${index}` })),
);

const hasId = (facts: readonly { readonly id: string }[], id: string) =>
  facts.some((fact) => fact.id === id);

const exists: Readonly<Record<FactKind, (id: string) => boolean>> = {
  PORT_RULE: (id) => portRuleById.has(id),
  ENDPOINT: (id) => hasId(catalog.endpoints, id),
  REGION: (id) => findRegion(id)?.name === id,
  SERVICE_TAG: (id) => findServiceTag(id)?.name === id,
  TIER: (id) => catalog.tierProfiles.some(({ tier }) => tier === id),
  IP_CHANGE_TRIGGER: (id) => hasId(catalog.ipChangeTriggers, id),
  SUBNET_RULE: (id) => hasId(catalog.subnetRules, id),
  NETWORK_FACT: (id) =>
    hasId(
      [
        ...catalog.prerequisites,
        ...catalog.dnsFacts,
        ...catalog.routingFacts,
        ...catalog.limitations,
      ],
      id,
    ),
  SOURCE: (id) => sourceById.has(id),
};

it('keep their ids', () => {
  expect(conflicts.map(({ id }) => id)).toEqual([
    'load-balancer-developer',
    'key-vault-by-platform',
    'azure-monitor-necessity',
    'port-12000',
    'managed-redis-port',
    'v2-security-rules',
    'captcha-hosts',
    'developer-portal-publishing',
    'metrics-hosts-by-cloud',
    'internal-host-names-lost',
    'south-africa-address',
    'india-region-names',
    'public-ip-address',
    'shared-subnet',
    'premium-unit-limit',
    'external-load-balancer-address',
    'network-lock-duration',
    'forced-tunneling-service-endpoints',
    'management-route-by-tag-in-china',
    'retirement-dates',
  ]);
  expect(conflictById.size).toBe(20);
});

it('have kebab-case ids and titles of their own', () => {
  const offenders = conflicts.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
  expect(offenders).toEqual([]);
  expect(new Set(conflicts.map(({ title }) => title)).size).toBe(conflicts.length);
});

it('have texts that are whole sentences', () => {
  const texts = [
    ...positions.map(({ statement }) => statement),
    ...conflicts.flatMap(({ appliedReading, reason }) => [appliedReading, reason]),
  ];
  expect(texts.filter((text) => !/^[A-Z0-9].*\.$/s.test(text) || / {2}/.test(text))).toEqual([]);
});

describe('positions', () => {
  it('are at least two, and no two the same', () => {
    const offenders = conflicts.filter(
      (conflict) =>
        conflict.positions.length < 2 ||
        new Set(conflict.positions.map(({ statement }) => statement)).size <
          conflict.positions.length,
    );
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });

  it('cite known sources, oldest first', () => {
    const offenders = positions.filter(({ citations }) => {
      const dates = citations.map(({ source }) => sourceById.get(source)?.date);
      return (
        dates.length === 0 || dates.includes(undefined) || dates.join() !== [...dates].sort().join()
      );
    });
    expect(offenders.map(({ at }) => at)).toEqual([]);
  });

  it('stand in the order of their oldest documents', () => {
    const offenders = conflicts.filter((conflict) => {
      const dates = conflict.positions.map(
        ({ citations }) => sourceById.get(citations[0]?.source ?? '')?.date,
      );
      return dates.join() !== [...dates].sort().join();
    });
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });

  it('of one conflict never cite the same place', () => {
    const offenders = conflicts.filter((conflict) => {
      const places = conflict.positions.flatMap(({ citations }) =>
        citations.map(({ source, section }) => `${source} ${section}`),
      );
      return new Set(places).size < places.length;
    });
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });
});

describe('what they touch', () => {
  it('exists', () => {
    const offenders = conflicts.flatMap(({ id, touches }) =>
      touches
        .filter((reference) => !exists[reference.kind](reference.id))
        .map((reference) => `${id}: ${reference.kind} ${reference.id}`),
    );
    expect(offenders).toEqual([]);
  });

  it('is something, and nothing twice', () => {
    const offenders = conflicts.filter(
      ({ touches }) =>
        touches.length === 0 ||
        new Set(touches.map(({ kind, id }) => `${kind} ${id}`)).size < touches.length,
    );
    expect(offenders.map(({ id }) => id)).toEqual([]);
  });
});

describe('the readings applied are those of the data', () => {
  const newest = (id: string) => portRuleById.get(id)?.statements.at(-1);

  it.each([
    ['managed-redis-port', newest('external-cache')?.destinationPorts, ['10000']],
    ['port-12000', newest('azure-monitor')?.destinationPorts, ['1886', '443']],
    ['azure-monitor-necessity', newest('azure-monitor')?.necessity, 'REQUIRED'],
    ['key-vault-by-platform', newest('key-vault')?.necessity, 'REQUIRED'],
    ['key-vault-by-platform, stv1', newest('key-vault-stv1')?.necessity, 'OPTIONAL'],
    ['v2-security-rules', newest('v2-key-vault')?.necessity, 'REQUIRED'],
    ['v2-security-rules, Storage', newest('v2-storage')?.necessity, 'RECOMMENDED'],
    ['load-balancer-developer', newest('load-balancer')?.necessity, 'REQUIRED'],
    [
      'load-balancer-developer, stv1',
      newest('load-balancer-stv1')?.requiredWhen?.tiers,
      ['PREMIUM'],
    ],
    [
      'premium-unit-limit',
      catalog.tierProfiles.find(({ tier }) => tier === 'PREMIUM')?.maxUnits,
      31,
    ],
    ['india-region-names', findRegion('India Central')?.name, 'jioindiacentral'],
    [
      'south-africa-address',
      findRegion('southafricawest')?.controlPlaneAddresses.map(({ address }) => address),
      ['102.133.0.79'],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
