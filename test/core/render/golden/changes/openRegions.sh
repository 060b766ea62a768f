#!/usr/bin/env bash
# Adds the rules to network security groups that exist. Set the names first.
set -euo pipefail

RESOURCE_GROUP_WESTEUROPE='my-resource-group'
RESOURCE_GROUP_UNKNOWN='rg-b'
RESOURCE_GROUP_UNKNOWN2='my-resource-group'
NSG_NAME_WESTEUROPE='nsg-apim-westeurope'
NSG_NAME_UNKNOWN='nsg-apim-unknown'
NSG_NAME_UNKNOWN2='nsg-apim-unknown2'
# The region of the virtual network.
LOCATION_UNKNOWN=$(az group show --name "$RESOURCE_GROUP_UNKNOWN" --query location --output tsv)

# westeurope

# Then give it to the subnet: az network vnet subnet update --network-security-group "$NSG_NAME_WESTEUROPE" ...
az network nsg create \
  --resource-group "$RESOURCE_GROUP_WESTEUROPE" \
  --name "$NSG_NAME_WESTEUROPE" \
  --location westeurope

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP_WESTEUROPE" \
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

# region of the virtual network

# Then give it to the subnet: az network vnet subnet update --network-security-group "$NSG_NAME_UNKNOWN" ...
az network nsg create \
  --resource-group "$RESOURCE_GROUP_UNKNOWN" \
  --name "$NSG_NAME_UNKNOWN" \
  --location "$LOCATION_UNKNOWN"

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP_UNKNOWN" \
  --nsg-name "$NSG_NAME_UNKNOWN" \
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

# region of the virtual network

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP_UNKNOWN2" \
  --nsg-name "$NSG_NAME_UNKNOWN2" \
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
