/** Routes of hubs of Virtual WAN with longer prefixes than a default route: what own flows make of them. */

import { describe, expect, it } from 'vitest';
import { exportedIn } from '../../../../core/validate/checks/kit/example.ts';
import { Budget } from '../../../../core/validate/read/arm/budget.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { readSource } from '../../../../core/validate/read/source/read-source.ts';
import { type Input, validateInput } from '../../../../core/validate/validate-input.ts';
import { hclNetwork } from '../../../support/firewall-terraform.ts';
import {
  connection,
  firewallId,
  guard,
  idOf,
  intent,
  table,
} from '../../../support/hub-documents.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What becomes of a flow that must pass, and of one that must not. */
function outcomesOf(input: Input, to: string): string {
  const set = { to: [to], ports: ['1433'], protocol: 'TCP' };
  const flows = [
    { name: 'allow', reason: 'because', allow: [set] },
    { name: 'deny', reason: 'because', deny: [set] },
  ];
  const options = { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso', flows } as const;
  return validateInput(input, options)
    .ownFlows.map(({ outcome }) => outcome)
    .join(' ');
}

const passes = 'HOLDS BROKEN';
const open = 'UNDECIDED UNDECIDED';
const branch = '10.20.0.4';

const closed = connection({ enableInternetSecurity: false });
const perhaps = (one: Fields) => ({ ...one, condition: "[parameters('isWanted')]" });
const deny = guard(['10.30.0.0/16']);
const allow = guard(['10.20.0.0/16']);
const policy = intent(['PrivateTraffic']);
const spokes = { id: idOf('virtualHubs/hubRouteTables', 'west', 'spokes') };

const ofOpenHub = (one: Fields) => ({
  ...one,
  name: `[concat(parameters('x'), '/${String(one.name).split('/').at(-1)}')]`,
});
const routed = (routingConfiguration: unknown) =>
  connection({ enableInternetSecurity: false, routingConfiguration });
const spokesTable = table('spokes', ['10.0.0.0/8']);

describe('in a template', () => {
  it.each<[about: string, resources: readonly Fields[], to: string, outcomes: string]>([
    ['no policy', [closed, deny], branch, passes],
    [
      'a policy for private traffic, and a firewall that denies it',
      [closed, policy, deny],
      branch,
      open,
    ],
    [
      'policies for all traffic, and a firewall that allows it',
      [closed, intent(['Internet', 'PrivateTraffic']), allow],
      branch,
      passes,
    ],
    ['a policy for private traffic to something else', [closed, policy], branch, open],
    ['the policy does not take the network itself', [closed, policy, deny], '10.0.7.4', passes],
    ['the policy does not take the Internet', [closed, policy, deny], '203.0.113.4', passes],
    ['a policy for Internet traffic alone', [closed, intent(['Internet']), deny], branch, passes],
    ['a policy that may be there', [closed, perhaps(policy), deny], branch, open],
    ['a connection that may be there', [perhaps(closed), policy, deny], branch, open],
    ['a policy of an open kind', [closed, intent(["[parameters('kind')]"]), deny], branch, open],
    [
      'a policy of another hub',
      [closed, intent(['PrivateTraffic'], firewallId, 'north'), deny],
      branch,
      passes,
    ],
    ['a static route', [closed, table('defaultRouteTable', ['10.0.0.0/8']), deny], branch, open],
    [
      'a static route that may be there',
      [closed, perhaps(table('defaultRouteTable', ['10.0.0.0/8'])), deny],
      branch,
      open,
    ],
    [
      'a static route in another table',
      [closed, table('spokes', ['10.0.0.0/8']), deny],
      branch,
      passes,
    ],
    [
      'a static route in the table of the connection',
      [
        connection({
          enableInternetSecurity: false,
          routingConfiguration: { associatedRouteTable: spokes },
        }),
        table('spokes', ['203.0.113.0/24']),
        deny,
      ],
      '203.0.113.4',
      'BROKEN HOLDS',
    ],
    ['a policy of a hub of an open name', [closed, ofOpenHub(policy), deny], branch, open],
    [
      'a static route of a hub of an open name',
      [closed, ofOpenHub(table('defaultRouteTable', ['10.0.0.0/8'])), deny],
      branch,
      open,
    ],
    ['a connection with a hub of an open name', [ofOpenHub(closed), policy, deny], branch, open],
    [
      'a connection with an open table',
      [routed({ associatedRouteTable: { id: "[parameters('x')]" } }), spokesTable, deny],
      branch,
      open,
    ],
    [
      'a connection of which all routing is open',
      [routed("[parameters('x')]"), spokesTable, deny],
      branch,
      open,
    ],
    [
      'a static route with one more prefix, which is open',
      [closed, table('defaultRouteTable', ['203.0.113.0/24', "[parameters('x')]"]), deny],
      '203.0.113.4',
      'BROKEN HOLDS',
    ],
    [
      'a static route of open prefixes alone',
      [closed, table('defaultRouteTable', ["[parameters('x')]"]), deny],
      '203.0.113.4',
      open,
    ],
  ])('%s', (about, resources, to, outcomes) => {
    expect(outcomesOf(exportedIn(about, {}, ...resources) as Input, to)).toBe(outcomes);
  });

  it('each route of a hub counts once, and too many are refused', () => {
    const connections = Array.from({ length: 50 }, (_, index) => ({
      ...closed,
      name: `west/spoke${index}`,
    }));
    const prefixes = (count: number) =>
      Array.from({ length: count }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
    const outcomesWith = (count: number) => {
      const hub = table('defaultRouteTable', prefixes(count));
      return outcomesOf(exportedIn('many', {}, ...connections, hub, deny) as Input, '10.1.44.4');
    };
    expect(outcomesWith(400)).toBe(open);
    expect(() => outcomesWith(401)).toThrow('accepted: at most 400 routes of hubs');
  });

  it.each([
    ['policy', perhaps(policy)],
    ['connection', policy],
  ])('a %s under a condition is no matter of documented flows', (about, one) => {
    const input = exportedIn(about, {}, about === 'policy' ? closed : perhaps(closed), one, deny);
    const options = { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' } as const;
    const { findings } = validateInput(input as Input, options);
    expect(findings.map(({ checkId }) => checkId)).not.toContain('route-not-judged');
  });
});

describe('in Terraform', () => {
  const withoutTable = hclNetwork
    .replace(/resource "azurerm_route_table"[\s\S]*?\n}\n/, '')
    .replace(/resource "azurerm_subnet_route_table_association"[\s\S]*?\n}\n/, '');
  const westId = 'azurerm_virtual_hub.west.id';
  const hcl = (more: string, count = '', routing = '') => `${withoutTable}
variable "x" {}
resource "azurerm_virtual_hub" "west" {
  name = "west"
}
resource "azurerm_virtual_hub_connection" "spoke" {
  ${count}
  name                      = "spoke"
  virtual_hub_id            = azurerm_virtual_hub.west.id
  remote_virtual_network_id = azurerm_virtual_network.this.id
${routing}}
resource "azurerm_firewall" "guard" {
  name                = "guard"
  resource_group_name = "net"
  virtual_hub {
    virtual_hub_id = azurerm_virtual_hub.west.id
  }
}
${more}
`;
  const hclIntent = (destination: string, count = '') => `
resource "azurerm_virtual_hub_routing_intent" "west" {
  ${count}
  name           = "intent"
  virtual_hub_id = azurerm_virtual_hub.west.id
  routing_policy {
    name         = "policy"
    destinations = [${destination}]
    next_hop     = azurerm_firewall.guard.id
  }
}
`;
  const route = (perhaps = '') => `
resource "azurerm_virtual_hub_route_table_route" "all" {
  ${perhaps}
  name              = "all"
  route_table_id    = azurerm_virtual_hub.west.default_route_table_id
  destinations_type = "CIDR"
  destinations      = ["10.0.0.0/8"]
  next_hop          = azurerm_firewall.guard.id
}
`;
  const count = 'count = var.x ? 1 : 0';

  const longerIn = (text: string) => {
    const budget = new Budget();
    const { document } = readSource({ files: [{ path: 'main.tf', text }] }, {}, budget);
    const { locations } = readDocument(document, { budget, service: 'contoso' }).deployment;
    return (locations[0]?.hubRoutes ?? []).map(
      ({ addressPrefix, nextHopIpAddress, isConditional }) =>
        [addressPrefix, nextHopIpAddress, ...(isConditional ? ['perhaps'] : [])].join(' '),
    );
  };
  const to = '[the private address of azurerm_firewall.guard]';
  const all = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((one) => `${one} ${to}`);
  const perhapsAll = all.map((one) => `${one} perhaps`);
  const anyTraffic = `0.0.0.0/0 ${to} perhaps`;

  it.each([
    ['no policy', hcl(''), []],
    ['a policy for private traffic', hcl(hclIntent('"PrivateTraffic"')), all],
    ['a policy for Internet traffic', hcl(hclIntent('"Internet"')), []],
    ['a policy of an open kind', hcl(hclIntent('var.x')), perhapsAll],
    ['a connection that may be there', hcl(hclIntent('"PrivateTraffic"'), count), perhapsAll],
    ['a static route', hcl(route()), [`10.0.0.0/8 ${to}`]],
    ['a static route that may be there', hcl(route(count)), [...perhapsAll, anyTraffic]],
    [
      'a policy of an open hub',
      hcl(hclIntent('"PrivateTraffic"').replace(westId, 'var.x')),
      perhapsAll,
    ],
    [
      'a connection with an open hub',
      hcl(hclIntent('"PrivateTraffic"')).replace(westId, 'var.x'),
      perhapsAll,
    ],
    [
      'a static route of an open table',
      hcl(route().replace('azurerm_virtual_hub.west.default_route_table_id', 'var.x')),
      [`10.0.0.0/8 ${to} perhaps`],
    ],
    [
      'a connection with an open table',
      hcl(route(), '', '  routing {\n    associated_route_table_id = var.x\n  }\n'),
      [`10.0.0.0/8 ${to} perhaps`],
    ],
    [
      'a static route with one more prefix, which is open',
      hcl(route().replace('"10.0.0.0/8"', '"20.0.0.0/8", var.x')),
      [`20.0.0.0/8 ${to}`, ...perhapsAll, anyTraffic],
    ],
  ])('%s', (_, text, expected) => {
    expect(longerIn(text)).toEqual(expected);
  });

  it('a policy that may be there leads to what is not known', () => {
    const routes = longerIn(hcl(hclIntent('"PrivateTraffic"', count)));
    expect(routes.map((one) => one.split(' ').at(-1))).toEqual(['perhaps', 'perhaps', 'perhaps']);
  });
});
