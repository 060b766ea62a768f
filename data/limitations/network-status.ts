/** What the network status of an instance says and how to check a subnet, from the troubleshooting sections of the mode pages. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

const in2023 = cite('internal-mode-2023', 'Troubleshooting');
const verify = cite('internal-mode-2026-08-24', 'Verify network status');
const updates = 'Incremental updates';

export const networkStatusFacts: readonly NetworkFact[] = [
  {
    id: 'network-status-refresh',
    title: 'Network status is refreshed every 15 minutes',
    statement: 'The network status of an instance shows a change after up to 15 minutes.',
    ...injected,
    citations: [
      cite('vnet-reference-2019-09-09', 'Troubleshooting'),
      in2023,
      cite('internal-mode-2026-08-24', updates),
    ],
  },
  {
    id: 'network-status-place',
    title: 'Network status: where to find it',
    statement:
      'The portal shows it under Deployment + infrastructure, Network, Network status, with metrics and a tool named Diagnose.',
    ...injected,
    platforms: ['STV2'],
    since: '2026-08-24',
    citations: [verify],
  },
  {
    id: 'network-status-required',
    title: 'Network status: required dependencies',
    statement:
      'A failure under the filter Required means that the instance cannot do its core work of managing APIs.',
    ...injected,
    citations: [in2023, verify],
  },
  {
    id: 'network-status-optional',
    title: 'Network status: optional dependencies',
    statement:
      'A failure under the filter Optional stops one feature, e-mail for example; use, monitoring and the agreed availability of the instance may suffer.',
    ...injected,
    citations: [in2023, verify],
  },
  {
    id: 'network-status-entries',
    title: 'Network status: what an entry says',
    statement:
      'The NetworkStatus API gives for each dependency its name, its kind, whether it is optional, its status and the time of the last change.',
    ...injected,
    citations: [cite('internal-mode-2026-08-24', `${updates}: fields of the answer`, 'INFERRED')],
  },
  {
    id: 'activation-failure',
    title: 'A deployment that cannot activate the service',
    statement:
      'A deployment of August 2024 failed after 30 to 40 minutes because the API service could not be activated. The message says to compare the network with the requirements for injection first, then to look for problems in the region.',
    ...injected,
    platforms: ['STV2'],
    since: '2024-08-10',
    citations: [
      cite('activation-failure-2024-08-10', 'Description'),
      cite('activation-failure-2024-08-10', 'Description: platform, by its date', 'INFERRED'),
    ],
  },
  {
    id: 'first-deployment-test-machine',
    title: 'Remove the test machine from the subnet',
    statement:
      'A machine that tested the subnet must be removed before the instance is deployed; texts between 2021 and 2023 ask for that on stv1 only.',
    ...injected,
    citations: [
      cite('vnet-reference-2019-09-09', 'Troubleshooting'),
      cite('internal-mode-2023', 'Troubleshooting', 'DISPUTED'),
      cite('internal-mode-2026-08-24', 'Unsuccessful initial deployment', 'DISPUTED'),
    ],
  },
];
