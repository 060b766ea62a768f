/** Every check does with its own examples what it says of them. */

import { describe, expect, it } from 'vitest';
import { checks, findCheck } from '../../../../core/validate/checks/index.ts';
import type { CheckExample, CheckExamples } from '../../../../core/validate/checks/kit/example.ts';
import { reportOfExample } from '../../../../core/validate/report-of-example.ts';

const run = (id: string, example: CheckExample) =>
  reportOfExample(example).findings.filter(({ checkId }) => checkId === id);

const examplesOf = (kind: keyof CheckExamples) =>
  checks.flatMap(({ id, severity, examples }) => {
    const example = examples[kind];
    return example ? [{ id, severity, example }] : [];
  });

describe('a check', () => {
  it.each(checks.flatMap(({ id, aliases = [] }) => aliases.map((alias) => ({ alias, id }))))(
    '$id answers to its earlier id $alias',
    ({ alias, id }) => expect(findCheck(alias)?.id).toBe(id),
  );

  it.each(examplesOf('good'))('$id has nothing to say of its good example', ({ id, example }) => {
    expect(run(id, example)).toEqual([]);
  });

  it.each(examplesOf('bad'))('$id objects to its bad example', ({ id, severity, example }) => {
    expect(run(id, example)[0]).toMatchObject({ checkId: id, severity });
  });

  it.each(examplesOf('unsure'))('$id asks for a look at its unsure example', ({ id, example }) => {
    expect(new Set(run(id, example).map(({ outcome }) => outcome))).toEqual(
      new Set(['NEEDS_REVIEW']),
    );
  });

  it('has an example that it objects to, or cannot decide', () => {
    const without = checks.filter(({ examples }) => !examples.bad && !examples.unsure);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('has an id that no other check has or ever had', () => {
    const ids = checks.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
