#!/usr/bin/env bash
# Creates a private zone for each host name and links it. Set the values first.
set -euo pipefail

RESOURCE_GROUP='my-resource-group'
# Name of the virtual network, or its id where it is in another resource group.
VIRTUAL_NETWORK='my-virtual-network'
PRIVATE_ADDRESS='10.0.0.5'

for zone_name in \
  contoso.azure-api.net \
  contoso.portal.azure-api.net \
  contoso.developer.azure-api.net \
  contoso.management.azure-api.net \
  contoso.configuration.azure-api.net \
  contoso.scm.azure-api.net
do
  az network private-dns zone create \
    --resource-group "$RESOURCE_GROUP" \
    --name "$zone_name"
  az network private-dns record-set a add-record \
    --resource-group "$RESOURCE_GROUP" \
    --zone-name "$zone_name" \
    --record-set-name @ \
    --ipv4-address "$PRIVATE_ADDRESS"
  az network private-dns link vnet create \
    --resource-group "$RESOURCE_GROUP" \
    --zone-name "$zone_name" \
    --name apim \
    --virtual-network "$VIRTUAL_NETWORK" \
    --registration-enabled false
done
