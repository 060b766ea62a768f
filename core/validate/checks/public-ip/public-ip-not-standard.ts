import type { PublicIpAddress } from '../../../deployment.ts';
import { quoted } from '../../../quoted.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { goodAddress, prerequisite, publicIpOf } from '../kit/public-ip-address.ts';

const standard = prerequisite('public-ip-standard-ipv4');

/** Documents name SKU and version; an address of the Standard SKU is always static. */
const wanted = [
  ['sku', 'SKU', 'Standard', 'DOCUMENTED'],
  ['allocationMethod', 'allocation method', 'Static', 'INFERRED'],
  ['version', 'version', 'IPv4', 'DOCUMENTED'],
] as const satisfies readonly (readonly [keyof PublicIpAddress, string, string, string])[];

export const publicIpNotStandard: Check = {
  id: 'public-ip-not-standard',
  title: 'Public IP address of the wrong kind',
  severity: 'ERROR',
  summary: 'The public IP address is not a static IPv4 address of the Standard SKU.',
  rationale:
    'Documents require an IPv4 address of the Standard SKU; a Standard address is static. Azure refuses a deployment with another kind of address.',
  avoid: 'sku: Basic, allocationMethod: Dynamic or version: IPv6',
  prefer: 'sku: Standard, allocationMethod: Static, version: IPv4',
  examples: {
    good: example('a Standard address', { publicIpAddress: goodAddress }),
    bad: example('a Basic address', { publicIpAddress: { ...goodAddress, sku: 'Basic' } }),
  },
  citations: standard.citations,
  run: perLocation((location) => {
    const publicIp = publicIpOf(location);
    if (!publicIp) return [];
    return wanted.flatMap(([field, name, value, confidence]) => {
      const text = publicIp.address[field];
      if (text === undefined || text.toLowerCase() === value.toLowerCase()) return [];
      return [
        {
          message: `the public IP address has the ${name} ${quoted(text)}; the instance needs ${value}`,
          path: `${publicIp.path}/${field}`,
          remediation: 'create a static IPv4 address of the Standard SKU and use it',
          citations: standard.citations.map((citation) => ({ ...citation, confidence })),
        },
      ];
    });
  }),
};
