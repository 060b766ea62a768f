#!/usr/bin/env bash
# Creates a route table; attaching it to the subnet is left to you. Set the values first.
set -euo pipefail

RESOURCE_GROUP='my-resource-group'
ROUTE_TABLE_NAME='rt-apim'
# Private address of the firewall that takes all other traffic; empty for no default route.
FIREWALL_ADDRESS=''
# Address ranges of internet clients, whose replies go around the firewall, separated by spaces.
CLIENT_ADDRESS_PREFIXES=''

az network route-table create \
  --resource-group "$RESOURCE_GROUP" \
  --name "$ROUTE_TABLE_NAME" \
  --location westeurope

az network route-table route create \
  --resource-group "$RESOURCE_GROUP" \
  --route-table-name "$ROUTE_TABLE_NAME" \
  --name apim-control-plane \
  --address-prefix ApiManagement \
  --next-hop-type Internet

for prefix in $CLIENT_ADDRESS_PREFIXES; do
  az network route-table route create \
    --resource-group "$RESOURCE_GROUP" \
    --route-table-name "$ROUTE_TABLE_NAME" \
    --name "client-$(echo "$prefix" | tr ./ -)" \
    --address-prefix "$prefix" \
    --next-hop-type Internet
done

if [ -n "$FIREWALL_ADDRESS" ]; then
  az network route-table route create \
    --resource-group "$RESOURCE_GROUP" \
    --route-table-name "$ROUTE_TABLE_NAME" \
    --name default \
    --address-prefix 0.0.0.0/0 \
    --next-hop-type VirtualAppliance \
    --next-hop-ip-address "$FIREWALL_ADDRESS"
fi
