/** The network status in the report of the page: what is worth a look, with its steps; the rest folded. */

import { expect, it } from 'vitest';
import type { DependencyStatus } from '../../core/validate/network-status/status.ts';
import { networkStatusView } from '../../site/src/tools/views/network-status.ts';

const dependency: DependencyStatus = {
  region: 'westeurope',
  name: 'sql.example:1433',
  resourceType: 'SQLDatabase',
  state: 'DOWN',
  isOptional: false,
  error: 'timed out',
  lastUpdated: null,
  lastStatusChange: null,
  flows: [],
  explanation: 'DENIED',
  message: 'sql.example:1433 is denied by rule no-sql',
  decidedBy: 'no-sql',
  nextSteps: ['allow it before no-sql', 'apply the network configuration'],
  path: '/document/networkStatus/0',
};
const up: DependencyStatus = {
  ...dependency,
  name: 'blob.example',
  state: 'UP',
  explanation: 'AS_EXPECTED',
  error: null,
  nextSteps: [],
};

it('explains what is down, and folds what is up', () => {
  const text = JSON.stringify(networkStatusView([dependency, up]));
  for (const part of [
    '2 dependencies: 1 up, 1 down',
    'denied by rule no-sql',
    'timed out',
    'allow it before no-sql',
    'As expected (1)',
    'blob.example',
  ]) {
    expect(text.toLowerCase()).toContain(part.toLowerCase());
  }
});

it('folds nothing where nothing is as expected', () => {
  expect(JSON.stringify(networkStatusView([dependency]))).not.toContain('As expected');
});
