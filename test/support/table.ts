/** A check as a table: deployments in which it must find something, and near misses in which it must not. */

import { describe, expect, it } from 'vitest';
import { type DeploymentInput, type RuleFields, withDefaults } from '../../core/deployment.ts';
import {
  example,
  inbound,
  outbound,
  securityRules,
} from '../../core/validate/checks/kit/example.ts';
import type { Finding } from '../../core/validate/report.ts';
import { validate } from '../../core/validate/validate.ts';
import { pinned } from './pinned-edition.ts';

export const external: Partial<DeploymentInput> = { virtualNetworkType: 'EXTERNAL' };
const subnet = { addressPrefix: '10.0.1.0/24' };

function reported(
  id: string,
  rules: readonly RuleFields[],
  deployment: Partial<DeploymentInput> = {},
) {
  const input = example('', { subnet, ...securityRules(...rules) }).deployment;
  const [location] = input.locations;
  const locations = [{ ...location, ...deployment.locations?.[0] }];
  const whole = { ...input, ...deployment, locations } as DeploymentInput;
  return validate(pinned(withDefaults(whole)), {
    serviceTagFiles: [],
    whatIf: 'NONE',
  }).findings.filter(({ checkId }) => checkId === id);
}

export function messagesOf(id: string, rules: readonly RuleFields[]): string[] {
  return reported(id, rules).map(({ message }) => message);
}

const list = '/deployment/locations/0/networkSecurityGroup/securityRules';

/** "ERROR /0/protocol": severity, and the pointer from the list of rules on. */
const placed = ({ severity, path }: Finding) => `${severity} ${path.replace(list, '')}`;

type Row = readonly [
  about: string,
  rules: readonly RuleFields[],
  deployment?: Partial<DeploymentInput>,
];

export function table(
  id: string,
  actual: Readonly<Record<string, readonly Row[]>>,
  right: readonly Row[],
) {
  describe(id, () => {
    const rows = Object.entries(actual).flatMap(([finding, list]) =>
      list.map(([about, rules, deployment]) => ({ about, rules, deployment, finding })),
    );
    it.each(rows)('finds $about', ({ rules, deployment, finding }) => {
      expect(reported(id, rules, deployment).map(placed)).toEqual([finding]);
    });
    it.each(right.map(([about, rules, deployment]) => ({ about, rules, deployment })))(
      'is content with $about',
      ({ rules, deployment }) => {
        expect(reported(id, rules, deployment)).toEqual([]);
      },
    );
  });
}

export const to = (remote: string, ports: string | string[], more: Partial<RuleFields> = {}) => [
  outbound('Rule', 200, 'ALLOW', remote, ports, more),
];

export const from = (remote: string, ports: string | string[], more: Partial<RuleFields> = {}) => [
  inbound('Rule', 200, 'ALLOW', remote, ports, more),
];

export const udp = { protocol: 'Udp' };

export const denyInternet = outbound('Rest', 4000, 'DENY', 'Internet', '*', { protocol: '*' });

export const denyAll = inbound('Rest', 4000, 'DENY', '*', '*', { protocol: '*' });

export const fromPorts = (...sourcePortRanges: string[]) => ({ sourcePortRanges });
