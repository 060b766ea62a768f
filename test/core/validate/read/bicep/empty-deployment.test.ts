/** Deployments that a Bicep file writes out as a resource: those without resources leave nothing open. */

import { expect, it } from 'vitest';
import { validateInput } from '../../../../../core/with-shipped-files.ts';
import { bicepNetwork } from '../../../../support/networks.ts';

const withDeployment = (template: string, condition = '') => `param isCounted bool = true
${bicepNetwork()}
resource counted 'Microsoft.Resources/deployments@2021-04-01' = ${condition} {
  name: 'pid-1'
  properties: { mode: 'Incremental', template: ${template} }
}`;

const unreadIn = (text: string) =>
  validateInput({ source: { files: [{ path: 'main.bicep', text }] } }).findings.filter(
    ({ checkId }) => checkId === 'resource-not-read',
  );

it.each([
  ['no resources', "{ contentVersion: '1.0.0.0', resources: [] }", '', 0],
  ['no resources by name', '{ resources: {} }', '', 0],
  ['a condition', '{ resources: [], outputs: {} }', 'if (isCounted)', 0],
  ['a resource', "{ resources: [{ type: 'Microsoft.Network/routeTables' }] }", '', 1],
  ['an output', "{ resources: [], outputs: { name: { type: 'string', value: 'a' } } }", '', 1],
  ['resources of a parameter', '{ resources: isCounted ? [] : [1] }', '', 1],
  ['no list of resources', "{ contentVersion: '1.0.0.0' }", '', 1],
])('a template with %s', (_, template, condition, count) => {
  expect(unreadIn(withDeployment(template, condition))).toHaveLength(count);
});
