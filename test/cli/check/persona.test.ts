/** `apim-atlas check --persona`: what each persona reads, in which formats, and what it does to the exit code. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../core/validate/checks/index.ts';
import { confidenceOf, isRegular } from '../../../core/validate/report/persona.ts';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, bicepRule, denySql } from '../../support/networks.ts';
import { sarifMistakes } from '../../support/sarif-schema.ts';

/** Admits anybody to the management endpoint: a warning on breadth. */
const wide = bicepRule('wide', {
  priority: 130,
  direction: 'Inbound',
  sourceAddressPrefix: '*',
  destinationAddressPrefix: 'VirtualNetwork',
  destinationPortRange: '3443',
});
const network = bicepNetwork([wide, denySql]);
const check = (...args: readonly string[]) =>
  command(folderWith({ 'main.bicep': network }), ['check', ...args]);
const assumed = 'Security admin rules of Azure Virtual Network Manager';

describe('--persona', () => {
  it.each([
    ['regular', '1 error, 1 more for --persona pedantic', false, false],
    ['pedantic', '1 error, 1 warning', true, false],
    ['auditor', '1 error, 1 warning', true, true],
  ])('%s', async (persona, counts, hasBreadth, hasAssumptions) => {
    const { code, out } = await check('--persona', persona);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toBe(`main.bicep: FAIL, ${counts}`);
    expect(out).toContain('error[required-flow-denied]');
    expect(out.includes('warning[open-to-any-inbound]')).toBe(hasBreadth);
    expect(out.includes(`assumed: ${assumed}`)).toBe(hasAssumptions);
  });

  it('is pedantic if left out', async () => {
    expect((await check()).out).toBe((await check('--persona', 'pedantic')).out);
  });

  it.each(['json', 'sarif', 'junit', 'github', 'azure', 'markdown'])(
    'leaves out of %s what regular does not read, and has what auditor does',
    async (format) => {
      const [regular, auditor] = await Promise.all(
        ['regular', 'auditor'].map((one) => check('--persona', one, '--format', format)),
      );
      // The test of a check is there with and without findings.
      const breadth = format === 'junit' ? 'admits any source' : 'open-to-any-inbound';
      expect([regular?.out.includes(breadth), auditor?.out.includes(breadth)]).toEqual([
        false,
        true,
      ]);
      expect(auditor?.out).toContain(assumed);
      if (format === 'sarif') expect(sarifMistakes(JSON.parse(auditor?.out ?? ''))).toEqual([]);
    },
  );

  it('leaves nothing out of the baseline', async () => {
    const folder = folderWith({ 'main.bicep': network });
    const inBaseline = async (persona: string) => {
      const args = ['--persona', persona, '--baseline', `${persona}.json`];
      await command(folder, ['check', ...args, '--update-baseline']);
      return readFileSync(join(folder, `${persona}.json`), 'utf8');
    };
    const [regular, pedantic] = [await inBaseline('regular'), await inBaseline('pedantic')];
    expect(regular).toContain('open-to-any-inbound');
    expect(regular).toBe(pedantic);
  });

  it('fails on warnings that it reads alone', async () => {
    const folder = folderWith({ 'main.bicep': bicepNetwork([wide]) });
    const codeOf = async (persona: string) =>
      (await command(folder, ['check', '--fail-on', 'warning', '--persona', persona])).code;
    expect([await codeOf('regular'), await codeOf('pedantic')]).toEqual([0, 1]);
  });
});

describe('what regular reads', () => {
  const of = (checkId: string) => checks.find(({ id }) => id === checkId);
  it.each([
    [
      'what fails, whichever check finds it',
      { checkId: 'rule-shadowed', severity: 'WARNING', outcome: 'FAIL' },
      true,
    ],
    ['what is undecided', { checkId: 'tag-case', severity: 'INFO', outcome: 'NEEDS_REVIEW' }, true],
    [
      'what fails later',
      { checkId: 'public-ip-zonal', severity: 'WARNING', outcome: 'PASS' },
      true,
    ],
    [
      'rules without effect',
      { checkId: 'rule-shadowed', severity: 'WARNING', outcome: 'PASS' },
      false,
    ],
    ['names', { checkId: 'name-vs-access', severity: 'INFO', outcome: 'PASS' }, false],
  ] as const)('%s', (_, finding, expected) => {
    expect(of(finding.checkId)).toBeDefined();
    expect(isRegular(finding)).toBe(expected);
  });

  it('leaves out no check that is not there', () => {
    const left = checks.filter(
      ({ id, severity }) =>
        severity === 'WARNING' && !isRegular({ checkId: id, severity, outcome: 'PASS' }),
    );
    expect(left).toHaveLength(14);
  });
});

describe('confidence', () => {
  const assumptions = [
    { code: 'SERVICE_TAG_PREFIXES', text: '' },
    { code: 'VNET_SPACE_ASSUMED', text: '' },
    { code: 'AVNM_RULES_UNKNOWN', text: '' },
    { code: 'BGP_ROUTES_UNKNOWN', text: '' },
    { code: 'IPV6_NOT_EVALUATED', text: '' },
  ] as const;
  const all = assumptions.map(({ code }) => code);
  const ofPackets = all.slice(0, 4);
  it.each([
    ['of what the input leaves open', { outcome: 'NEEDS_REVIEW' }, 'UNDECIDED', all],
    ['of a flow', { outcome: 'FAIL', flows: ['a'] }, 'ASSUMED', ofPackets],
    ['of what rules do', { outcome: 'PASS', rules: ['a'] }, 'ASSUMED', ofPackets],
    ['of an own flow', { outcome: 'FAIL', ownFlow: 'a' }, 'ASSUMED', ofPackets],
    ['of what is written', { outcome: 'FAIL' }, 'CERTAIN', []],
  ] as const)('%s', (_, finding, confidence, restsOn) => {
    const whole = { flows: [], rules: [], ...finding };
    expect(confidenceOf(whole, { assumptions })).toEqual({ confidence, restsOn });
  });
});
