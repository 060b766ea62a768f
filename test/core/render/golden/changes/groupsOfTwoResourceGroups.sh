#!/usr/bin/env bash
# Changes and adds rules to network security groups that exist. Set the names first.
set -euo pipefail

RESOURCE_GROUP_WESTEUROPE='rg-a'
RESOURCE_GROUP_NORTHEUROPE='rg-b'
RESOURCE_GROUP_UKSOUTH='my-resource-group'
NSG_NAME_WESTEUROPE='a'
NSG_NAME_NORTHEUROPE='b'
NSG_NAME_UKSOUTH='nsg-apim-uksouth'

# westeurope

az network nsg rule update \
  --resource-group "$RESOURCE_GROUP_WESTEUROPE" \
  --nsg-name "$NSG_NAME_WESTEUROPE" \
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

# northeurope

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP_NORTHEUROPE" \
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

# uksouth

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP_UKSOUTH" \
  --nsg-name "$NSG_NAME_UKSOUTH" \
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
