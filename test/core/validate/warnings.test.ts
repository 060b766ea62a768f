/** What the corpus says of a real deployment besides errors, by check, against what the checks find. */

import { describe, expect, it } from 'vitest';
import { type Deployment, locationDefaults } from '../../../core/deployment.ts';
import { findCheck } from '../../../core/validate/checks/index.ts';
import { validate } from '../../../core/validate/validate.ts';
import { cases, deploymentOfCase, publicFiles } from '../../support/corpus.ts';

type Case = (typeof cases)[number];

/** Checks of which a case lists every occurrence, but for those that are true although it does not, and why. */
const alsoFound: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'asg-never-matches': {},
  'client-route-asymmetric': {},
  'control-plane-route': {
    'phiroict-poc-firewall':
      '104.214.19.224 and 52.162.110.80 were printed until 2021 and are in no later table',
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
    'lza-tf-typo-plus-deny-internet': 'the rule for 1443 is what the case is about',
  },
  'protocol-case': {},
  'protocol-mismatch': { 'udp-instead-of-tcp': 'Udp for Sql is what the case is about' },
  'public-ip-missing': {
    'avm-apimanagement-full-nsg': 'the example leaves the address to Azure',
    'hmcts-hmi-sbox-forced-tunnel': 'the service is deployed elsewhere, its address is not known',
    'hmcts-cnp-apim-prod-deny-inbound': 'the case names no address',
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
    'lza-terraform-single-region': 'the rule for 1443 writes SQL, too',
    'lza-tf-typo-plus-deny-internet': 'the rule for 1443 writes SQL, too',
  },
  'units-out-of-range': {},
  'unneeded-in-internal': {
    'lza-bicep': 'AzureTrafficManager:443 is a row of external mode alone',
  },
  'zones-not-supported': {},
};

/** Cases that are cut down from others say nothing of what the cut leaves alone. */
const silentIfDerived = new Set(['public-ip-missing']);

/** What a case says in its warnings alone. */
const stated: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'ashpr-private-apim-slash28': (deployment) => ({
    ...deployment,
    locations: [...deployment.locations, { ...locationDefaults, region: 'northeurope' }],
  }),
};

/** A case is given field by field, which shows nothing of other subnets. */
const unseen = new Set(['service-endpoints-on-wrong-subnet']);

/** The part of a warning before the colon, or behind the name of a topic, where a check has that id. */
const listedIn = ({ expect: { warnings = [] } }: Case) =>
  new Set(
    warnings
      .map((warning) => findCheck(warning.replace(/^dns:/, '').split(':')[0] as string)?.id)
      .filter((id) => id !== undefined && !unseen.has(id)),
  );

describe.runIf(cases.length > 0).each([
  { files: 'no weekly file', serviceTagFiles: [] },
  { files: 'the weekly file', serviceTagFiles: publicFiles },
])('warnings of real deployments with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (given) => {
    const deployment = deploymentOfCase(given);
    const { findings } = validate(stated[given.name]?.(deployment) ?? deployment, {
      serviceTagFiles,
      whatIf: 'NONE',
    });
    const found = new Set(findings.map(({ checkId }) => checkId));
    const listed = listedIn(given);
    expect([...listed.difference(found)]).toEqual([]);
    const unlisted = [...found].filter(
      (id) =>
        id in alsoFound &&
        !listed.has(id) &&
        !(given.derivedFrom && silentIfDerived.has(id)) &&
        !(given.name in (alsoFound[id] ?? {})),
    );
    expect(unlisted).toEqual([]);
  });

  it('tell what the corpus tells of routes', () => {
    const told = cases.flatMap((given) =>
      validate(deploymentOfCase(given), { serviceTagFiles, whatIf: 'NONE' }).findings.map(
        ({ message }) => `${given.name}: ${message}`,
      ),
    );
    const wanted = [
      /hmcts-hmi.*0\.0\.0\.0\/0 to VirtualAppliance/,
      /hmcts-hmi.*Microsoft\.Sql, Microsoft\.Storage, Microsoft\.EventHub, Microsoft\.KeyVault/,
      /hmcts-hmi.*single address instead of the service tag/,
      /hmcts-cnp.*0\.0\.0\.0\/0 to VirtualAppliance/,
      /hmcts-cnp.*single address instead of the service tag/,
      /indexed-deny-all.*a part of the service tag/,
    ];
    expect(wanted.filter((pattern) => !told.some((text) => pattern.test(text)))).toEqual([]);
    expect(told.filter((text) => /hmcts-cnp.*service endpoint/.test(text))).toEqual([]);
  });
});

describe('the table of what is also found', () => {
  it('names checks that exist', () => {
    expect(Object.keys(alsoFound).filter((id) => findCheck(id)?.id !== id)).toEqual([]);
  });

  it.runIf(cases.length > 0)('names cases that exist', () => {
    const names = cases.map(({ name }) => name);
    const named = Object.values(alsoFound).flatMap((reasons) => Object.keys(reasons));
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});
