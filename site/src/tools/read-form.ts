/** The values of a form as inputs of the functions behind the API, which validate them. */

import type { Deployment, DeploymentLocation, Subnet } from '../../../core/deployment.ts';
import type {
  ComputePlatform,
  FeatureName,
  IsoDate,
  Tier,
  VirtualNetworkType,
} from '../../../data/model.ts';

/** Select controls offer only valid values; the functions refuse a value from an edited address. */
export function readInstance(values: URLSearchParams, prefix = '') {
  const get = (name: string) => values.get(prefix + name) ?? '';
  const edition = get('edition');
  return {
    tier: get('tier') as Tier,
    virtualNetworkType: get('virtualNetworkType') as VirtualNetworkType,
    platform: (get('platform') || 'STV2') as ComputePlatform,
    features: values.getAll(`${prefix}features`) as FeatureName[],
    ...(edition !== '' && { edition: edition as IsoDate }),
  };
}

/** Names separated by commas. */
export function readList(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** NaN if the text is not a number. */
export function readNumber(text: string | null): number {
  return text === null || text.trim() === '' ? Number.NaN : Number(text);
}

function subnetOf(addressPrefix: string): Subnet {
  return {
    addressPrefix,
    delegations: [],
    serviceEndpoints: [],
    otherResources: [],
    otherAddresses: 0,
  };
}

type Location = Omit<DeploymentLocation, 'networkSecurityGroup'>;

export function readLocation(values: URLSearchParams, prefix = ''): Location {
  const get = (name: string) => (values.get(prefix + name) ?? '').trim();
  const publicIpAddress = get('publicIpAddress');
  return {
    region: get('region'),
    units: readNumber(get('units')),
    zones: readList(get('zones')).map(Number),
    dnsServers: [],
    virtualNetworkAddressPrefixes: [],
    ...(get('subnet') !== '' && { subnet: subnetOf(get('subnet')) }),
    ...(publicIpAddress !== '' && { publicIpAddress: { id: publicIpAddress } }),
  };
}

/** An instance whose other locations equal the first one but have no known subnet. */
export function readDeployment(values: URLSearchParams, prefix: string): Deployment {
  const first = readLocation(values, prefix);
  const { subnet: _, publicIpAddress: __, ...rest } = first;
  const others = readList(values.get(`${prefix}additionalRegions`));
  return {
    ...readInstance(values, prefix),
    locations: [first, ...others.map((region) => ({ ...rest, region }))],
  };
}
