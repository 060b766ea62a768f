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
/** What else the cases of the corpus say is to be found in them, as far as there are checks for it. */

import { describe, expect, it } from 'vitest';
import { checks } from '../../api/validate/checks/index.ts';
import { locationDefaults } from '../../api/validate/deployment.ts';
import type { Deployment } from '../../api/validate/model.ts';
import { validate } from '../../api/validate/validate.ts';
import { cases, deploymentOfCase, publicFiles } from './corpus.ts';

type Case = (typeof cases)[number];

const ids = new Set(checks.map(({ id }) => id));

/** The part of a warning before the colon, where a check has that id. */
const codesOf = ({ expect: { warnings = [] } }: Case) =>
  [...new Set(warnings.map((warning) => warning.split(':')[0] as string))].filter((code) =>
    ids.has(code),
  );

/** What a case says in its warnings alone. */
const told: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'ashpr-private-apim-slash28': (deployment) => ({
    ...deployment,
    locations: [...deployment.locations, { ...locationDefaults, region: 'northeurope' }],
  }),
};

/** Codes of which a case lists every occurrence, but for those that are true although it does not. */
const complete: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'public-ip-missing': {
    'avm-apimanagement-full-nsg': 'the example leaves the address to Azure',
    'hmcts-hmi-sbox-forced-tunnel': 'the service is deployed elsewhere, its address is not known',
    'hmcts-cnp-apim-prod-deny-inbound': 'the case names no address',
  },
  'public-ip-not-standard': {},
  'public-ip-other-place': {},
  'public-ip-without-dns-label': {},
  'multi-region': {},
  'subnet-shared': {},
  'subnet-too-small': {},
  'subnet-without-room-to-scale': {},
  'subnet-equals-vnet': {},
  'public-range-used-as-private': {},
  'units-out-of-range': {},
  'zones-not-supported': {},
  'asg-never-matches': {},
  'mode-none-with-subnet': {},
};

function found(given: Case, serviceTagFiles: typeof publicFiles): string[] {
  const deployment = deploymentOfCase(given);
  const { findings } = validate(told[given.name]?.(deployment) ?? deployment, {
    serviceTagFiles,
    whatIf: 'NONE',
  });
  return [...new Set(findings.map(({ checkId }) => checkId))];
}

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
  it.each(cases)('$name shows what it lists', (given) => {
    expect(found(given, serviceTagFiles)).toEqual(expect.arrayContaining(codesOf(given)));
  });

  it.each(cases.filter(({ derivedFrom }) => !derivedFrom))('$name shows no more', (given) => {
    const listed = codesOf(given);
    const unlisted = found(given, serviceTagFiles).filter(
      (id) => id in complete && !(given.name in (complete[id] ?? {})) && !listed.includes(id),
    );
    expect(unlisted).toEqual([]);
  });
});
