/** The interface Fact and the look-ups by id: whatever a search or a reference names can be read. */

import { type GraphQLInterfaceType, type GraphQLObjectType, getNamedType, parse } from 'graphql';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { execute } from '../../api/execute.ts';
import { withFieldCitations } from '../../api/schema/citations.ts';
import { findFact } from '../../api/schema/fact.ts';
import { schema } from '../../api/schema/index.ts';
import { factPages } from '../../core/search/fact-pages.ts';
import type { Check } from '../../core/validate/checks/index.ts';
import { cite } from '../../data/cite.ts';
import { catalog } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask } = client();

describe('citations of a fact', () => {
  const own = cite('a', 'Fact');
  const ofName = cite('a', 'Name');
  const ofPair = cite('b', 'Pair');

  it('are its own, then those of its fields', () => {
    const fact = { nameCitations: [ofName], citations: [own], pairCitations: [ofPair], pair: 'x' };
    expect(withFieldCitations(fact.citations, fact)).toEqual([own, ofName, ofPair]);
  });

  const ofField = cite('ip-addresses-2026-09-11', 'Of a field alone');

  it('are what the query fact gives', async () => {
    // Facts of the catalog are frozen; a check is not.
    const check = findFact('CHECK', 'port-typo') as Check;
    Object.assign(check, { madeUpCitations: [ofField] });
    onTestFinished(() => void Reflect.deleteProperty(check, 'madeUpCitations'));
    const { fact } = await ask('{ fact(kind: CHECK, id: "port-typo") { citations { section } } }');
    const sections = [...check.citations, ofField].map(({ section }) => ({ section }));
    expect(fact.citations).toEqual(sections);
  });
});

describe('fact', () => {
  const kinds = [...new Set(factPages.map(({ kind }) => kind))];

  test.each(kinds)('of the kind %s is there for each id', async (kind) => {
    const pages = factPages.filter((page) => page.kind === kind);
    const query = pages.map(
      ({ id }, index) =>
        `f${index}: fact(kind: ${kind}, id: ${JSON.stringify(id)}) { __typename id kind title path }`,
    );
    const document = parse(`{ ${query.join('\n')} }`);
    const facts = Object.values(await execute<object, Record<string, never>>(document, {}));
    expect(facts).toEqual(
      pages.map(({ id, title, path }) =>
        expect.objectContaining({ id, kind, title, path, __typename: expect.any(String) }),
      ),
    );
  });

  it('has a type for each kind', async () => {
    const fact = schema.getType('Fact') as GraphQLInterfaceType;
    expect(schema.getPossibleTypes(fact)).toHaveLength(kinds.length);
  });

  test.each([
    ['REGION', 'India Central', 'jioindiacentral'],
    ['SERVICE_TAG', 'SQL', 'Sql'],
    ['CHECK', 'swapped', 'rule-ends-swapped'],
  ])('of the kind %s takes %s for %s', async (kind, name, id) => {
    const { fact } = await ask(`{ fact(kind: ${kind}, id: "${name}") { id } }`);
    expect(fact).toEqual({ id });
  });

  test.each([
    ['PORT_RULE', 'nothing'],
    ['TIER', '__proto__'],
    ['ENDPOINT', ''],
    ['CHECK', 'storage'],
  ])('of the kind %s with the id "%s" is null', async (kind, id) => {
    expect(await ask(`{ fact(kind: ${kind}, id: "${id}") { id } }`)).toEqual({ fact: null });
  });

  it('tells the conflicts that concern it', async () => {
    const { conflicts } = await ask(
      '{ conflicts { id touches { kind id conflicts { id } ... on PortRule { necessity } } } }',
    );
    const offenders = conflicts.flatMap(
      ({ id, touches }: { id: string; touches: { conflicts: { id: string }[] }[] }) =>
        touches.filter((fact) => !fact.conflicts.some((conflict) => conflict.id === id)),
    );
    expect(offenders).toEqual([]);
    const { portRule } = await ask('{ portRule(id: "storage") { conflicts { id } } }');
    expect(portRule.conflicts).toEqual(
      catalog.conflicts
        .filter(({ touches }) =>
          touches.some(({ kind, id }) => kind === 'PORT_RULE' && id === 'storage'),
        )
        .map(({ id }) => ({ id })),
    );
  });
});

describe('each plural has a singular', () => {
  const query = schema.getQueryType() as GraphQLObjectType;
  const plurals = Object.values(query.getFields()).filter(({ type }) => `${type}`.startsWith('['));
  /** What has no id: the addresses are looked up by lookupAddress; a hit leads to its fact. */
  const without = ['controlPlaneAddresses', 'search'];
  const singulars: Readonly<Record<string, string>> = {
    lookupAddresses: 'lookupAddress',
    facts: 'networkFact',
  };

  test.each(
    plurals
      .filter(({ name }) => !without.includes(name))
      .map((field) => [field.name, field] as const),
  )('%s', (name, { type }) => {
    const one = query.getFields()[singulars[name] ?? name.replace(/s$/, '')];
    expect(one && getNamedType(one.type).name).toBe(
      name === 'portRules' ? 'PortRule' : getNamedType(type).name,
    );
  });

  test.each([
    ['cloud(name: CHINA)', 'id', 'CHINA'],
    ['tier(name: BASIC_V2)', 'id', 'BASIC_V2'],
    ['edition(date: "2023-01-06")', 'id', '2023-01-06'],
    ['conflict(id: "south-africa-address")', 'id', 'south-africa-address'],
    ['change(id: "2021-08-06-storage-narrowed")', 'kind', 'NARROWED'],
    ['endpoint(id: "smtp-relay")', 'kind', 'ENDPOINT'],
    ['networkFact(id: "stv1-retired")', 'topic', 'LIMITATION'],
  ])('%s is there', async (field, name, value) => {
    expect(await ask(`{ one: ${field} { ${name} } }`)).toEqual({ one: { [name]: value } });
  });

  test.each([
    'conflict',
    'change',
    'endpoint',
    'ipChangeTrigger',
    'networkFact',
    'source',
    'subnetRule',
  ])('%s of an unknown id is null', async (field) => {
    expect(await ask(`{ one: ${field}(id: "__proto__") { id } }`)).toEqual({ one: null });
  });

  it('edition of a date without one is null', async () => {
    expect(await ask('{ edition(date: "2001-01-01") { id } }')).toEqual({ edition: null });
  });
});
