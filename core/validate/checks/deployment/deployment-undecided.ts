import { cite } from '../../../../data/cite.ts';
import type { Check } from '../kit/check.ts';
import { type CheckExample, exported } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

/** A service in a template of its own, with this tier. */
const serviceOf = (about: string, sku: string): CheckExample => ({
  about,
  document: {
    resources: [
      {
        type: 'Microsoft.ApiManagement/service',
        name: 'contoso',
        location: 'westeurope',
        sku: { name: sku, capacity: 1 },
        properties: {
          virtualNetworkType: 'Internal',
          virtualNetworkConfiguration: { subnetResourceId: "[parameters('subnet')]" },
        },
      },
    ],
  },
});

export const deploymentUndecided: Check = {
  id: 'deployment-undecided',
  title: 'The document leaves values open',
  severity: 'WARNING',
  summary:
    'The document does not say which tier, network mode, units or subnet the instance has, or whether a resource is deployed.',
  rationale:
    'The tier and the mode decide which traffic is required, and the units how many addresses. The report judges each tier and mode that a network and the delegation of the subnet allow, and a problem of some of them names these. It takes resources under a condition for deployed, and an open number of units for one.',
  avoid: 'a template whose parameters for the tier or the network mode have no value',
  prefer: 'the template with the values of its parameters, or the deployed resources',
  examples: {
    good: exported('a service with its tier'),
    unsure: serviceOf('the tier is a parameter without a value', "[parameters('sku')]"),
  },
  citations: [cite('virtual-network-concepts-2023', 'Networking models by tier')],
  run({ deployment: { undecided = [] } }) {
    const [first] = undecided;
    if (!first) return [];
    const parts = undecided.map(({ what, written }) => `${what} (${shortened(written)})`);
    return [
      {
        message: `the document does not say ${listing(parts, 5)}`,
        path: first.path,
        outcome: 'NEEDS_REVIEW',
        remediation: 'give the parameters their values, or send the deployed resources',
      },
    ];
  },
};

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
