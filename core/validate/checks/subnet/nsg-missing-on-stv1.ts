import { cite } from '../../../../data/cite.ts';
import { hasGroupElsewhere } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const nsgMissingOnStv1: Check = {
  id: 'nsg-missing-on-stv1',
  aliases: ['nsg-missing-stv1-ok'],
  title: 'No network security group, on stv1',
  severity: 'INFO',
  summary:
    'The subnet has no network security group: stv1 filters nothing, but on stv2 the same network fails.',
  rationale:
    'The basic load balancer of stv1 let inbound traffic pass if no group blocked it. The platform is retired, and its successor requires a group.',
  avoid: 'copying an stv1 network for an stv2 instance',
  prefer: 'a network security group with the required rules before you change the platform',
  examples: {
    good: example('an stv2 instance, which nsg-missing checks', {}),
    bad: example('an stv1 instance without a group', {}, { platform: 'STV1' }),
  },
  citations: [cite('internal-mode-2023', 'Prerequisites', 'INFERRED')],
  run: perLocation(({ rules, deployment, location, path }) =>
    rules === undefined && !hasGroupElsewhere(location) && deployment.platform === 'STV1'
      ? [
          {
            message: 'the subnet has no network security group: stv1 accepts that, stv2 refuses it',
            path: `${path}/networkSecurityGroup`,
            remediation: 'attach a network security group before the instance moves to stv2',
          },
        ]
      : [],
  ),
};
