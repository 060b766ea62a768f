#!/usr/bin/env bash
# Creates network security groups with the rules. Set the names first.
set -euo pipefail

RESOURCE_GROUP='my-resource-group'
NSG_NAME='nsg-apim'
# The region of the virtual network.
LOCATION=$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)

# region of the virtual network

# Then give it to the subnet: az network vnet subnet update --network-security-group "$NSG_NAME" ...
az network nsg create \
  --resource-group "$RESOURCE_GROUP" \
  --name "$NSG_NAME" \
  --location "$LOCATION"

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name "$NSG_NAME" \
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
