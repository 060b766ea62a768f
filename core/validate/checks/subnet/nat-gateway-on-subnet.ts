import type { Tier } from '../../../../data/model.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type Check, perLocation } from '../kit/check.ts';
import type { CheckExample } from '../kit/example.ts';

const nextHop = noteOf('nat-gateway-internet-traffic');
const seen = noteOf('nat-gateway-outbound-address');
const onStv1 = noteOf('nat-gateway-stv1');

const classic: readonly Tier[] = ['DEVELOPER', 'PREMIUM'];

/** An instance as `az` prints it, on a subnet with these properties. */
const subnetWith = (about: string, properties: object): CheckExample => ({
  about,
  document: [
    {
      type: 'Microsoft.ApiManagement/service',
      name: 'contoso',
      location: 'westeurope',
      sku: { name: 'Developer', capacity: 1 },
      properties: {
        virtualNetworkType: 'Internal',
        platformVersion: 'stv1',
        virtualNetworkConfiguration: {
          subnetResourceId:
            "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'contoso', 'apim')]",
        },
      },
    },
    {
      type: 'Microsoft.Network/virtualNetworks',
      name: 'contoso',
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [{ name: 'apim', properties: { addressPrefix: '10.0.1.0/27', ...properties } }],
      },
    },
  ],
});

export const natGatewayOnSubnet: Check = {
  id: 'nat-gateway-on-subnet',
  title: 'A NAT gateway on the subnet',
  severity: 'ERROR',
  summary:
    'The subnet has a NAT gateway, which does not work on stv1, and which changes the address that backends see.',
  rationale:
    'An instance on stv1 has a Basic load balancer, and a NAT gateway does not work together with one. On stv2 traffic to the Internet leaves from the addresses of the NAT gateway, so an allow list with the public address of the instance does not let it in.',
  avoid: 'a NAT gateway on the subnet of an instance on stv1',
  prefer:
    'an instance on stv2, with the addresses of the NAT gateway in the allow lists of backends',
  examples: {
    good: subnetWith('no NAT gateway', {}),
    bad: subnetWith('a NAT gateway, and stv1', {
      natGateway: { id: "[resourceId('Microsoft.Network/natGateways', 'contoso')]" },
    }),
  },
  citations: citationsOf(nextHop),
  run: perLocation(({ deployment: { platform, tier }, location, path }) => {
    const gateway = location.subnet?.natGateway;
    if (gateway === undefined || !classic.includes(tier)) return [];
    const at = `${path}/subnet/natGateway`;
    const isOpen = location.subnet?.hasOpenNatGateway === true;
    const has = `the subnet ${isOpen ? 'may have' : 'has'} the NAT gateway ${nameIn(gateway)}`;
    if (platform === 'STV1') {
      return [
        {
          title: 'A NAT gateway does not work on stv1',
          message: `${has}, but an instance on stv1 has a Basic load balancer, with which a NAT gateway does not work`,
          path: at,
          ...(isOpen && { severity: 'WARNING', outcome: 'NEEDS_REVIEW' }),
          remediation: 'take the NAT gateway off the subnet, or migrate the instance to stv2',
          citations: citationsOf(onStv1),
        },
      ];
    }
    return [
      {
        title: 'Backends see the addresses of the NAT gateway',
        message: `${has}: traffic to the Internet leaves from its addresses, not from the public address of the instance`,
        path: at,
        severity: 'INFO',
        remediation: 'put the addresses of the NAT gateway into the allow lists of public backends',
        citations: citationsOf(nextHop, seen),
      },
    ];
  }),
};

/** The name at the end of an id; anything else as it is. */
const nameIn = (id: string) => (id.startsWith('/') ? (id.split('/').at(-1) ?? id) : id);
