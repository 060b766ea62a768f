#!/usr/bin/env bash
# Changes and adds rules to network security groups that exist. The names are those of the input.
set -euo pipefail

RESOURCE_GROUP='rg'
NSG_NAME='nsg'

# westeurope

az network nsg rule update \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME" \
  --name Allow-Inbound-ManagementEndpoint \
  --priority 200 \
  --direction Inbound \
  --access Allow \
  --protocol Icmp \
  --source-address-prefixes ApiManagement \
  --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork \
  --destination-port-ranges 3443 \
  --description 'Management endpoint'

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME" \
  --name Allow-Outbound-EventHub-WestEurope \
  --priority 200 \
  --direction Outbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes 10.0.0.0/24 10.0.2.0/24 \
  --source-port-ranges '*' \
  --destination-address-prefixes EventHub.WestEurope \
  --destination-port-ranges 5671 5672 443 \
  --description 'Event Hubs'
