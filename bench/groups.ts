/**
 * Network security groups as `az network nsg show` prints them, with the mix that rules have in practice: service tags,
 * address prefixes, port ranges, lists, denies; the same group for the same size every time.
 */

const tags = [
  'Internet',
  'VirtualNetwork',
  'Storage',
  'Storage.WestEurope',
  'Sql',
  'EventHub',
  'AzureMonitor',
  'ApiManagement',
  'AzureKeyVault',
  'AzureActiveDirectory',
  'AzureLoadBalancer',
  'AzureCloud',
] as const;
const ports = [
  '443',
  '80',
  '3443',
  '1433',
  '*',
  '8080-8090',
  '5671-5672',
  '1886',
  '12000',
  '0-65535',
] as const;

/** Numbers that look random and are the same in each run (Lehmer's generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

export function networkSecurityGroup(size: number): object {
  const next = numbers(size + 1);
  const pick = <T>(values: readonly T[]): T => values[next(values.length)] as T;
  const prefix = () => {
    const length = 16 + next(17);
    const address = ((10 << 24) | next(1 << 24)) >>> 0;
    const network = (address & (-1 << (32 - length))) >>> 0;
    const octets = [24, 16, 8, 0].map((shift) => (network >>> shift) & 255);
    return `${octets.join('.')}/${length}`;
  };
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/networkSecurityGroups/apim';
  const side = () => {
    const kind = next(10);
    if (kind < 5) return { one: pick(tags), many: [] };
    if (kind < 8) return { one: prefix(), many: [] };
    if (kind < 9) return { one: '*', many: [] };
    return { one: null, many: Array.from({ length: 2 + next(6) }, prefix) };
  };
  const rule = (index: number) => {
    const [source, destination] = [side(), side()];
    const isPlural = next(6) === 0;
    const name = `rule-${index}`;
    return {
      access: next(5) === 0 ? 'Deny' : 'Allow',
      description: `Rule ${index} of the platform team`,
      destinationAddressPrefix: destination.one,
      destinationAddressPrefixes: destination.many,
      destinationPortRange: isPlural ? null : pick(ports),
      destinationPortRanges: isPlural ? ['443', '8443', '3443'] : [],
      direction: next(2) === 0 ? 'Inbound' : 'Outbound',
      etag: 'W/"00000000-0000-0000-0000-000000000000"',
      id: `${id}/securityRules/${name}`,
      name,
      priority: 100 + index,
      protocol: pick(['Tcp', 'Tcp', 'Tcp', 'Udp', '*']),
      provisioningState: 'Succeeded',
      resourceGroup: 'network',
      sourceAddressPrefix: source.one,
      sourceAddressPrefixes: source.many,
      sourcePortRange: '*',
      sourcePortRanges: [],
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
    };
  };
  return {
    id,
    location: 'westeurope',
    name: 'apim',
    type: 'Microsoft.Network/networkSecurityGroups',
    securityRules: Array.from({ length: size }, (_, index) => rule(index)),
  };
}
