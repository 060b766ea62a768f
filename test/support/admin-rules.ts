/** Security admin rules in few words. */

import type { AdminRule } from '../../core/deployment.ts';

export const adminRule = (
  action: AdminRule['action'],
  priority: number,
  destination: string,
  ports: string,
  more: Partial<AdminRule> = {},
): AdminRule => ({
  action,
  doubt: '',
  rule: {
    name: `Rule${priority}`,
    description: undefined,
    priority,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    source: { singular: '*', plural: [], applicationSecurityGroups: [] },
    sourcePorts: { singular: '*', plural: [] },
    destination: { singular: destination, plural: [], applicationSecurityGroups: [] },
    destinationPorts: { singular: ports, plural: [] },
    path: `/document/rules/${priority}`,
    fieldsPath: `/document/rules/${priority}`,
    isDefault: false,
    listsHoldTags: true,
  },
  ...more,
});
