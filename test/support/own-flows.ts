/** Own flows in a small network, judged. */

import { type InputRoute, type LocationInput, withDefaults } from '../../core/deployment.ts';
import type { InputFirewall } from '../../core/firewall.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import type { OwnFlowInput } from '../../core/validate/own-flows/own-flow.ts';
import type { ConfigReport } from '../../core/validate/report.ts';
import { validateInput } from '../../core/validate/validate-input.ts';
import { type Rule, toRule } from './compared-networks.ts';

/** A route that hubs bring, which may exist alone or among others. */
export const inputRoute = (
  addressPrefix: string,
  nextHopType: string,
  more: Partial<InputRoute> = {},
): InputRoute => ({
  name: nextHopType,
  addressPrefix,
  nextHopType,
  isConditional: false,
  path: `/document/${addressPrefix}/${nextHopType}`,
  ...more,
});

export interface OwnNetwork extends Partial<LocationInput> {
  readonly rules?: readonly Rule[];
  readonly tier?: 'PREMIUM' | 'STANDARD_V2' | 'DEVELOPER';
  readonly virtualNetworkType?: 'EXTERNAL' | 'INTERNAL' | 'NONE';
  readonly platform?: 'STV1' | 'STV2';
  readonly hasWeeklyFile?: boolean;
  readonly firewalls?: readonly InputFirewall[];
}

export function reportOn(flows: readonly OwnFlowInput[], network: OwnNetwork): ConfigReport {
  const {
    rules,
    tier = 'PREMIUM',
    virtualNetworkType = 'EXTERNAL',
    platform = 'STV2',
    hasWeeklyFile = true,
    firewalls = [],
    ...location
  } = network;
  return validateInput(
    {
      deployment: withDefaults({
        tier,
        virtualNetworkType,
        platform,
        firewalls,
        locations: [
          {
            region: 'westeurope',
            subnet: { addressPrefix: '10.0.1.0/27' },
            virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
            ...(rules && { networkSecurityGroup: { securityRules: rules.map(toRule) } }),
            ...location,
          },
        ],
      }),
    },
    { serviceTagFiles: hasWeeklyFile ? shippedServiceTagFiles : [], whatIf: 'NONE', flows },
  );
}

/** A flow without the fields that every flow has. */
export type Promised = Omit<OwnFlowInput, 'name' | 'reason'>;

export const judgedFlow = (promised: Promised, network: OwnNetwork) => {
  const flow = { name: 'promise', reason: 'because', ...promised };
  const [result] = reportOn([flow], network).ownFlows;
  if (!result) throw new Error('one flow gives one result');
  return result;
};
