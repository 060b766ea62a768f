/** Findings of one check, in short, and the rules that a finding on another cause includes. */

import { type DeploymentInput, type LocationInput, withDefaults } from '../../core/deployment.ts';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { example } from '../../core/validate/checks/kit/example.ts';
import type { Finding } from '../../core/validate/report.ts';
import { validate } from '../../core/validate/validate.ts';
import { pinned } from './pinned-edition.ts';

/** The findings of a check in a Developer instance in internal mode, but for what is given. */
export function findingsIn(
  checkId: string,
  location: Partial<LocationInput>,
  deployment: Partial<DeploymentInput> = {},
  serviceTagFiles: readonly ServiceTagFile[] = [],
): readonly Finding[] {
  const { deployment: input } = example('', location, deployment);
  const { findings } = validate(pinned(withDefaults(input)), { serviceTagFiles, whatIf: 'NONE' });
  return findings.filter((finding) => finding.checkId === checkId);
}

/** "SEVERITY OUTCOME path within the deployment" of each. */
export const inShort = (findings: readonly Finding[]) =>
  findings.map(
    ({ severity, outcome, path }) => `${severity} ${outcome} ${path.replace('/deployment', '')}`,
  );

/** The rules that a finding on denied traffic reports as shadowed, too. */
export const hiddenIn = ({ includes, rules }: Finding): readonly string[] =>
  includes.includes('rule-shadowed') ? rules.slice(1) : [];

/** The rules that a finding is about: those before its verb. */
export const namesIn = ({ message }: Finding): readonly string[] =>
  [
    ...(/^(.*?) (?:decides?|opens|closes|matches) nothing/.exec(message)?.[1] ?? '').matchAll(
      /rule "([^"]*)"/g,
    ),
  ].map(([, name = '']) => name);
