/** Own flows under security admin rules, which come before the security group. */

import { describe, expect, it } from 'vitest';
import type { AdminRule } from '../../../../core/deployment.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import { denyOutbound, type Rule } from '../../../support/compared-networks.ts';
import { judgedFlow, type Promised } from '../../../support/own-flows.ts';

const backend: Promised = { allow: [{ to: ['10.0.2.0/24'], ports: ['8443'], protocol: 'TCP' }] };
const closed: Promised = { deny: [{ to: ['10.0.2.0/24'], ports: ['8443'], protocol: 'TCP' }] };
const onlyOrders: Promised = {
  only: [{ to: ['10.0.2.0/25'], ports: ['8443'], protocol: 'TCP' }],
  of: [{ to: ['10.0.2.0/24'], ports: ['8443'], protocol: 'TCP' }],
};
const to = (action: AdminRule['action'], priority: number, far: string, doubt = '') =>
  adminRule(action, priority, far, '8443', { doubt });
const orders: Rule = ['orders', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', '10.0.2.0/24', '8443'];
const doubt = 'the input does not say whether the configuration is deployed';
const example = (far: string) => `for example 10.0.1.4:50000 -> ${far}:8443 tcp`;

interface Row {
  readonly about: string;
  readonly promised: Promised;
  readonly admin: readonly AdminRule[];
  readonly group?: readonly Rule[];
  readonly outcome: string;
  readonly message: string;
}

const rows: readonly Row[] = [
  {
    about: 'Deny stops what the group allows',
    promised: backend,
    admin: [to('DENY', 10, '10.0.2.0/25')],
    group: [orders],
    outcome: 'BROKEN',
    message: `outbound TCP 8443 to 10.0.2.0/25 is denied by security admin rule Rule10 (priority 10), ${example('10.0.2.0')}`,
  },
  {
    about: 'Always Allow passes without the group',
    promised: backend,
    admin: [to('ALWAYS_ALLOW', 10, '10.0.2.0/24')],
    group: [denyOutbound],
    outcome: 'HOLDS',
    message: 'all of it passes',
  },
  {
    about: 'Allow leaves it to the group',
    promised: backend,
    admin: [to('ALLOW', 10, '10.0.2.0/24')],
    group: [denyOutbound],
    outcome: 'BROKEN',
    message: `outbound TCP 8443 to 10.0.2.0/24 is denied by rule deny (priority 4000), ${example('10.0.2.0')}`,
  },
  {
    about: 'Allow comes before a Deny of larger number',
    promised: backend,
    admin: [to('ALLOW', 10, '10.0.2.0/24'), to('DENY', 20, '10.0.0.0/8')],
    group: [orders],
    outcome: 'HOLDS',
    message: 'all of it passes',
  },
  {
    about: 'an Always Allow that may be deployed',
    promised: backend,
    admin: [to('ALWAYS_ALLOW', 10, '10.0.2.0/24', doubt)],
    group: [denyOutbound],
    outcome: 'UNDECIDED',
    message: `outbound TCP 8443 to 10.0.2.0/24 may be denied by security admin rule Rule10 (priority 10) and rule deny (priority 4000), ${example('10.0.2.0')}; it depends on security admin rule "Rule10": ${doubt}`,
  },
  {
    about: 'an Always Allow that may be deployed and changes nothing',
    promised: backend,
    admin: [to('ALWAYS_ALLOW', 10, '10.0.2.0/24', doubt)],
    group: [orders],
    outcome: 'HOLDS',
    message: 'all of it passes',
  },
  {
    about: 'an Allow that may be deployed before a Deny',
    promised: backend,
    admin: [to('ALLOW', 10, '10.0.2.0/24', doubt), to('DENY', 20, '10.0.2.0/24')],
    group: [orders],
    outcome: 'UNDECIDED',
    message: `outbound TCP 8443 to 10.0.2.0/24 may be denied by security admin rule Rule10 (priority 10), security admin rule Rule20 (priority 20) and rule orders (priority 100), ${example('10.0.2.0')}; it depends on security admin rule "Rule10": ${doubt}`,
  },
  {
    about: 'an Allow that may be deployed before a Deny, where the group denies, too',
    promised: backend,
    admin: [to('ALLOW', 10, '10.0.2.0/24', doubt), to('DENY', 20, '10.0.2.0/24')],
    group: [denyOutbound],
    outcome: 'BROKEN',
    message: `outbound TCP 8443 to 10.0.2.0/24 is denied by security admin rule Rule20 (priority 20), ${example('10.0.2.0')}`,
  },
  {
    about: 'Deny keeps what the group would open',
    promised: closed,
    admin: [to('DENY', 10, '10.0.0.0/8')],
    group: [orders],
    outcome: 'HOLDS',
    message: 'nothing of it passes',
  },
  {
    about: 'Always Allow opens what the group would deny',
    promised: closed,
    admin: [to('ALWAYS_ALLOW', 10, '10.0.2.0/24')],
    group: [denyOutbound],
    outcome: 'BROKEN',
    message: `outbound TCP 8443 to 10.0.2.0/24 passes by security admin rule Rule10 (priority 10), ${example('10.0.2.0')}`,
  },
  {
    about: 'an action that is open',
    promised: closed,
    admin: [to(undefined, 10, '10.0.2.0/24')],
    group: [denyOutbound],
    outcome: 'UNDECIDED',
    message: `outbound TCP 8443 to 10.0.2.0/24 may pass by security admin rule Rule10 (priority 10) and rule deny (priority 4000), ${example('10.0.2.0')}; it depends on security admin rule "Rule10": its action is open`,
  },
  {
    about: 'an opening that an admin rule closes is none',
    promised: onlyOrders,
    admin: [to('DENY', 10, '10.0.2.128/25')],
    group: [orders],
    outcome: 'HOLDS',
    message: 'nothing else passes',
  },
  {
    about: 'what an admin rule always allows is an opening',
    promised: onlyOrders,
    admin: [to('ALWAYS_ALLOW', 10, '10.0.2.192/26')],
    group: [denyOutbound],
    outcome: 'BROKEN',
    message: `outbound TCP 8443 to 10.0.2.192/26 passes by security admin rule Rule10 (priority 10), ${example('10.0.2.192')}`,
  },
];

describe('an own flow under security admin rules', () => {
  it.each(rows)('$about', ({ promised, admin, group = [], outcome, message }) => {
    const result = judgedFlow(promised, { rules: group, adminRules: admin });
    expect([result.outcome, result.message]).toEqual([outcome, message]);
  });
});
