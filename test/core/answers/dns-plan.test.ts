/** The host names of an instance in internal mode, and names and addresses that none can have. */

import { describe, expect, it } from 'vitest';
import { dnsPlan } from '../../../core/answers/dns-plan.ts';
import { InputError } from '../../../core/input-error.ts';
import { catalog } from '../../../data/index.ts';
import type { CloudName } from '../../../data/model.ts';
import { expectCited } from '../../support/citations.ts';

const contoso = { instanceName: 'contoso', cloud: 'PUBLIC', privateAddress: '10.0.0.5' } as const;

describe('dnsPlan', () => {
  it.each<readonly [CloudName, string]>([
    ['PUBLIC', 'azure-api.net'],
    ['US_GOVERNMENT', 'azure-api.us'],
    ['CHINA', 'azure-api.cn'],
  ])('%s: six names to one address, and never a zone %s', (cloud, suffix) => {
    const plan = dnsPlan({ ...contoso, cloud });
    expect(plan.records.map(({ hostName }) => hostName)).toEqual([
      `contoso.${suffix}`,
      `contoso.portal.${suffix}`,
      `contoso.developer.${suffix}`,
      `contoso.management.${suffix}`,
      `contoso.configuration.${suffix}`,
      `contoso.scm.${suffix}`,
    ]);
    expect(new Set(plan.records.map(({ address }) => address))).toEqual(new Set(['10.0.0.5']));
    expect(plan.forbiddenZoneName).toBe(suffix);
    expect(plan.notes[0]?.text).toContain(`zone for ${suffix} hides`);
    expectCited(plan);
    expect(plan.records.filter(({ citations }) => citations.length === 0)).toEqual([]);
  });

  it('puts every record at the apex of a zone of its own', () => {
    const { records, forbiddenZoneName } = dnsPlan(contoso);
    const offenders = records.filter(
      ({ zoneName, recordName, hostName }) =>
        recordName !== '@' || zoneName !== hostName || zoneName === forbiddenZoneName,
    );
    expect(offenders).toEqual([]);
  });

  it('says since when nothing answers on the names of retired endpoints', () => {
    const retired = dnsPlan(contoso).records.filter(({ retiredOn }) => retiredOn !== null);
    const dayOf = (id: string) => catalog.limitations.find((fact) => fact.id === id)?.effectiveOn;
    expect(retired).toMatchObject([
      { endpoint: 'Legacy developer portal', retiredOn: dayOf('legacy-portal-retired') },
      { endpoint: 'Git repository', retiredOn: dayOf('git-repository-retired') },
    ]);
  });

  it('says that host names of other clouds are concluded', () => {
    const confidence = (cloud: CloudName) =>
      dnsPlan({ ...contoso, cloud }).records[0]?.citations.map((citation) => citation.confidence);
    expect(confidence('PUBLIC')).not.toContain('INFERRED');
    expect(confidence('CHINA')).toContain('INFERRED');
  });

  it.each(['a', 'A1', 'contoso-prod-01', 'Contoso', `a${'-b'.repeat(24)}c`])(
    'takes the name %s, in lower case',
    (instanceName) => {
      const [gateway] = dnsPlan({ ...contoso, instanceName }).records;
      expect(gateway?.hostName).toBe(`${instanceName.toLowerCase()}.azure-api.net`);
    },
  );

  it.each([
    ['', undefined],
    ['1contoso', 'contoso'],
    ['-contoso', 'contoso'],
    ['contoso-', 'contoso'],
    ['contoso_prod', 'contosoprod'],
    ['contoso.azure-api.net', 'contoso'],
    ['a'.repeat(51), 'a'.repeat(50)],
    ["x'; rm -rf /", 'xrm-rf'],
    ['contoso\n', 'contoso'],
    ['münchen', 'mnchen'],
    ['123', undefined],
  ])('refuses the name %j', (instanceName, nearest) => {
    const act = () => dnsPlan({ ...contoso, instanceName });
    expect(act).toThrow(InputError);
    expect(act).toThrow(expect.objectContaining({ path: ['instanceName'] }));
    const hint = nearest === undefined ? /hyphen last$/ : `nearest: ${nearest}`;
    expect(act).toThrow(hint);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.0/24',
    '10.0.0.256',
    '::1',
    'contoso',
    '0.0.0.0',
    '127.0.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '224.0.0.1',
    '255.255.255.255',
  ])('refuses the address %j', (privateAddress) => {
    const act = () => dnsPlan({ ...contoso, privateAddress });
    expect(act).toThrow(InputError);
    expect(act).toThrow(expect.objectContaining({ path: ['privateAddress'] }));
  });

  it.each([
    ['10.0.0.5', false],
    ['172.16.0.4', false],
    ['100.64.0.4', false],
    ['20.1.2.3', true],
  ])('%s is worth a warning: %s', (privateAddress, isWarned) => {
    const { notes } = dnsPlan({ ...contoso, privateAddress });
    expect(notes.some(({ text }) => text.includes('outside the private ranges'))).toBe(isWarned);
  });
});
