/** The queries symptoms and symptom. */

import { describe, expect, it, test } from 'vitest';
import { client } from '../support/client.ts';

const { ask } = client();

interface Cause {
  readonly text: string;
  readonly tellApart: string;
  readonly remedy: string;
  readonly facts: readonly { readonly path: string }[];
  readonly checks: readonly { readonly kind: string; readonly path: string }[];
  readonly citations: readonly unknown[];
}

const causes = `causes {
  text tellApart remedy facts { kind id title path } checks { kind id title path } citations { section source { id } }
}`;

describe('symptoms', () => {
  it('have causes with facts, checks that exist and citations', async () => {
    const { symptoms } = await ask(
      `{ symptoms { id title texts path ${causes} citations { section } } }`,
    );
    expect(symptoms.length).toBeGreaterThan(20);
    const all: readonly Cause[] = symptoms.flatMap(
      (one: { causes: readonly Cause[] }) => one.causes,
    );
    expect(all.filter(({ citations, facts }) => citations.length * facts.length === 0)).toEqual([]);
    expect(all.flatMap(({ checks }) => checks).filter(({ kind }) => kind !== 'CHECK')).toEqual([]);
    expect(all.flatMap(({ facts }) => facts).filter(({ path }) => !path.startsWith('/'))).toEqual(
      [],
    );
  });

  test.each([
    ['activation failed after 40 minutes', 'activation-failed', /cannot reach a service/],
    ['portal loads no content', 'portal-blank', /management endpoint/],
    ['network status red', 'network-status-red', /Required/],
  ])('"%s" leads to a cause', async (text, id, cause) => {
    const { symptoms } = await ask(
      `query ($text: String!) { symptoms(text: $text) { id ${causes} } }`,
      { text },
    );
    expect(symptoms[0].id).toBe(id);
    expect(symptoms[0].causes[0].text).toMatch(cause);
  });

  it('are none for a text that describes none, and all without a text', async () => {
    const { none, all, nothing } = await ask(
      '{ none: symptoms(text: "qqqq") { id } all: symptoms { id } nothing: symptoms(text: null) { id } }',
    );
    expect(none).toEqual([]);
    expect(nothing).toEqual(all);
  });
});

it('symptom takes an id', async () => {
  const { known, unknown } = await ask(
    '{ known: symptom(id: "portal-blank") { id path } unknown: symptom(id: "x") { id } }',
  );
  expect(known).toEqual({ id: 'portal-blank', path: '/symptoms/#portal-blank' });
  expect(unknown).toBeNull();
});
