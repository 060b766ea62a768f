/**
 * Names that others build on, in data files, the package and the checks: a failure here is a breaking change, which the
 * versioning policy allows in a new major version alone. Additions go into the lists. Those of the command are in
 * cli/promise.test.ts.
 */

import { describe, expect, it, test } from 'vitest';
import { checks, findCheck } from '../core/validate/checks/index.ts';
import {
  columnsOf,
  fileSchema,
  itemContent,
  tableContent,
} from '../site/src/data-files/envelope.ts';
import { itemFiles, tableFiles } from '../site/src/data-files/files.ts';
import { indexSchema } from '../site/src/data-files/index-file.ts';
import type { JsonSchema } from '../site/src/data-files/json-schema.ts';

const marks: Readonly<Record<string, string>> = { string: '', array: '[]', object: '{}' };

/** The type of a column: a text without a mark, `?` for what can be null. */
function markOf({ type = 'null', anyOf }: JsonSchema): string {
  if (anyOf === undefined) return marks[type] ?? `:${type}`;
  return `${anyOf
    .filter((one) => one.type !== 'null')
    .map(markOf)
    .join()}?`;
}

const columns = Object.fromEntries(
  tableFiles.map((file) => [
    file.name,
    Object.entries(columnsOf(file).properties ?? {}).map(([name, type]) => name + markOf(type)),
  ]),
);

const networkFact =
  'id title topic statement tiers[] virtualNetworkTypes[] platforms[] since? until? isCurrent:boolean effectiveOn? citations[]';

const expectAll = (actual: readonly string[] | undefined, expected: string) =>
  expect(actual).toEqual(expect.arrayContaining(expected.trim().split(/\s+/)));

describe('data files', () => {
  test.each<[name: string, columns: string]>([
    [
      'port-rules',
      'id title edition? statedOn directions[] protocol source{} sourcePorts[] destination{} destinationPorts[] optionalDestinationPorts[] necessity requiredWhen? feature? features[] optionalPortsFeature? tiers[] virtualNetworkTypes[] platforms[] purpose consequence remark? citations[]',
    ],
    ['editions', 'date platforms[] printsAddresses:boolean sources[]'],
    [
      'clouds',
      'name displayName aliases[] hostNameSuffix isApiManagementTagRoutable:boolean citations[]',
    ],
    [
      'regions',
      'name displayName aliases[] cloud{} serviceTagSuffix? addressAllowListTag? controlPlanePrefixes[] controlPlaneAddresses[] citations[]',
    ],
    [
      'control-plane-addresses',
      'address scope cloud{} region{}? editions[] since? until? isCurrent:boolean citations[]',
    ],
    [
      'service-tags',
      'name aliases[] isRegional:boolean isRegionalVersionAccepted:boolean isPlatformTag:boolean description portRules[] citations[]',
    ],
    [
      'tiers',
      'name displayName skuName description supportsMultiRegion:boolean supportsAvailabilityZones:boolean hasDedicatedPublicAddress:boolean maxUnits:integer? networking[] citations[]',
    ],
    [
      'subnet-rules',
      'id title tiers[] virtualNetworkTypes[] platforms[] requirement consequence since? until? isCurrent:boolean citations[]',
    ],
    [
      'endpoints',
      'id title clouds[] hostNames[] protocol ports[] serviceTag{}? necessity requiredWhen? description since? until? isCurrent:boolean remark? citations[]',
    ],
    [
      'ip-change-triggers',
      'id title description tiers[] since? until? isCurrent:boolean affectsPublicAddress:boolean affectsPrivateAddress:boolean advice citations[]',
    ],
    ['facts', networkFact],
    ['prerequisites', networkFact],
    ['dns', networkFact],
    ['routing', networkFact],
    ['limitations', networkFact],
    ['integrations', networkFact],
    [
      'checks',
      'id aliases[] title severity description rationale avoid prefer examples[] citations[]',
    ],
    [
      'changes',
      'id date comparedWith kind platforms[] summary action portRule{}? addresses[] citations[]',
    ],
    ['conflicts', 'id title appliedReading reason positions[] touches[]'],
    ['symptoms', 'id title texts[] causes[]'],
    [
      'sources',
      'id title date isDateApproximate:boolean isReferenceEdition:boolean url? citations[]',
    ],
  ])('%s has these columns', (name, expected) => expectAll(columns[name], expected));

  it('tell this of themselves', async () => {
    const [table] = tableFiles;
    const [items] = itemFiles;
    if (!table || !items) throw new Error('no files');
    const head = '$schema schemaVersion version edition lastVerifiedOn sources';
    expectAll(Object.keys(await tableContent(table)), `${head} rows`);
    expectAll(Object.keys(await itemContent(items, 'westeurope')), `${head} data`);
  });

  it('have citations with these fields, and sources with those of the table', () => {
    const [{ properties = {} } = {}] = tableFiles.map(columnsOf);
    expectAll(
      Object.keys(properties.citations?.items?.properties ?? {}),
      'source section verifiedOn confidence',
    );
    const [table] = tableFiles;
    const schema = table && fileSchema(table, undefined);
    const source = schema?.properties?.sources?.items?.properties ?? {};
    expectAll(Object.keys(source), 'id title date isDateApproximate isReferenceEdition url');
  });

  it('are listed with these fields', () => {
    const { properties } = indexSchema(undefined);
    expectAll(
      Object.keys(properties?.files?.items?.properties ?? {}),
      'path title mediaType schema rows edition lastVerifiedOn',
    );
  });

  it('has these folders', () => {
    expectAll(
      itemFiles.map(({ folder }) => folder),
      'regions port-rules',
    );
  });
});

describe('the package', () => {
  test.each<[entry: string, load: () => Promise<object>, names: string]>([
    [
      'data',
      () => import('../data/index.ts'),
      'catalog cloudByName dnsPort editions findRegion findServiceTag newestEdition normalizeName portRuleById sourceById tierProfileByTier',
    ],
    [
      'core',
      () => import('../core/index.ts'),
      'InputError SourceError addressInWords applyEdits backendAddresses backendDestinations backendOrigins changesBetween checks dnsPlan forcedTunneling impactSummary ipImpact lookupAddress readServiceTagFile render renderRoutes requireRegion requiredRules ruleFormats search serviceTagContains shippedServiceTagFiles statementsOf subnetPlan toSarif validateInput withDefaults withShippedFiles',
    ],
    [
      'client',
      () => import('../api/client/index.ts'),
      'ApiError checksOperation createClient forcedTunnelingOperation ipImpactOperation lookupAddressOperation portRulesOperation regionOperation regionsOperation requiredRulesOperation searchOperation subnetPlanOperation validateConfigOperation',
    ],
    ['cli', () => import('../cli/program.ts'), 'exitCodes run'],
  ])('exports by /%s', async (_, load, expected) => expectAll(Object.keys(await load()), expected));
});

describe('checks', () => {
  it('have these ids', () => {
    expectAll(
      checks.map(({ id }) => id),
      `
    tier-out-of-scope tier-does-not-support-multi-region units-out-of-range zones-not-supported
    tier-not-offered mode-none-with-subnet deployment-undecided location-without-subnet
    location-subnet-unknown network-in-other-region nat-gateway-on-subnet nsg-missing
    nsg-missing-on-stv1 invalid-address-prefix tag-in-plural-list singular-and-plural
    asg-and-prefix priority-out-of-range duplicate-priority duplicate-rule-name rule-name-invalid
    mixed-ip-family bad-port-range invalid-rule-field required-flow-denied required-flow-partial
    required-flow-undecided route-black-hole custom-dns-53-blocked platform-traffic-blocked
    traffic-force-tunneled control-plane-route client-route-asymmetric dependency-down
    dependency-up-though-denied recommended-flow-denied unit-traffic-denied
    private-endpoint-with-injection delegation-present delegation-mismatch subnet-too-small
    subnet-outside-vnet subnet-shared shared-between-locations public-ip-not-standard
    public-ip-other-place public-access-disabled private-zone-apex custom-dns-names
    source-incomplete resource-not-read expression-unresolved protocol-mismatch port-typo
    tag-on-undocumented-port source-port-restricted port-range-suspect covered-by-broader-tag
    probe-allowed-implicitly retired-control-plane-address open-to-any-inbound
    unneeded-in-internal shared-nsg name-vs-access name-vs-source protocol-case asg-never-matches
    public-range-used-as-private public-ip-without-dns-label public-ip-zonal public-ip-missing
    subnet-without-room-to-scale subnet-equals-vnet location-subnets-overlap route-not-judged
    service-endpoints-on-wrong-subnet rule-inert rule-ends-swapped wrong-destination
    wrong-direction rule-shadowed tag-case own-flow-denied own-flow-open own-flow-undecided
    `,
    );
  });

  test.each([
    ['multi-region', 'location-without-subnet'],
    ['subnet-elsewhere', 'location-subnet-unknown'],
    ['nsg-missing-stv1-ok', 'nsg-missing-on-stv1'],
    ['forced-tunnel', 'traffic-force-tunneled'],
    ['implicit', 'probe-allowed-implicitly'],
    ['inert-rule', 'rule-inert'],
    ['swapped', 'rule-ends-swapped'],
    ['shadowed', 'rule-shadowed'],
  ])('%s is still accepted for %s', (earlier, id) => expect(findCheck(earlier)?.id).toBe(id));
});
