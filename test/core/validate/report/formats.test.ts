/** Reports as SARIF, and proposed rules in every format. */

import { describe, expect, it } from 'vitest';
import { render, ruleFormats } from '../../../../core/render/index.ts';
import type { LocationOptions } from '../../../../core/validate/location/location.ts';
import { toSarif } from '../../../../core/validate/report/sarif.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { cases, deploymentOfCase, fixtures } from '../../../support/corpus.ts';

const none: LocationOptions = { serviceTagFiles: [], whatIf: 'NONE' };

describe('every format', () => {
  it.each(ruleFormats)('%s holds the names of all changed and added rules', (format) => {
    const deployments = [
      ...fixtures.map(({ deployment }) => deployment),
      ...cases.map((given) => deploymentOfCase(given)),
    ];
    for (const deployment of deployments) {
      const report = validate(deployment, none);
      for (const groups of [report.remediation(), report.denyByDefault()]) {
        const text = render(format, groups).replaceAll('\\', '');
        const names = groups.flatMap(({ rules }) => rules.map(({ name }) => name));
        expect(names.filter((name) => !text.includes(name))).toEqual([]);
      }
    }
  });
});

describe('a report as SARIF', () => {
  const levels = ['none', 'note', 'warning', 'error'];

  it.each([
    ...fixtures.map(({ name, deployment }) => ({ name, deployment })),
    ...cases.map((given) => ({ name: given.name, deployment: deploymentOfCase(given) })),
  ])('has every finding of $name', ({ deployment }) => {
    const report = validate(deployment, { ...none, whatIf: 'DENY_ALL' });
    const sarif = toSarif(report);
    expect(sarif.version).toBe('2.1.0');
    expect(JSON.parse(JSON.stringify(sarif))).toEqual(sarif);
    const [run] = sarif.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const results = run?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(
      report.findings.map(({ checkId }) => checkId),
    );
    const offenders = results.filter(
      ({ ruleId, ruleIndex, level, kind, message, locations }, index) =>
        rules[ruleIndex]?.id !== ruleId ||
        !levels.includes(level) ||
        (kind !== 'fail' && level !== 'none') ||
        !message.text.includes(report.findings[index]?.message ?? '?') ||
        locations[0]?.logicalLocations[0]?.fullyQualifiedName !== report.findings[index]?.path,
    );
    expect(offenders).toEqual([]);
  });
});
