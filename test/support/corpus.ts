/** Deployments with known verdicts: made-up ones, anonymous ones, and real ones where copies are available. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type {
  Deployment,
  PublicIpAddress,
  RouteFields,
  RuleFields,
} from '../../core/deployment.ts';
import type { ConfigReport, FlowResult } from '../../core/validate/report.ts';
import type { Tier } from '../../data/model.ts';

export interface Fixture {
  readonly name: string;
  readonly about: string;
  readonly deployment: Deployment;
  readonly expect: {
    readonly verdict: ConfigReport['verdict'];
    /** Flows that are not ALLOWED. */
    readonly flows: Readonly<Record<string, FlowResult['outcome']>>;
    /** "check-id pointer", the pointer no deeper than to a rule. */
    readonly findings: readonly string[];
    readonly assumptions: readonly string[];
    readonly remediation: readonly string[];
  };
}

const fixtureFolder = new URL('../fixtures/deployments/', import.meta.url);
const read = (folder: URL, name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export const fixtures: readonly Fixture[] = readdirSync(fixtureFolder).map((name) => ({
  name: name.replace('.json', ''),
  ...read(fixtureFolder, name),
}));

/** A deployment field by field, with what must be found in it. */
export interface Case {
  readonly name: string;
  /** The own case that this one equals but for names; itself, for an own one. */
  readonly like: string;
  readonly tier: string;
  readonly units: number;
  readonly vnetMode: 'EXTERNAL' | 'INTERNAL';
  readonly platform: 'stv1' | 'stv2';
  readonly region: string | null;
  readonly subnetCidr: string | null;
  readonly serviceEndpoints: readonly string[];
  readonly delegation: string | null;
  readonly routeTable?: readonly RouteFields[] | null;
  readonly nsgRules: readonly RuleFields[] | null;
  /** "SKU/allocation method/dnsLabel", absent where it is not known */
  readonly publicIp?: string;
  /** The real case that this one is an edit of; it then lists only what the edit adds. */
  readonly derivedFrom?: string;
  readonly expect: {
    readonly missingRequired: readonly string[];
    readonly missingOptional: readonly string[];
    /** "check-id:detail" */
    readonly errors?: readonly string[];
    readonly warnings?: readonly string[];
  };
}

const ownFolder = new URL('../fixtures/cases/', import.meta.url);
const realFolder = new URL('../../../shared/cases/', import.meta.url);

/** Real cases of which tests know more than they list, and the own case that is the same but for names. */
const likeOwn: Readonly<Record<string, string>> = {
  'quickstart-internal-vnet-publicip': 'premium-internal-deny-internet',
  'lza-bicep': 'internal-tag-in-capitals',
  'lza-terraform-single-region': 'internal-port-typo',
  'avm-apimanagement-full-nsg': 'internal-every-documented-rule',
  'ai-hub-gateway': 'external-control-plane-route',
  'hmcts-hmi-sbox-forced-tunnel': 'external-forced-tunnel',
  'hmcts-cnp-apim-prod-deny-inbound': 'internal-deny-inbound',
  'phiroict-poc-firewall': 'external-stv1-delegation',
  'ashpr-private-apim-slash28': 'internal-smallest-subnet',
  'indexed-deny-all-regional-udr': 'external-regional-routes',
  'lza-tf-typo-plus-deny-internet': 'port-typo-before-deny',
  'udp-instead-of-tcp': 'sql-over-udp',
  'other-subnet-cidr': 'wrong-destination-subnet',
};

export const cases: readonly Case[] = [ownFolder, realFolder]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => read(folder, name)),
  )
  .map((input) => ({ ...input, like: likeOwn[input.name] ?? input.name }));

const tiers: Readonly<Record<string, Tier>> = {
  Developer: 'DEVELOPER',
  Premium: 'PREMIUM',
  StandardV2: 'STANDARD_V2',
};

function addressOf(text: string): PublicIpAddress {
  const [sku = '', allocationMethod = '', label] = text.split('/');
  return { sku, allocationMethod, ...(label === 'dnsLabel' && { dnsLabel: 'contoso' }) };
}

/** The corpus judges by the stv2 table of 2023, except that stv1 may go without a security group. */
export function deploymentOfCase(input: Case): Deployment {
  const tier = tiers[input.tier];
  if (!tier) throw new Error(`${input.name} has the tier ${input.tier}`);
  return {
    tier,
    virtualNetworkType: input.vnetMode,
    platform: input.platform === 'stv1' && input.nsgRules === null ? 'STV1' : 'STV2',
    features: [],
    edition: '2023-01-06',
    locations: [
      {
        region: input.region ?? 'westeurope',
        units: input.units,
        zones: [],
        dnsServers: [],
        virtualNetworkAddressPrefixes: [],
        ...(input.publicIp !== undefined && { publicIpAddress: addressOf(input.publicIp) }),
        ...(input.routeTable && { routeTable: { routes: input.routeTable } }),
        ...(input.subnetCidr !== null && {
          subnet: {
            addressPrefix: input.subnetCidr,
            delegations: input.delegation === null ? [] : [input.delegation],
            serviceEndpoints: input.serviceEndpoints,
            otherResources: [],
            otherAddresses: 0,
          },
        }),
        ...(input.nsgRules !== null && {
          networkSecurityGroup: {
            securityRules: input.nsgRules.map((rule) => ({
              ...rule,
              direction: rule.direction.toUpperCase() as RuleFields['direction'],
              access: rule.access.toUpperCase() as RuleFields['access'],
            })),
          },
        }),
      },
    ],
  };
}
