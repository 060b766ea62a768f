/** data.json of the package: it fits its JSON Schema, has all facts, and keeps the shape that others build on. */

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it, test } from 'vitest';
import { dataDocument } from '../../../core/answers/data-document.ts';
import { catalog } from '../../../data/index.ts';

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const schema: Schema & { readonly definitions: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync(new URL('../../../core/answers/data-document.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const json = JSON.stringify(dataDocument());

it('fits its schema', () => {
  const isValid = validate(JSON.parse(json));
  expect(validate.errors).toBeNull();
  expect(isValid).toBe(true);
});

test.each<[what: string, spoil: (text: string) => string]>([
  ['a rule without a status', (text) => text.replace('"status":"REQUIRED",', '')],
  ['a status of its own', (text) => text.replace('"status":"REQUIRED"', '"status":"GONE"')],
  ['a date that is none', (text) => text.replace('"edition":"2', '"edition":"x')],
  ['a list that is a text', (text) => text.replace('"tiers":[', '"tiers":"","of":[')],
  ['another shape', (text) => text.replace('"schemaVersion":1', '"schemaVersion":2')],
])('the schema refuses %s', (_, spoil) => {
  expect(spoil(json)).not.toBe(json);
  expect(validate(JSON.parse(spoil(json)))).toBe(false);
});

it('accepts what a later version adds', () => {
  expect(validate({ ...JSON.parse(json), later: [] })).toBe(true);
  expect(validate(JSON.parse(json.replaceAll('"id":', '"later":1,"id":')))).toBe(true);
});

it('has every fact as the catalog has it, and the status of each rule', () => {
  const { referenceEditions: _, portRules, ...facts } = catalog;
  const document = JSON.parse(json);
  expect(document).toMatchObject(facts);
  expect(document.portRules.map(({ id }: { id: string }) => id)).toEqual(
    portRules.map(({ id }) => id),
  );
  const smtp = document.portRules.find(({ id }: { id: string }) => id === 'smtp');
  expect(smtp).toMatchObject({ status: 'REMOVED', statusSince: '2023-01-06' });
});

function markOf({ type, $ref, items }: Schema): string {
  if ($ref) return `:${$ref.replace('#/definitions/', '')}`;
  if (items) return `${markOf(items)}[]`;
  return type === 'object' ? '{}' : type === 'string' ? '' : `:${type}`;
}

const fieldsOf = ({ properties = {}, required = [] }: Schema): readonly string[] =>
  Object.entries(properties).map(
    ([name, field]) => name + markOf(field) + (required.includes(name) ? '' : '?'),
  );

// A failure is a breaking change, which the versioning policy allows in a new major version alone. Additions go into the list.
describe('the shape', () => {
  const shapes: Readonly<Record<string, Schema>> = { DataDocument: schema, ...schema.definitions };

  // A text has no mark; `?` is for what can be missing.
  test.each<[name: string, fields: string]>([
    [
      'DataDocument',
      '$schema schemaVersion:number version edition:IsoDate editions:IsoDate[] sources:Source[] clouds:Cloud[] regions:Region[] addressesOfNoRegion:ControlPlaneAddress[] regionAvailability:RegionAvailability[] cloudAvailability:CloudAvailability[] serviceTags:ServiceTag[] serviceTagRelations:ServiceTagRelations serviceTagExtracts{} portRules:PublishedPortRule[] features:Feature[] tierProfiles:TierProfile[] endpoints:Endpoint[] ipChangeTriggers:IpChangeTrigger[] subnetRules:SubnetRule[] subnetArithmetic:SubnetArithmetic[] prerequisites:NetworkFact[] dnsFacts:NetworkFact[] internalHostNames:InternalHostName[] routingFacts:NetworkFact[] serviceEndpoints:ServiceEndpoint[] platformAddresses:PlatformAddress[] resourceManagerEndpoints:ResourceManagerEndpoint[] limitations:NetworkFact[] integrations:NetworkFact[] conflicts:Conflict[] symptoms:Symptom[]',
    ],
    ['Source', 'id title date:IsoDate isDateApproximate:boolean? url? isReferenceEdition:boolean?'],
    [
      'Cloud',
      'citations:Citation[] name:CloudName displayName aliases[] hostNameSuffix hostNameSuffixCitations:Citation[] isApiManagementTagRoutable:boolean',
    ],
    ['Citation', 'source section verifiedOn:IsoDate confidence:Confidence'],
    [
      'Region',
      'citations:Citation[] name displayName aliases[] cloud:CloudName serviceTagSuffix? serviceTagRegion? controlPlaneAddresses:ControlPlaneAddress[]',
    ],
    ['ControlPlaneAddress', 'citations:Citation[] address scope:AddressScope editions:IsoDate[]'],
    [
      'RegionAvailability',
      'citations:Citation[] region tiers:Tier[] hasWorkspaceGateways:boolean pausedTiers:Tier[]',
    ],
    ['CloudAvailability', 'citations:Citation[] cloud:CloudName missingTiers:Tier[] statement'],
    [
      'ServiceTag',
      'citations:Citation[] name aliases[] isRegional:boolean isPlatformTag:boolean mayBeRegional:boolean description',
    ],
    ['ServiceTagRelations', 'citations:Citation[] contained{}[] overlapping{}[]'],
    [
      'ServiceTagExtract',
      'cloud:CloudName changeNumber:number date:IsoDate tagNames[] regionalTagNames[] apiManagementFeatures[] apiManagement[] apiManagementByRegion{}',
    ],
    [
      'PublishedPortRule',
      'id title consequence feature:FeatureName? otherFeatures:FeatureName[]? cloudsWithout:CloudName[]? optionalPortsFeature:FeatureName? remarks:PortRuleRemark[]? tiers:Tier[] statements:PortRuleStatement[] status:RuleStatus statusSince:IsoDate',
    ],
    ['PortRuleRemark', 'text since:IsoDate? until:IsoDate?'],
    [
      'PortRuleStatement',
      'citations:Citation[] edition:IsoDate platforms:ComputePlatform[] directions:Direction[] protocol:Protocol source sourcePorts[] destination destinationPorts[] optionalDestinationPorts[] necessity:Necessity requiredWhen:Condition? virtualNetworkTypes:VirtualNetworkType[] purpose',
    ],
    ['Condition', 'text tiers:Tier[]? isMultiRegion:boolean?'],
    ['Feature', 'citations:Citation[] name:FeatureName description needs[]?'],
    [
      'TierProfile',
      'citations:Citation[] tier:Tier displayName skuName description networking:NetworkingOptionSupport[] supportsMultiRegion:boolean supportsAvailabilityZones:boolean hasDedicatedPublicAddress:boolean maxUnits:number?',
    ],
    [
      'NetworkingOptionSupport',
      'citations:Citation[] option:NetworkingOption isSupported:boolean note?',
    ],
    [
      'Endpoint',
      'citations:Citation[] id title clouds:CloudName[] hostNames[] protocol:Protocol ports[] serviceTag? necessity:Necessity requiredWhen? purpose since:IsoDate until:IsoDate? remark?',
    ],
    [
      'IpChangeTrigger',
      'citations:Citation[] id title description tiers:Tier[] since:IsoDate until:IsoDate? affectsPublicAddress:boolean affectsPrivateAddress:boolean advice',
    ],
    [
      'SubnetRule',
      'citations:Citation[] id title tiers:Tier[] virtualNetworkTypes:VirtualNetworkType[] platforms:ComputePlatform[] requirement consequence since:IsoDate? until:IsoDate?',
    ],
    [
      'SubnetArithmetic',
      'citations:Citation[] tiers:Tier[] virtualNetworkType:VirtualNetworkType addressesPerUnit:number loadBalancerAddresses:number longestPrefixLength:number recommendedPrefixLength:number recommendedPrefixReason delegation?',
    ],
    [
      'NetworkFact',
      'citations:Citation[] id title statement tiers:Tier[] virtualNetworkTypes:VirtualNetworkType[] platforms:ComputePlatform[] since:IsoDate? until:IsoDate? effectiveOn:IsoDate?',
    ],
    [
      'InternalHostName',
      'citations:Citation[] id title statement tiers:Tier[] virtualNetworkTypes:VirtualNetworkType[] platforms:ComputePlatform[] since:IsoDate? until:IsoDate? effectiveOn:IsoDate? endpoint label retiredOn:IsoDate?',
    ],
    [
      'ServiceEndpoint',
      'citations:Citation[] id title statement tiers:Tier[] virtualNetworkTypes:VirtualNetworkType[] platforms:ComputePlatform[] since:IsoDate? until:IsoDate? effectiveOn:IsoDate? service serviceTag requiredOn:ComputePlatform[] isPrimaryRegionOnly:boolean',
    ],
    ['PlatformAddress', 'citations:Citation[] address title description'],
    ['ResourceManagerEndpoint', 'citations:Citation[] cloud:CloudName url'],
    [
      'Conflict',
      'id title positions:ConflictPosition[] appliedReading reason touches:FactReference[]',
    ],
    ['ConflictPosition', 'citations:Citation[] statement'],
    ['FactReference', 'kind:FactKind id'],
    ['Symptom', 'id title texts[] causes:SymptomCause[]'],
    ['SymptomCause', 'citations:Citation[] text tellApart remedy facts:FactReference[] checks[]'],
  ])('of %s', (name, fields) =>
    expect(fieldsOf(shapes[name] ?? {})).toEqual(expect.arrayContaining(fields.split(' '))),
  );
});
