/** Shared by the checks on own flows: the observation of one, and the flows of their examples. */

import { quoted } from '../../../quoted.ts';
import type { JudgedOwnFlow } from '../../own-flows/judge-own-flow.ts';
import type { OwnFlowInput, OwnFlowKind, OwnFlowOutcome } from '../../own-flows/own-flow.ts';
import type { DeploymentContext, Observation } from './check.ts';

/** One observation for each own flow of these kinds with this outcome, in each location. */
export const ownFlowsThat = (
  outcome: OwnFlowOutcome,
  kinds: readonly OwnFlowKind[],
  remedyOf: (judged: JudgedOwnFlow) => string | undefined,
) =>
  function run({ ownFlows }: DeploymentContext): readonly Observation[] {
    return ownFlows
      .filter(({ result }) => result.outcome === outcome && kinds.includes(result.kind))
      .map((judged): Observation => {
        const { result, rules, path } = judged;
        const remediation = remedyOf(judged);
        return {
          title: `${titles[outcome]}: ${result.name}`,
          message: `${quoted(result.name)}: ${result.message}. Reason: ${result.reason.replace(/\.$/, '')}${result.owner === null ? '' : ` (owner: ${result.owner})`}`,
          path,
          ownFlow: result.name,
          rules,
          ...(result.region !== null && { region: result.region }),
          ...(remediation !== undefined && { remediation }),
        };
      });
  };

const titles: Readonly<Record<OwnFlowOutcome, string>> = {
  HOLDS: 'Own flow holds',
  BROKEN: 'Own flow is broken',
  UNDECIDED: 'Own flow is undecided',
};

/** "rule ssh and rule all" */
export const namesOf = ({ rules }: JudgedOwnFlow): string =>
  [...new Set(rules.map(({ name }) => name))].join(' and ');

/** Clients come through Front Door, and from nowhere else. */
export const onlyFrontDoor: OwnFlowInput = {
  name: 'only Front Door calls the gateway',
  only: [{ from: ['AzureFrontDoor.Backend'], ports: ['443'] }],
  of: [{ from: ['Internet'], ports: ['443'] }],
  reason: 'The web application firewall is in Front Door.',
};
