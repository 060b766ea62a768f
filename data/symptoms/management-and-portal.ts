/** What goes wrong with the management endpoint, the developer portal and signing in. */

import type { Symptom } from '../model.ts';
import { cite, endpoint, fact, forcedTunneling, internalDns, portTable, rule } from './define.ts';

const graph = cite('internal-mode-2026-08-24', 'Troubleshoot connection to Microsoft Graph');
const behindGateway = cite(
  'application-gateway-2023-04-17',
  'Expose the developer portal and management endpoint externally through Application Gateway',
);

export const managementSymptoms: readonly Symptom[] = [
  {
    id: 'management-unreachable',
    title: 'The Azure portal cannot load or change APIs',
    texts: [
      'ManagementApiRequestFailed',
      'Failed to connect to management endpoint at <name>.management.azure-api.net:3443',
      '3443 timeout',
      'APIs keep loading in the Azure portal',
    ],
    causes: [
      {
        text: 'Inbound port 3443 from ApiManagement is closed: the rule is missing, or a rule of lower number denies the traffic first.',
        tellApart:
          'validateConfig names the rule that decides; nothing allows TCP port 3443 from ApiManagement.',
        remedy: 'Allow TCP port 3443 from ApiManagement, above every rule that denies.',
        facts: [rule('management-endpoint')],
        checks: ['required-flow-denied', 'required-flow-partial', 'rule-shadowed'],
        citations: [portTable],
      },
      {
        text: 'A default route to a firewall sends the replies another way, so connections time out although the rule is right.',
        tellApart:
          'The security group allows the traffic; the route table has 0.0.0.0/0 and no route for ApiManagement.',
        remedy: 'Add a route for the service tag ApiManagement with next hop Internet.',
        facts: [
          fact('management-return-route'),
          fact('management-route-china'),
          fact('management-bypass-accepted'),
        ],
        checks: ['control-plane-route', 'traffic-force-tunneled'],
        citations: [forcedTunneling],
      },
      {
        text: 'The rule names old control-plane addresses instead of the tag, and the region has got another one.',
        tellApart: 'The source of the rule is a list of addresses.',
        remedy: 'Use the service tag ApiManagement as the source.',
        facts: [
          fact('control-plane-address-missed'),
          fact('control-plane-addresses-changed-march-2023'),
        ],
        checks: ['retired-control-plane-address', 'required-flow-partial'],
        citations: [
          cite('vnet-reference-2026-04-30', 'Control plane IP addresses'),
          cite(
            'breaking-change-source-ip-2022-02-07',
            'Resource provider source IP address updates',
            'INFERRED',
          ),
        ],
      },
    ],
  },
  {
    id: 'portal-blank',
    title: 'The developer portal stays blank',
    texts: [
      'Developer portal blank',
      'Portal blank',
      'Portal loads no content',
      'Unable to load the developer portal content',
      'Empty developer portal in internal mode',
    ],
    causes: [
      {
        text: 'The browser cannot reach the management endpoint, which the administrative interface of the portal calls.',
        tellApart:
          'The network view of the browser shows failed calls to <name>.management.azure-api.net; nslookup gives no private address for it.',
        remedy:
          'Let <name>.management.azure-api.net resolve to the private address wherever the portal is opened, and publish it through the application gateway as well.',
        facts: [
          fact('developer-portal-management-endpoint'),
          fact('internal-host-management'),
          fact('application-gateway-portal'),
        ],
        checks: [],
        citations: [
          cite(
            'developer-portal-faq-2022-02-04',
            'Do I need to enable additional VNet connectivity for the managed portal dependencies?',
          ),
          internalDns,
          behindGateway,
        ],
      },
      {
        text: 'The web application firewall in front of the portal blocks its requests.',
        tellApart:
          'The firewall log shows rules such as 942200 or 942370 for the host of the portal.',
        remedy: 'Switch those rules off for the host of the portal.',
        facts: [fact('application-gateway-firewall-rules')],
        checks: [],
        citations: [behindGateway],
      },
      {
        text: 'The portal was never published, or publishing fails for want of Azure Storage.',
        tellApart: 'Publishing in the administrative interface ends with an error.',
        remedy: 'Allow outbound TCP port 443 to Storage, then publish the portal.',
        facts: [endpoint('developer-portal-publishing'), rule('storage')],
        checks: ['required-flow-denied'],
        citations: [cite('vnet-reference-2026-04-30', 'Publishing the developer portal')],
      },
    ],
  },
  {
    id: 'portal-sign-up-fails',
    title: 'Nobody can sign up or reset a password',
    texts: [
      'Developer portal sign-up fails',
      'Password reset fails in the developer portal',
      'CAPTCHA does not load',
    ],
    causes: [
      {
        text: 'The host of the CAPTCHA is blocked; it is another one since 30 September 2025.',
        tellApart: 'Network status shows a failure for the CAPTCHA endpoint.',
        remedy:
          'Allow partner.prod.repmap.microsoft.com, in Azure Government partner.prod.repmap.microsoft.us.',
        facts: [endpoint('captcha-public'), endpoint('captcha-us-government')],
        checks: [],
        citations: [
          cite('breaking-change-captcha-2022-09-06', 'Is my service affected by this change?'),
          cite('breaking-change-captcha-2022-09-06', 'What do I need to do?'),
        ],
      },
      {
        text: 'E-mails with the confirmation do not arrive.',
        tellApart: 'The sign-up works and no mail comes.',
        remedy:
          'Look at the mail settings; the relay hosts of the documents of 2019 and 2021 are no longer listed.',
        facts: [endpoint('smtp-relay')],
        checks: [],
        citations: [cite('internal-mode-2026-08-24', 'Verify network status', 'INFERRED')],
      },
    ],
  },
  {
    id: 'entra-sign-in-fails',
    title: 'Signing in with Microsoft Entra ID fails',
    texts: [
      'AADSTS',
      'AADSTS50011',
      'Sign-in to the developer portal with Entra ID fails',
      'Azure AD login fails',
    ],
    causes: [
      {
        text: 'The subnet cannot reach Microsoft Entra ID or Microsoft Graph.',
        tellApart:
          'From a machine in the network, GET https://graph.microsoft.com/v1.0/$metadata does not answer.',
        remedy:
          'Allow outbound TCP port 443 to AzureActiveDirectory and let graph.microsoft.com resolve.',
        facts: [rule('entra-id'), endpoint('microsoft-graph'), endpoint('entra-id')],
        checks: ['required-flow-denied'],
        citations: [graph, cite('vnet-reference-2026-04-30', 'Microsoft Entra integration')],
      },
      {
        text: 'The portal is called by another host name, through Front Door or an application gateway, that the app registration does not list (AADSTS50011).',
        tellApart: 'The error names a redirect URI with the host name of the proxy.',
        remedy: 'Add the URL of the portal behind the proxy to the app registration.',
        facts: [fact('front-door-portal')],
        checks: [],
        citations: [
          cite('front-door-2022-09-27', 'Configure Front Door for developer portal'),
          cite(
            'front-door-2022-09-27',
            'Configure Front Door for developer portal: error',
            'INFERRED',
          ),
        ],
      },
      {
        text: 'An application gateway spreads the requests of one sign-in over several backends.',
        tellApart: 'The sign-in works without the application gateway.',
        remedy: 'Turn on cookie-based affinity in the application gateway.',
        facts: [fact('application-gateway-portal')],
        checks: [],
        citations: [behindGateway],
      },
    ],
  },
];
