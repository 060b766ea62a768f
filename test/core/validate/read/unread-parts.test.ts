/** Parts that a document says are there, and does not hold: the verdict must not be PASS by silence. */

import { describe, expect, it } from 'vitest';
import { check, type Json, load } from './sample-documents.ts';

const scope = '/subscriptions/s/resourceGroups/rg/providers';
const group = `${scope}/Microsoft.Network/networkSecurityGroups/apim`;
const resources: Json[] = load('exported-resources').resources ?? load('exported-resources');
const changes = resources.map((after) => ({
  resourceId: after.id ?? `${scope}/${after.type}/${after.name}`,
  changeType: 'NoChange',
  after,
}));
const whatIf = (...more: Json[]) => ({ status: 'Succeeded', changes: [...changes, ...more] });
const plan = (more: Json) =>
  load('plan-inline-rules', (document) => {
    Object.assign(document, more);
  });
/** The plan with an action of azapi. */
const planWith = (values: Json, place = (resources: Json[]): Json => ({ resources })) =>
  load('plan-inline-rules', (document) => {
    const address = 'azapi_resource_action.put';
    const action = { address, mode: 'managed', type: 'azapi_resource_action', name: 'put', values };
    const root = document.planned_values.root_module;
    const { resources = [], child_modules = [] } = place([action]);
    root.resources = [...(root.resources ?? []), ...resources];
    root.child_modules = [...(root.child_modules ?? []), ...child_modules];
  });
const unread = (document: Json) =>
  check(document)
    .findings.filter(({ checkId }) => checkId === 'resource-not-read')
    .map(({ message, path }) => `${message} ${path}`);
const graph = (data: Json[], more: Json) => ({ data, ...more });
const deferred = (address: string) => ({
  complete: false,
  deferred_changes: [{ reason: 'provider_config_unknown', resource_change: { address } }],
});

describe('a part that a document does not hold', () => {
  it.each<[string, Json, string]>([
    [
      'unsupported in a what-if',
      whatIf({ resourceId: group, changeType: 'Unsupported', unsupportedReason: 'no id' }),
      'networkSecurityGroups/apim is unknown: the what-if operation does not support it: no id',
    ],
    [
      'unsupported in a what-if, by an expression',
      whatIf({ resourceId: "[resourceId('x')]", changeType: 'Unsupported' }),
      "[resourceId('x')] is unknown",
    ],
    [
      'an id alone in a what-if',
      whatIf({ resourceId: group, changeType: 'Deploy' }),
      'ask for the format FullResourcePayloads',
    ],
    [
      'a change that may be made',
      { ...whatIf(), potentialChanges: [{ resourceId: group, changeType: 'Create', after: {} }] },
      'does not say whether it will be deployed',
    ],
    [
      'what a nested file of collect could not read',
      [{ prod: { resources, unread: [{ id: group, reason: 'you may not read it (403)' }] } }],
      'networkSecurityGroups/apim is unknown: you may not read it (403) /document/0/prod/unread/0',
    ],
    [
      'a template by link',
      load('bicep-build', (template) => {
        template.resources.push({
          type: 'Microsoft.Resources/deployments',
          name: 'more',
          properties: { mode: 'Incremental', templateLink: { uri: 'https://example.com/t.json' } },
        });
      }),
      'deployments/more is unknown: its template is not in the document',
    ],
    [
      'two templates by link, which are one finding',
      load('bicep-build', (template) => {
        for (const name of ['one', 'two']) {
          template.resources.push({
            type: 'Microsoft.Resources/deployments',
            name,
            properties: {
              mode: 'Incremental',
              templateLink: { uri: 'https://example.com/t.json' },
            },
          });
        }
      }),
      'deployments/one and deployments/two are unknown, each for this reason: its template',
    ],
    ['a plan with a target', plan({ complete: false }), 'the plan is unknown: it is not complete'],
    [
      'a plan with a target that defers what is in no network',
      plan(deferred('random_id.suffix')),
      'the plan is unknown: it is not complete',
    ],
    [
      'a plan that defers an API, and not the service',
      plan(deferred('azurerm_api_management_api.orders')),
      'the plan is unknown: it is not complete',
    ],
    [
      'deferred by Terraform: the service',
      plan(deferred('azurerm_api_management.apim[0]')),
      'azurerm_api_management.apim[0] is unknown: Terraform plans it in a later run',
    ],
    [
      'an action of azapi in a plan',
      planWith({ type: 'Microsoft.Network/networkSecurityGroups@2024-05-01', method: 'PUT' }),
      'azapi_resource_action.put is unknown: actions of azapi are not read',
    ],
    [
      'an action of azapi in a module of a plan',
      planWith({ method: 'PUT' }, ([action]) => ({ child_modules: [{ resources: [action] }] })),
      'azapi_resource_action.put is unknown: actions of azapi are not read',
    ],
    ['a plan with an error', plan({ errored: true }), 'Terraform stopped with an error'],
    [
      'deferred by Terraform',
      plan(deferred('module.net.azurerm_network_security_rule.deny')),
      'module.net.azurerm_network_security_rule.deny is unknown: Terraform plans it in a later run',
    ],
    [
      'further pages of Resource Graph',
      graph(resources, { resultTruncated: 'true' }),
      'the result goes on where this document ends (resultTruncated)',
    ],
    [
      'further pages by a token',
      graph(resources, { total_records: 900, skip_token: 'abc' }),
      '(skip_token); send all its pages in one array /document/skip_token',
    ],
    [
      'further pages by their number alone',
      graph(resources, { total_records: 900, skip_token: null }),
      '(total_records); send all its pages in one array /document/total_records',
    ],
    [
      'further pages of a list of Azure',
      { value: resources, nextLink: 'https://management.azure.com/' },
      '(nextLink)',
    ],
  ])('%s', (_, document, message) => {
    expect(unread(document)).toEqual([expect.stringContaining(message)]);
    expect(check(document).verdict).not.toBe('PASS');
  });

  const other = { type: 'Microsoft.Storage/storageAccounts', name: 'logs', id: '/logs' };
  const total = resources.length + 1;
  it.each<[string, Json, string[]]>([
    [
      'two lists whose numbers are equal by chance',
      [
        graph(resources, { totalRecords: total, $skipToken: 'x' }),
        graph([other], { totalRecords: total, $skipToken: 'y' }),
      ],
      ['/document/0/$skipToken', '/document/1/$skipToken'],
    ],
    [
      'one page twice',
      [1, 2].map(() => graph(resources, { totalRecords: 2 * resources.length, $skipToken: 'x' })),
      ['/document/0/$skipToken', '/document/1/$skipToken'],
    ],
    [
      'a list that begins with what another one ends with',
      [{ value: [...resources, other], nextLink: 'https://x' }, { value: [other] }],
      ['/document/0/nextLink'],
    ],
    [
      'lists of what has no type',
      [{ value: resources }, { value: [{ a: 1 }], nextLink: 'https://x' }, { value: [{ b: 1 }] }],
      ['/document/1/nextLink'],
    ],
  ])('the rest of %s', (_, document, paths) => {
    expect(unread(document).map((text) => text.split(' ').at(-1))).toEqual(paths);
  });

  it.each<[string, Json]>([
    ['a what-if', whatIf()],
    [
      'a what-if that deletes',
      whatIf({ resourceId: group, changeType: 'Delete', before: { id: group } }),
    ],
    [
      'a what-if with a role that it does not support',
      whatIf({
        resourceId: `${scope}/Microsoft.Authorization/roleAssignments/x`,
        changeType: 'Unsupported',
      }),
    ],
    [
      'a plan with an action of azapi that reads',
      planWith({ type: 'Microsoft.Network/networkSecurityGroups@2024-05-01', method: 'GET' }),
    ],
    [
      'a plan with an action of azapi on a vault',
      planWith({ type: 'Microsoft.KeyVault/vaults@2023-07-01', method: 'PUT' }),
    ],
    ['a plan', plan({ complete: true, errored: false, deferred_changes: [] })],
    ['a whole list', graph(resources, { resultTruncated: 'false', totalRecords: 1 })],
    [
      'all pages by their number',
      [
        graph(resources.slice(0, 1), { total_records: resources.length, skip_token: 'abc' }),
        graph(resources.slice(1), { total_records: resources.length, skip_token: null }),
      ],
    ],
    [
      'all pages of a list of Azure',
      [
        { value: [...resources, other], nextLink: 'https://x' },
        { value: [{ ...other, id: '/more' }] },
      ],
    ],
  ])('nothing: %s', (_, document) => {
    expect(unread(document)).toEqual([]);
  });
});
