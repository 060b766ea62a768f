/** What people write instead of the words of the documents: short forms, older names, complaints. */

/** A group is one thing that the text asks for, by any of its words. */
export type WordGroup = readonly string[];

interface Synonym {
  /** Words or phrases as people write them, in lower case. */
  readonly written: readonly string[];
  /** What they ask for; empty where they add nothing. */
  readonly means: readonly WordGroup[];
}

export const synonyms: readonly Synonym[] = [
  { written: ['azure api management', 'api management'], means: [] },
  {
    written: [
      'udr',
      'udrs',
      'user-defined route',
      'user-defined routes',
      'user defined route',
      'user defined routes',
      'route table',
      'route tables',
    ],
    means: [['route', 'routes', 'user-defined']],
  },
  {
    written: ['nva', 'virtual appliance', 'network virtual appliance', 'azure firewall'],
    means: [['firewall', 'appliance']],
  },
  {
    written: [
      'force tunnel',
      'force tunneling',
      'force tunnelling',
      'forced tunnelling',
      'forced tunnel',
      'forced tunneling',
      'force-tunnel',
      'force-tunneled',
      'default route',
      '0.0.0.0/0',
    ],
    means: [['default', 'tunneled', 'tunneling', 'forced-tunneling']],
  },
  {
    written: ['aad', 'azure ad', 'azuread', 'azure active directory', 'active directory'],
    means: [['entra', 'AzureActiveDirectory']],
  },
  { written: ['aadsts'], means: [['AADSTS', 'entra']] },
  { written: ['msal', 'adal'], means: [['entra']] },
  {
    written: ['nsg', 'nsgs', 'network security group', 'security group'],
    means: [['security']],
  },
  { written: ['vnet', 'vnets', 'virtual network'], means: [['network']] },
  { written: ['keyvault', 'akv', 'kv'], means: [['vault']] },
  { written: ['cosmos'], means: [['cosmos']] },
  { written: ['sql server', 'mssql', 'sql database'], means: [['sql']] },
  { written: ['blob', 'storage account'], means: [['storage']] },
  { written: ['redis cache', 'managed redis'], means: [['redis']] },
  {
    written: ['ip', 'ips', 'ip address', 'ip addresses', 'pip'],
    means: [['address', 'addresses']],
  },
  { written: ['vip'], means: [['address', 'vip']] },
  {
    written: ['outbound ip', 'egress ip', 'source ip', 'snat'],
    means: [['outbound', 'backends'], ['address']],
  },
  {
    written: ['static ip', 'stable ip'],
    means: [
      ['static', 'last'],
      ['address', 'addresses'],
    ],
  },
  { written: ['vm', 'vms', 'virtual machine', 'virtual machines'], means: [['machine']] },
  { written: ['share', 'shares', 'sharing'], means: [['shared', 'share']] },
  { written: ['fit', 'fits'], means: [['room']] },
  { written: ['leave', 'leaves', 'leaving'], means: [['left', 'leave', 'return']] },
  { written: ['how long'], means: [['minutes', 'hours', 'hour']] },
  { written: ['downtime', 'outage'], means: [['interrupt', 'down', 'downtime']] },
  { written: ['hub and spoke', 'hub', 'spoke', 'spokes'], means: [['peered', 'peering', 'hub']] },
  { written: ['express route'], means: [['ExpressRoute']] },
  { written: ['time sync', 'time synchronization', 'clock'], means: [['ntp', 'time']] },
  { written: ['ocsp', 'crl'], means: [['revocation', 'certificate', 'ocsp']] },
  { written: ['ilb', 'internal load balancer'], means: [['balancer'], ['internal', 'dynamic']] },
  { written: ['pe', 'private link', 'privatelink'], means: [['private'], ['endpoint']] },
  {
    written: ['shgw', 'self hosted gateway', 'selfhosted gateway'],
    means: [['self-hosted']],
  },
  { written: ['afd', 'frontdoor'], means: [['front'], ['door']] },
  {
    written: ['appgw', 'agw', 'app gateway', 'appgateway'],
    means: [['application'], ['gateway']],
  },
  { written: ['waf'], means: [['firewall'], ['application']] },
  { written: ['natgw', 'nat gw'], means: [['nat']] },
  { written: ['cert', 'certs', 'ssl'], means: [['certificate', 'certificates']] },
  { written: ['mail', 'email', 'e-mail', 'smtp'], means: [['smtp', 'mail', 'e-mail']] },
  { written: ['app insights', 'appinsights'], means: [['insights']] },
  { written: ['authorizations', 'connectors'], means: [['credential', 'AzureConnectors']] },
  { written: ['allow list', 'allowlist', 'whitelist', 'acl'], means: [['allow', 'allowed']] },
  {
    written: ['scale out', 'scale-out', 'scaling', 'more units'],
    means: [['scaling', 'units', 'unit']],
  },
  { written: ['az', 'zone redundant', 'zone redundancy'], means: [['zones']] },
  { written: ['fqdn', 'fqdns', 'hostname', 'hostnames'], means: [['host', 'names', 'name']] },
  {
    written: [
      'name resolution',
      'nslookup',
      'nxdomain',
      'err_name_not_resolved',
      'errorresolvinghostname',
      'name not resolved',
      'could not be resolved',
      'cannot be resolved',
      'cannot resolve',
      'does not resolve',
    ],
    means: [['dns', 'resolve', 'resolves']],
  },
  { written: ['pricing tier', 'sku', 'skus'], means: [['tier', 'tiers']] },
  { written: ['blank', 'empty page', 'white page'], means: [['blank', 'empty']] },
  {
    written: ['timeout', 'times out', 'time out', 'timed out', 'timeouts'],
    means: [['timeout', 'time']],
  },
  { written: ['git repo'], means: [['git']] },
  {
    written: ['unpaid', 'nonpayment', 'reactivation', 'reactivated'],
    means: [['subscription'], ['unpaid', 'nonpayment']],
  },
  { written: ['bandwidth', 'latency'], means: [['latency']] },
  {
    written: ['multi region', 'multiregion', 'multi-region'],
    means: [['multi-region', 'regions']],
  },
  { written: ['capacity'], means: [['capacity', 'creation']] },
  { written: ['find', 'look up', 'lookup', 'retrieve'], means: [['read', 'shows']] },
  { written: ['public-facing', 'public facing', 'internet facing'], means: [['internet-facing']] },
  { written: ['resources'], means: [['resources', 'backends', 'resource']] },
  { written: ['incoming'], means: [['incoming', 'inbound']] },
  {
    written: ['block', 'blocks', 'blocked', 'blocking'],
    means: [['deny', 'denies', 'denied', 'blocked', 'blocks']],
  },
  {
    written: ['roll back', 'rollback', 'rolled back', 'revert'],
    means: [['migrated', 'migration', 'ended']],
  },
  { written: ['outgoing', 'egress'], means: [['outbound']] },
  { written: ['ingress'], means: [['inbound']] },
  { written: ['switch', 'switching', 'switched'], means: [['switched']] },
  { written: ['peering', 'peered'], means: [['peered', 'peering']] },
];

const byLength = synonyms
  .flatMap(({ written, means }) => written.map((phrase) => ({ phrase, means })))
  .sort((one, other) => other.phrase.length - one.phrase.length);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = byLength.map(({ phrase, means }) => ({
  // AADSTS50011 is AADSTS with a number.
  pattern: new RegExp(
    `(?<![\\w-])${escaped(phrase)}${phrase === 'aadsts' ? '\\d*' : ''}(?![\\w-])`,
    'gi',
  ),
  means,
}));

/** The text without what is a synonym, and what that asks for. */
export function replaceSynonyms(text: string): {
  readonly rest: string;
  readonly groups: readonly WordGroup[];
} {
  const groups: WordGroup[] = [];
  let rest = text;
  for (const { pattern, means } of patterns) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    rest = without;
    groups.push(...means);
  }
  return { rest, groups };
}
