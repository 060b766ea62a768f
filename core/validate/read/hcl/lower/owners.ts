/** Groups and route tables: which resources hold their parts, and which join them to subnets. */

export const groupType = 'azurerm_network_security_group';

/** A resource that holds others, and how it is named by these. */
export interface Owner {
  readonly type: string;
  /** The list in it that has the same as the resources of their own. */
  readonly list: string;
  readonly part: string;
  readonly name: string;
  /** The association of a subnet with it, and the field that names it. */
  readonly association: string;
  readonly id: string;
}

export const owners: readonly Owner[] = [
  {
    type: groupType,
    list: 'security_rule',
    part: 'azurerm_network_security_rule',
    name: 'network_security_group_name',
    association: 'azurerm_subnet_network_security_group_association',
    id: 'network_security_group_id',
  },
  {
    type: 'azurerm_route_table',
    list: 'route',
    part: 'azurerm_route',
    name: 'route_table_name',
    association: 'azurerm_subnet_route_table_association',
    id: 'route_table_id',
  },
];
