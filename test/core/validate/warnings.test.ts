/** What a case lists besides errors, by check, against what the checks find. */

import { describe, expect, it } from 'vitest';
import { type Deployment, locationDefaults } from '../../../core/deployment.ts';
import { findCheck } from '../../../core/validate/checks/index.ts';
import { validate } from '../../../core/validate/validate.ts';
import { cases, deploymentOfCase } from '../../support/corpus.ts';
import { fileChoices } from '../../support/weekly-files.ts';

type Case = (typeof cases)[number];

const retired =
  '104.214.19.224 and 52.162.110.80 were printed until 2021 and are in no later table';

/** Checks of which a case lists every occurrence, but for those that are true although it does not, and why. */
const alsoFound: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'asg-never-matches': {},
  'client-route-asymmetric': {},
  'control-plane-route': {
    'external-stv1-delegation': retired,
  },
  'covered-by-broader-tag': {},
  'custom-dns-53-blocked': {},
  'traffic-force-tunneled': {},
  'probe-allowed-implicitly': {},
  'mode-none-with-subnet': {},
  'location-without-subnet': {},
  'name-vs-access': {},
  'name-vs-source': {},
  'open-to-any-inbound': {},
  'platform-traffic-blocked': {},
  'port-range-suspect': {},
  'port-typo': {
    'port-typo-before-deny': 'the rule for 1443 is what the case is about',
  },
  'protocol-case': {},
  'protocol-mismatch': {
    'sql-over-udp': 'Udp for Sql is what the case is about',
  },
  'public-ip-missing': {
    'internal-every-documented-rule': 'the example leaves the address to Azure',
    'external-forced-tunnel': 'the service is deployed elsewhere, its address is not known',
    'internal-deny-inbound': 'the case names no address',
  },
  'public-ip-not-standard': {},
  'public-ip-other-place': {},
  'public-ip-without-dns-label': {},
  'public-range-used-as-private': {},
  'retired-control-plane-address': {},
  'route-black-hole': {},
  'route-not-judged': {},
  'shared-nsg': {},
  'source-port-restricted': {},
  'subnet-equals-vnet': {},
  'subnet-shared': {},
  'subnet-too-small': {},
  'subnet-without-room-to-scale': {},
  'tag-case': {
    'internal-port-typo': 'the rule for 1443 writes SQL, too',
    'port-typo-before-deny': 'the rule for 1443 writes SQL, too',
  },
  'units-out-of-range': {},
  'unneeded-in-internal': {
    'internal-tag-in-capitals': 'AzureTrafficManager:443 is a row of external mode alone',
  },
  'zones-not-supported': {},
};

/** Cases that are cut down from others say nothing of what the cut leaves alone. */
const silentIfDerived = new Set(['public-ip-missing']);

/** What a case says in its warnings alone. */
const withSecondLocation = (deployment: Deployment): Deployment => ({
  ...deployment,
  locations: [...deployment.locations, { ...locationDefaults, region: 'northeurope' }],
});
const stated: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'internal-smallest-subnet': withSecondLocation,
};

/** A case is given field by field, which shows nothing of other subnets, and where TCP is a spelling of this API. */
const unseen = new Set(['service-endpoints-on-wrong-subnet', 'protocol-case']);

/** The part of a warning before the colon, or behind the name of a topic, where a check has that id. */
const listedIn = ({ expect: { warnings = [] } }: Case) =>
  new Set(
    warnings
      .map((warning) => findCheck(warning.replace(/^dns:/, '').split(':')[0] as string)?.id)
      .filter((id) => id !== undefined && !unseen.has(id)),
  );

describe.each(fileChoices)('warnings with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (input) => {
    const deployment = deploymentOfCase(input);
    const { findings } = validate(stated[input.like]?.(deployment) ?? deployment, {
      serviceTagFiles,
      whatIf: 'NONE',
    });
    const actual = new Set(findings.flatMap(({ checkId, includes }) => [checkId, ...includes]));
    const listed = listedIn(input);
    expect([...listed.difference(actual)]).toEqual([]);
    const unlisted = [...actual].filter(
      (id) =>
        id in alsoFound &&
        !listed.has(id) &&
        !(input.derivedFrom && silentIfDerived.has(id)) &&
        !(input.like in (alsoFound[id] ?? {})),
    );
    expect(unlisted).toEqual([]);
  });

  it.each<[name: string, wanted: RegExp[], unwanted: RegExp[]]>([
    [
      'external-forced-tunnel',
      [
        /0\.0\.0\.0\/0 to VirtualAppliance/,
        /Microsoft\.Sql, Microsoft\.Storage, Microsoft\.EventHub, Microsoft\.KeyVault/,
        /single address instead of the service tag/,
      ],
      [],
    ],
    [
      'internal-deny-inbound',
      [/0\.0\.0\.0\/0 to VirtualAppliance/, /single address instead of the service tag/],
      [/service endpoint/],
    ],
    ['external-regional-routes', [/a part of the service tag/], []],
  ])('of %s say what its routes do', (name, wanted, unwanted) => {
    const texts = cases
      .filter((input) => input.like === name)
      .flatMap(
        (input) => validate(deploymentOfCase(input), { serviceTagFiles, whatIf: 'NONE' }).findings,
      )
      .map(({ message }) => message);
    expect(wanted.filter((pattern) => !texts.some((text) => pattern.test(text)))).toEqual([]);
    expect(texts.filter((text) => unwanted.some((pattern) => pattern.test(text)))).toEqual([]);
  });
});

describe('the table of what is also found', () => {
  it('names checks that exist', () => {
    expect(Object.keys(alsoFound).filter((id) => findCheck(id)?.id !== id)).toEqual([]);
  });

  it('names cases that exist', () => {
    const names = cases.map(({ name }) => name);
    const named = Object.values(alsoFound).flatMap((reasons) => Object.keys(reasons));
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});
