import type { Deployment, DeploymentLocation, Subnet } from '../../../core/deployment.ts';
import type {
  ComputePlatform,
  FeatureName,
  IsoDate,
  Tier,
  VirtualNetworkType,
} from '../../../data/model.ts';

/** Selects offer nothing but the values of these vocabularies; a value from an edited address is refused later. */
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

/** Names between commas. */
export function readList(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** NaN where the text is no number. */
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

/** An instance whose further locations are like the first, in a subnet that is not named. */
export function readDeployment(values: URLSearchParams, prefix: string): Deployment {
  const first = readLocation(values, prefix);
  const { subnet: _, publicIpAddress: __, ...rest } = first;
  const further = readList(values.get(`${prefix}additionalRegions`));
  return {
    ...readInstance(values, prefix),
    locations: [first, ...further.map((region) => ({ ...rest, region }))],
  };
}
