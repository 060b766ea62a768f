/** Deployments with known verdicts: the made-up ones beside this file, and a corpus of real ones where it is at hand. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type {
  Deployment,
  PublicIpAddress,
  RouteFields,
  RuleFields,
} from '../../core/deployment.ts';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tags.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
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

/** What the corpus says of a real deployment. */
interface Case {
  readonly name: string;
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
  /** "SKU/allocation method/dnsLabel", absent where none is given */
  readonly publicIp?: string;
  /** The case that this one is an edit of; it then lists what the edit adds. */
  readonly derivedFrom?: string;
  readonly expect: {
    readonly missingRequired: readonly string[];
    readonly missingOptional: readonly string[];
    /** "check-id:detail" */
    readonly errors?: readonly string[];
    readonly warnings?: readonly string[];
  };
}

const shared = new URL('../../../shared/', import.meta.url);
const caseFolder = new URL('cases/', shared);
const fileFolder = new URL('service-tags/', shared);
const listed = (folder: URL) => (existsSync(folder) ? readdirSync(folder).sort() : []);

export const cases: readonly Case[] = listed(caseFolder).map((name) => read(caseFolder, name));

/** The official weekly files at hand, oldest first. */
export const weeklyFiles: readonly { name: string; file: ServiceTagFile }[] = listed(
  fileFolder,
).map((name) => ({ name, file: readServiceTagFile(read(fileFolder, name)) }));

/** The newest file of the public cloud, as the option of a validation; none where no file is at hand. */
export const publicFiles: readonly ServiceTagFile[] = weeklyFiles
  .map(({ file }) => file)
  .filter(({ cloud }) => cloud === 'PUBLIC')
  .slice(-1);

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
export function deploymentOfCase(given: Case): Deployment {
  const tier = tiers[given.tier];
  if (!tier) throw new Error(`${given.name} has the tier ${given.tier}`);
  return {
    tier,
    virtualNetworkType: given.vnetMode,
    platform: given.platform === 'stv1' && given.nsgRules === null ? 'STV1' : 'STV2',
    features: [],
    edition: '2023-01-06',
    locations: [
      {
        region: given.region ?? 'westeurope',
        units: given.units,
        zones: [],
        dnsServers: [],
        virtualNetworkAddressPrefixes: [],
        ...(given.publicIp !== undefined && { publicIpAddress: addressOf(given.publicIp) }),
        ...(given.routeTable && { routeTable: { routes: given.routeTable } }),
        ...(given.subnetCidr !== null && {
          subnet: {
            addressPrefix: given.subnetCidr,
            delegations: given.delegation === null ? [] : [given.delegation],
            serviceEndpoints: given.serviceEndpoints,
            otherResources: [],
            otherAddresses: 0,
          },
        }),
        ...(given.nsgRules !== null && {
          networkSecurityGroup: {
            securityRules: given.nsgRules.map((rule) => ({
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
