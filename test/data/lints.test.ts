/** The lints: the facts pass each of them, and facts that are spoiled on purpose fail. */

import { describe, expect, it, test } from 'vitest';
import { catalog, sourceById } from '../../data/index.ts';
import type { IsoDate, Source } from '../../data/model.ts';
import { spoiledFacts } from '../support/spoiled-facts.ts';
import { lints } from './lints/index.ts';
import type { Catalog } from './lints/lint.ts';
import { supersededTexts } from './lints/superseded-texts.ts';

describe.each(lints)('$name', ({ description, offenders, exceptions = [] }) => {
  const actual = offenders(catalog);

  it(description, () => {
    expect(actual.filter((line) => !exceptions.includes(line))).toEqual([]);
  });

  it('has only exceptions that still offend', () => {
    expect(exceptions.filter((line) => !actual.includes(line))).toEqual([]);
    expect(new Set(exceptions).size).toBe(exceptions.length);
  });
});

test('no lint takes the change that a weekly file makes for a fact', () => {
  const change = {
    cloud: 'PUBLIC',
    date: '2030-01-07',
    changeNumber: 9000,
    comparedWith: '2029-12-31',
    tags: [{ name: 'Sql', added: ['20.0.0.0/30'], removed: [] }],
  } as const;
  const changed: Catalog = { ...catalog, serviceTagFileChanges: [change] };
  for (const { offenders } of lints) expect(offenders(changed)).toEqual(offenders(catalog));
});

test('a citation of an older text holds where all newer texts repeat the section', () => {
  const { offenders } = supersededTexts;
  const page = sourceById.get('vnet-reference-2026-04-30') as Source;
  const withTexts = (...texts: readonly (readonly string[])[]): Catalog => {
    const newer = texts.map((repeats, index) => {
      const date = `203${index}-01-01` as IsoDate;
      return { ...page, id: `vnet-reference-${date}`, title: 'Newer', date, repeats };
    });
    return { ...catalog, sources: [...catalog.sources, ...newer] };
  };
  const linesOf = (fact: string, changed: Catalog) =>
    offenders(changed).filter((line) => line.startsWith(`${fact}:`));
  const dnsPort = (changed: Catalog) => linesOf('dnsFacts dns-port-53', changed);
  expect(dnsPort(withTexts(['DNS access'], ['DNS access']))).toEqual([]);
  expect(dnsPort(withTexts(['DNS access'], ['KMS endpoint']))).toHaveLength(1);
  expect(dnsPort(withTexts([], ['DNS access']))).toHaveLength(1);
  // It cites the text of 2026-04-10 for another section than that of 2026-04-30.
  const [own, rows] = ['Internal infrastructure and diagnostics', 'Required ports'];
  const diagnostics = (repeats: readonly string[]) =>
    linesOf('endpoints internal-diagnostics-port', withTexts(repeats));
  expect(diagnostics([own])).toEqual([expect.stringContaining('vnet-reference-2026-04-10')]);
  expect(diagnostics([rows])).toEqual([expect.stringContaining('vnet-reference-2026-04-30')]);
  expect(diagnostics([own, rows])).toEqual([]);
});

describe('spoiled facts', () => {
  const lintByName = new Map(lints.map((lint) => [lint.name, lint]));

  test.each(spoiledFacts)('are found by %s: %s', (name, _, spoil) => {
    const lint = lintByName.get(name);
    const before = lint?.offenders(catalog);
    const draft = structuredClone(catalog) as Parameters<typeof spoil>[0];
    spoil(draft);
    const actual = lint?.offenders(draft as Catalog).filter((line) => !before?.includes(line));
    expect(actual?.length).toBeGreaterThan(0);
  });

  it('are there for every lint', () => {
    const spoiled = new Set(spoiledFacts.map(([name]) => name));
    expect(spoiled).toEqual(new Set(lintByName.keys()));
    expect(lintByName.size).toBe(lints.length);
  });
});
