/** What the corpus says of a real deployment besides errors, by check, against what the checks find. */

import { describe, expect, it } from 'vitest';
import { checks } from '../../api/validate/checks/index.ts';
import { validate } from '../../api/validate/validate.ts';
import { cases, deploymentOfCase, publicFiles } from './corpus.ts';

/** Checks whose findings the corpus lists by the check's id: all of them, but for what is said below. */
const compared: ReadonlySet<string> = new Set([
  'port-typo',
  'protocol-mismatch',
  'source-port-restricted',
  'port-range-suspect',
  'covered-by-broader-tag',
  'implicit',
  'retired-control-plane-address',
  'open-to-any-inbound',
  'unneeded-in-internal',
  'shared-nsg',
  'name-vs-access',
  'name-vs-source',
  'protocol-case',
  'tag-case',
]);

/** Also found, and true because: */
const alsoFound: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lza-bicep': {
    'unneeded-in-internal': 'AzureTrafficManager:443 is a row of external mode alone',
  },
  'lza-terraform-single-region': { 'tag-case': 'the rule for 1443 writes SQL, too' },
  'lza-tf-typo-plus-deny-internet': {
    'port-typo': 'the rule for 1443 is what the case is about',
    'tag-case': 'the rule for 1443 writes SQL, too',
  },
  'udp-instead-of-tcp': { 'protocol-mismatch': 'Udp for Sql is what the case is about' },
};

const codesOf = (warnings: readonly string[]) =>
  new Set(warnings.map((warning) => warning.split(':')[0] as string));

describe.runIf(cases.length > 0).each([
  { files: 'no weekly file', serviceTagFiles: [] },
  { files: 'the weekly file', serviceTagFiles: publicFiles },
])('warnings of real deployments with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (given) => {
    const { findings } = validate(deploymentOfCase(given), { serviceTagFiles, whatIf: 'NONE' });
    const found = new Set(findings.map(({ checkId }) => checkId));
    const listed = codesOf(given.expect.warnings ?? []);
    expect([...listed].filter((id) => compared.has(id) && !found.has(id))).toEqual([]);
    const besides = [...found].filter((id) => compared.has(id) && !listed.has(id));
    expect(besides.sort()).toEqual(Object.keys(alsoFound[given.name] ?? {}).sort());
  });
});

describe('the lists above', () => {
  it('name checks that exist', () => {
    const ids = checks.map(({ id }) => id);
    expect([...compared].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.runIf(cases.length > 0)('name cases that exist', () => {
    const names = cases.map(({ name }) => name);
    expect(Object.keys(alsoFound).filter((name) => !names.includes(name))).toEqual([]);
  });
});
