#!/usr/bin/env bash
# Adds the rules to network security groups that exist. Set the names first.
set -euo pipefail

RESOURCE_GROUP='my-resource-group'
NSG_NAME_WESTEUROPE='nsg-apim-westeurope'
NSG_NAME_NORTHEUROPE='nsg-apim-northeurope'

# westeurope

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME_WESTEUROPE" \
  --name Allow-Inbound-ManagementEndpoint \
  --priority 200 \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes ApiManagement \
  --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork \
  --destination-port-ranges 3443 \
  --description 'Management endpoint'

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME_WESTEUROPE" \
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

# northeurope

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME_NORTHEUROPE" \
  --name Allow-Inbound-ManagementEndpoint \
  --priority 200 \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes ApiManagement \
  --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork \
  --destination-port-ranges 3443 \
  --description 'Management endpoint'

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME_NORTHEUROPE" \
  --name Allow-Inbound-ManagementEndpoint \
  --priority 220 \
  --direction Inbound \
  --access Allow \
  --protocol Udp \
  --source-address-prefixes ApiManagement \
  --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork \
  --destination-port-ranges 3443 \
  --description 'Management endpoint'
