/** Examples of what is denied: prefixes only where each of their addresses is. */

import { expect, it } from 'vitest';
import { type Atom, partOf } from '../../../../core/network/address-part.ts';
import type { Evaluation } from '../../../../core/network/evaluate.ts';
import { prefixSet } from '../../../../core/network/sets/ipv4.ts';
import { deniedExamplesOf } from '../../../../core/validate/flows/flow-examples.ts';

const atom = (name: string, isCertain: boolean): Atom => ({
  name,
  base: name,
  inAzureCloud: true,
  isCertain,
});
const line = prefixSet('10.0.0.0/24', '10.0.2.0/31', '10.0.4.0/32', '10.0.6.0/32');
const names = [atom('Sql', true), atom('Storage', false)];
const prefixes = ['10.0.0.0/24', '10.0.2.0/31', '10.0.4.0/32'];

it.each([
  ['PARTIAL', 0.5, [], prefixes],
  ['PARTIAL', null, [], []],
  ['PARTIAL', null, names, ['Sql']],
  ['DENIED', 0, [], []],
] as const)('%s, %s allowed, with %j', (outcome, allowedFraction, atoms, examples) => {
  const port = [443, 443];
  const denied = [
    { remote: partOf(line, atoms), local: partOf([0, 9]), ports: port, sourcePorts: port },
  ];
  const evaluation: Evaluation = {
    outcome,
    allowedFraction,
    decidedBy: undefined,
    deciders: [],
    trace: () => [],
    denied,
    deniedBy: [],
    isSimplified: false,
  };
  expect(deniedExamplesOf(evaluation)).toEqual(examples);
});
