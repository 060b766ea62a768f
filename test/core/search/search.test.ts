/** Texts that people type, and the page that must be first. */

import { describe, expect, it, test } from 'vitest';
import { factPages } from '../../../core/search/fact-pages.ts';
import { otherNames } from '../../../core/search/other-names.ts';
import { search, searchSymptoms } from '../../../core/search/search.ts';
import { catalog } from '../../../data/index.ts';

const first = (text: string) => {
  const [hit] = search(text);
  return hit && `${hit.kind} ${hit.id}`;
};

describe('search: the first hit', () => {
  test.each<[string, string | RegExp]>([
    // Complaints and error texts: the likeliest fact, see also the symptoms below.
    ['portal blank', 'NETWORK_FACT developer-portal-management-endpoint'],
    ['developer portal loads no content', 'NETWORK_FACT developer-portal-management-endpoint'],
    ['3443 timeout', 'PORT_RULE management-endpoint'],
    ['apim 3443 timeout', 'PORT_RULE management-endpoint'],
    ['ManagementApiRequestFailed', 'PORT_RULE management-endpoint'],
    ['AADSTS', 'PORT_RULE entra-id'],
    ['AADSTS50011', 'PORT_RULE entra-id'],
    ['ActivateApimServiceFailed', 'NETWORK_FACT activation-failure'],
    ['Unable to activate API service at this time', 'NETWORK_FACT activation-failure'],
    ['activation failed after 40 minutes', 'NETWORK_FACT activation-failure'],
    ['network status red', 'NETWORK_FACT network-status-required'],
    ['InUseSubnetCannotBeDeleted', 'NETWORK_FACT network-lock'],
    ['502 bad gateway application gateway', 'NETWORK_FACT probe-path'],
    ['ForbiddenByFirewall', 'NETWORK_FACT key-vault-trusted-exception'],
    ['public network access is disabled 403', 'NETWORK_FACT public-access-off-answer'],
    ['self-hosted gateway does not connect', /NETWORK_FACT self-hosted-gateway/],
    // Other words for the same.
    ['redis', 'PORT_RULE external-cache'],
    ['UDR', /^NETWORK_FACT (route-service-tag|.*return-route)/],
    ['NVA', /forced-tunnel|force-tunneled/],
    ['force tunnel', 'NETWORK_FACT forced-tunneling-breaks-dependencies'],
    ['AAD', /entra-id$|AzureActiveDirectory/],
    ['azure ad', /entra-id$|AzureActiveDirectory/],
    ['smtp', /smtp/],
    ['VNet peering', /peering|peered/],
    ['private link', /private-endpoint/],
    ['AFD', /front-door/],
    ['app gateway WAF', 'NETWORK_FACT application-gateway-firewall-rules'],
    ['shgw', /self-hosted-gateway/],
    ['NAT gateway', /nat-gateway/],
    ['regional host name', 'NETWORK_FACT regional-host-name'],
    ['health probe path', 'NETWORK_FACT probe-path'],
    ['key vault firewall', /key-vault-firewall/],
    ['backup storage firewall', /backup/],
    ['user-assigned identity key vault', 'NETWORK_FACT key-vault-firewall-identity'],
    [
      'workspace gateway change network later',
      'NETWORK_FACT workspace-gateway-network-at-creation',
    ],
    ['legacy portal', 'NETWORK_FACT legacy-portal-retired'],
    ['trusted services', /trusted/],
    // Plain questions.
    ['does the IP change when switching external internal', 'IP_CHANGE_TRIGGER mode-switched'],
    ['where do I find private and public IP of my instance', 'NETWORK_FACT addresses-in-resource'],
    ['reactivation unpaid subscription IP', 'IP_CHANGE_TRIGGER subscription-disabled'],
    [
      'public VIP used to access public-facing resources',
      'NETWORK_FACT outbound-to-public-backends',
    ],
    ['networking options by tier', /^TIER/],
    ['limit incoming traffic only to private endpoints', /public-access-off/],
    ['2019 port 80 443 Internet', /^PORT_RULE/],
    ['what ports does apim need', /^PORT_RULE/],
    ['is the private IP known before deployment', 'SUBNET_RULE subnet-dynamic-private-addresses'],
    ['subnet delegation premium v2', /delegation/],
    ['minimum subnet size', /minimum-size/],
    ['availability zones change IP', 'IP_CHANGE_TRIGGER availability-zones-changed'],
    ['custom DNS server', /dns-custom/],
    ['outbound IP of consumption tier', 'NETWORK_FACT outbound-without-dedicated-address'],
    // Names, ports, hosts and addresses.
    ['West Europe', 'REGION westeurope'],
    ['rules for Premium internal in West US', 'REGION westus'],
    ['443', 'PORT_RULE client-traffic'],
    ['1886', 'PORT_RULE azure-monitor'],
    ['6390', 'PORT_RULE load-balancer'],
    ['6382', 'PORT_RULE internal-cache'],
    ['udp 4290', 'PORT_RULE rate-limit-counters'],
    ['20.37.52.67', 'REGION australiacentral'],
    ['who is 51.145.179.78', 'REGION westeurope'],
    ['168.63.129.16', /dns-platform-traffic|front-door-addresses/],
    ['partner.prod.repmap.microsoft.com', 'ENDPOINT captcha-public'],
    ['contoso.configuration.azure-api.net', 'ENDPOINT self-hosted-gateway-configuration'],
    ['fe2.update.microsoft.com', 'ENDPOINT windows-update'],
    ['ApiManagement', 'SERVICE_TAG ApiManagement'],
    ['what is the ApiManagement tag', 'SERVICE_TAG ApiManagement'],
    // What people ask in forums.
    ['firewall', 'NETWORK_FACT forced-tunneling-breaks-dependencies'],
    ['azure firewall', 'NETWORK_FACT forced-tunneling-breaks-dependencies'],
    ['external mode with UDR to azure firewall', 'NETWORK_FACT client-return-routes'],
    ['how many units fit in a /28', 'SUBNET_RULE subnet-two-addresses-per-unit'],
    ['what happens when I leave a subnet', 'NETWORK_FACT network-lock'],
    ['delete virtual network stuck apim', 'NETWORK_FACT network-lock'],
    ['time sync', 'ENDPOINT ntp'],
    ['NTP port 123', 'ENDPOINT ntp'],
    ['why do we need a dedicated subnet for apim', 'SUBNET_RULE subnet-shared-stv2'],
    ['can APIM be in the same subnet as a VM', 'SUBNET_RULE subnet-shared-stv2'],
    ['delegate subnet to Microsoft.ApiManagement', 'SUBNET_RULE subnet-no-delegation'],
    ['does internal mode with zones require a public IP', 'NETWORK_FACT public-ip-optional'],
    ['does API Management work with ExpressRoute', 'NETWORK_FACT injection-reach'],
    ['hub and spoke peering', 'NETWORK_FACT injection-reach'],
    ['can I move APIM to another virtual network', 'IP_CHANGE_TRIGGER subnet-changed'],
    ['can standard v2 be deployed in internal mode', 'NETWORK_FACT v2-no-injection'],
    ['static outbound IP for standard v2', 'NETWORK_FACT outbound-without-dedicated-address'],
    ['whitelist APIM IP in backend firewall', 'NETWORK_FACT outbound-to-public-backends'],
    ['subnet size for premium with 2 regions', /subnet-minimum-size|subnet-per-location/],
    ['how long does it take to apply network changes', 'NETWORK_FACT update-duration'],
    ['does changing subnet cause downtime', /subnet-changed|update-/],
    ['custom domain private DNS zone standard v2', 'NETWORK_FACT v2-custom-name-public'],
    ['function app private endpoint apim cannot reach', /no-network-no-private-backends/],
    ['flow logs deny 169.254.169.254', 'NETWORK_FACT platform-addresses-not-filtered'],
    ['Failed to connect to management endpoint x.azure-api.net:3443', /management-endpoint/],
    ['OCSP CRL certificate outbound', 'PORT_RULE certificate-validation'],
    ['do I need the AzureLoadBalancer rule', 'PORT_RULE load-balancer'],
    ['log to event hub from internal VNet port', 'PORT_RULE event-hub'],
    ['application insights telemetry missing in vnet', 'PORT_RULE azure-monitor'],
    ['stv1 to stv2 migration IP change', 'IP_CHANGE_TRIGGER platform-migrated'],
    ['developer portal captcha not loading', 'ENDPOINT captcha-public'],
    ['managed identity key vault forbidden', 'NETWORK_FACT key-vault-trusted-exception'],
    [
      'ApiManagement service tag as source in azure firewall network rule',
      'NETWORK_FACT service-tag-enforcement-points',
    ],
    [
      'what do VMs in other subnets need to open the developer portal',
      'NETWORK_FACT developer-portal-management-endpoint',
    ],
    [
      'block outbound internet traffic standard v2',
      'NETWORK_FACT v2-internet-egress-may-be-denied',
    ],
    ['deny outbound internet on standard v2', 'NETWORK_FACT v2-internet-egress-may-be-denied'],
    ['deny outbound internet on premium', /^(?!NETWORK_FACT v2-)/],
    ['service tags in azure firewall', 'NETWORK_FACT service-tag-enforcement-points'],
    ['zone named azure-api.net', 'NETWORK_FACT internal-no-apex-zone'],
    ['azure firewall policy', 'NETWORK_FACT firewall-rule-order'],
    [
      'access the new developer portal in internal vnet mode',
      'NETWORK_FACT internal-host-developer-portal',
    ],
    ['private DNS zone name azure-api.net is not permitted', 'NETWORK_FACT internal-no-apex-zone'],
    ['can I roll back from stv2 to stv1', 'NETWORK_FACT stv1-retired'],
    [
      'private endpoint not supported as it is set up in Virtual Network Type Internal',
      'NETWORK_FACT private-endpoint-excludes-injection',
    ],
    [
      'standard v2 public network access disabled requires private endpoint',
      'NETWORK_FACT public-access-off-needs-private-endpoint',
    ],
    ['does API Management support classic vnet', 'NETWORK_FACT resource-manager-virtual-network'],
    ['NetworkSecurityGroupNotFound', 'CHECK nsg-missing'],
    ['destination for UDP 123 NTP', 'ENDPOINT ntp'],
    ['management endpoint of a custom domain', 'NETWORK_FACT custom-name-replaces-default'],
  ])('"%s": %s', (text, expected) => {
    if (typeof expected === 'string') expect(first(text)).toBe(expected);
    else expect(first(text)).toMatch(expected);
  });
});

describe('search', () => {
  test.each([
    ['portal blank', 'portal-blank'],
    ['3443 timeout', 'management-unreachable'],
    ['AADSTS', 'entra-sign-in-fails'],
    ['activation failed after 40 minutes', 'activation-failed'],
    ['ForbiddenByFirewall', 'key-vault-denied'],
  ])('"%s": the symptom is among the first two', (text, id) => {
    const hits = search(text).slice(0, 2);
    expect(hits.map((hit) => `${hit.kind} ${hit.id}`)).toContain(`SYMPTOM ${id}`);
  });

  // A v2 need not be a tier of API Management, and a text may name both generations.
  test.each([
    ['application gateway waf v2 internal mode', 'internal-mode-public-by-application-gateway', 1],
    ['app gateway waf_v2 firewall rules', 'firewall-rule-order', 3],
    ['app gateway waf_v2 firewall rules', 'application-gateway-firewall-rules', 3],
    ['nat gateway v2', 'nat-gateway-premium', 1],
    ['migrate classic premium to v2 subnet size', 'subnet-no-delegation', 3],
    ['upgrade stv1 to premium v2', 'stv1-retired', 3],
    ['minimum subnet size premium or premium v2', 'subnet-minimum-size', 3],
    ['self-hosted gateway premium v2', 'self-hosted-gateway-tiers', 1],
    ['ai gateway private endpoint standard v2', 'ai-gateway-private-endpoint', 4],
  ])('"%s": %s is among the first %i', (text, id, count) => {
    expect(
      search(text)
        .slice(0, count)
        .map((hit) => hit.id),
    ).toContain(id);
  });

  it('finds an address of a region that no page prints by its prefix', () => {
    const [prefix] = catalog.serviceTagExtracts.PUBLIC.apiManagementByRegion.PolandCentral ?? [];
    expect(first(prefix?.split('/')[0] ?? '')).toBe('REGION polandcentral');
  });

  it('knows every fact that has another name', () => {
    const pages = new Set(factPages.map(({ kind, id }) => `${kind} ${id}`));
    expect(Object.keys(otherNames).filter((key) => !pages.has(key))).toEqual([]);
  });

  it('finds a check by an earlier id', () => {
    expect(first('forced-tunnel')).toBe('CHECK traffic-force-tunneled');
  });

  it('ranks below what is named exactly', () => {
    const hits = search('1886');
    expect(hits.map(({ score }) => score)).toEqual(
      hits.map(({ score }) => score).toSorted((one, other) => other - one),
    );
  });

  test.each(['', '  ', 'the of my', '()', '\u0000'])('finds nothing for %j', (text) => {
    expect(search(text)).toEqual([]);
  });

  it('finds every fact by its title, among the first three', () => {
    const lost = factPages
      .filter(({ kind }) => kind !== 'SOURCE')
      .filter(({ kind, id, title }) => {
        const hits = search(title).slice(0, 3);
        return !hits.some((hit) => hit.kind === kind && hit.id === id);
      })
      .map(({ kind, id }) => `${kind} ${id}`);
    expect(lost).toEqual([]);
  });
});

describe('searchSymptoms', () => {
  it.each([
    ['activation failed after 40 minutes', 'activation-failed'],
    ['portal loads no content', 'portal-blank'],
    ['network status red', 'network-status-red'],
    ['my backend says 403 since we scaled out', 'backend-refuses-address'],
    ['certificate expired', 'certificate-not-renewed'],
  ])('"%s": %s', (text, id) => {
    expect(searchSymptoms(text)[0]?.id).toBe(id);
  });

  it('finds a symptom by each of its texts', () => {
    const lost = catalog.symptoms.flatMap(({ id, texts }) =>
      texts.filter((text) => searchSymptoms(text)[0]?.id !== id).map((text) => `${id}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  it('finds nothing for a text that describes none', () => {
    expect(searchSymptoms('qqqq')).toEqual([]);
  });
});
