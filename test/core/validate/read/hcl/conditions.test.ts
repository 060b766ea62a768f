/** Resources of Terraform under a condition that nothing decides: what depends on them is not certain. */

import { describe, expect, it } from 'vitest';
import { validateInput } from '../../../../../core/validate/validate-input.ts';

const resource = (type: string, name: string, body: string) =>
  `resource "${type}" "${name}" {\n  name = "${name}"\n${body}\n}\n`;

const network = [
  resource(
    'azurerm_api_management',
    'contoso',
    `  location             = "westeurope"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.apim.id
  }`,
  ),
  resource(
    'azurerm_virtual_network',
    'net',
    '  location = "westeurope"\n  address_space = ["10.0.0.0/16"]',
  ),
  ...['apim', 'dns'].map((name, index) =>
    resource(
      'azurerm_subnet',
      name,
      `  virtual_network_name = azurerm_virtual_network.net.name
  address_prefixes     = ["10.0.${index + 1}.0/27"]`,
    ),
  ),
  resource(
    'azurerm_network_security_group',
    'deny',
    `  security_rule {
    name                       = "deny"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }`,
  ),
].join('');

const outbound = resource(
  'azurerm_network_security_group',
  'out',
  `  security_rule {
    name                       = "NoDns"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "10.0.2.4"
  }`,
);
const joined = (group: string) =>
  resource(
    'azurerm_subnet_network_security_group_association',
    'apim',
    `  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.${group}.id`,
  );
const servers = resource(
  'azurerm_virtual_network_dns_servers',
  'dns',
  '  virtual_network_id = azurerm_virtual_network.net.id\n  dns_servers = ["10.0.2.4"]',
);
const ofServer = `${resource(
  'azurerm_network_interface',
  'dns',
  `  ip_configuration {
    subnet_id          = azurerm_subnet.dns.id
    private_ip_address = "10.0.2.4"
  }`,
)}${resource(
  'azurerm_network_interface_security_group_association',
  'dns',
  `  network_interface_id      = azurerm_network_interface.dns.id
  network_security_group_id = azurerm_network_security_group.deny.id`,
)}`;
const routes = `${resource(
  'azurerm_route_table',
  'drop',
  '  route {\n    name = "all"\n    address_prefix = "0.0.0.0/0"\n    next_hop_type = "None"\n  }',
)}${resource(
  'azurerm_subnet_route_table_association',
  'apim',
  '  subnet_id = azurerm_subnet.apim.id\n  route_table_id = azurerm_route_table.drop.id',
)}`;
const manager = 'azurerm_network_manager';
const admin = [
  resource(`${manager}_network_group`, 'group', ''),
  resource(
    `${manager}_static_member`,
    'member',
    `  network_group_id          = ${manager}_network_group.group.id
  target_virtual_network_id = azurerm_virtual_network.net.id`,
  ),
  resource(`${manager}_security_admin_configuration`, 'all', ''),
  resource(
    `${manager}_admin_rule_collection`,
    'all',
    `  security_admin_configuration_id = ${manager}_security_admin_configuration.all.id
  network_group_ids               = [${manager}_network_group.group.id]`,
  ),
  resource(
    `${manager}_admin_rule`,
    'deny',
    `  admin_rule_collection_id = ${manager}_admin_rule_collection.all.id
  action    = "Deny"
  direction = "Outbound"
  priority  = 1
  protocol  = "Any"`,
  ),
  resource(
    `${manager}_deployment`,
    'west',
    `  location          = "westeurope"
  scope_access      = "SecurityAdmin"
  configuration_ids = [${manager}_security_admin_configuration.all.id]`,
  ),
].join('');
const endpoint = resource(
  'azurerm_private_endpoint',
  'inbound',
  `  subnet_id = azurerm_subnet.dns.id
  private_service_connection {
    private_connection_resource_id = azurerm_api_management.contoso.id
  }`,
);

const set = { to: ['203.0.113.4'], ports: ['443'], protocol: 'TCP' };
const flows = [
  { name: 'allow', reason: 'because', allow: [set] },
  { name: 'deny', reason: 'because', deny: [set] },
];

/** The outcomes that are certain, where a variable has the value, or none. */
function certainIn(text: string, isThere?: boolean): ReadonlySet<string> {
  const { ownFlows, findings, ...report } = validateInput(
    { source: { files: [{ path: 'main.tf', text }] } },
    {
      serviceTagFiles: [],
      whatIf: 'NONE',
      service: 'contoso',
      flows,
      ...(isThere !== undefined && { parameters: { isThere } }),
    },
  );
  return new Set(
    [
      ...ownFlows.map(({ name, outcome }) => `${name} ${outcome}`),
      ...report.flows.map(({ key, outcome }) => `${key} ${outcome}`),
      ...findings.map(({ checkId, outcome }) => `${checkId} ${outcome}`),
    ].filter((one) => /(HOLDS|BROKEN|ALLOWED|DENIED|FAIL)$/.test(one)),
  );
}

describe('under a condition', () => {
  it.each([
    ['azurerm_subnet_network_security_group_association', joined('deny')],
    ['azurerm_subnet_route_table_association', routes],
    ['azurerm_virtual_network_dns_servers', joined('out') + outbound + servers],
    [
      'azurerm_network_interface_security_group_association',
      joined('out') + outbound.replace('10.0.2.4', '10.0.9.4') + servers + ofServer,
    ],
    [`${manager}_static_member`, joined('deny') + admin],
    [`${manager}_admin_rule`, joined('deny') + admin],
    [`${manager}_deployment`, joined('deny') + admin],
    ['azurerm_private_endpoint', endpoint],
  ])('%s', (type, more) => {
    const text = `variable "isThere" {}\n${network}${more}`;
    const start = new RegExp(`(resource "${type}" "\\w+" \\{\\n)`);
    expect(text).toMatch(start);
    const open = text.replace(start, '$1  count = var.isThere ? 1 : 0\n');
    const [here, missing, perhaps] = [
      certainIn(open, true),
      certainIn(open, false),
      certainIn(open),
    ];
    expect([...here]).not.toEqual([...missing]);
    expect([...perhaps].filter((one) => !here.has(one) || !missing.has(one))).toEqual([]);
  });
});
