/** What most readers ask in words has its answer above the hits. */

import { describe, expect, it } from 'vitest';
import { commonAnswer } from '../../site/src/tools/common-answers.ts';

describe('a common question', () => {
  it.each([
    [
      'what ports does apim need',
      '/required-rules/',
      /TCP 3443 from ApiManagement.*TCP 1433 to Sql/s,
    ],
    ['which ports', '/required-rules/', /TCP 1886 and 443 to AzureMonitor/],
    ['nsg rules for api management', '/required-rules/', /TCP 6390 from AzureLoadBalancer/],
    ['open ports', '/required-rules/', /TCP 443 to Storage/],
    ['apim firewall rules', '/required-rules/', /TCP 443 to AzureKeyVault/],
    ['What should I open in the firewall?', '/required-rules/', /TCP 80 to Internet/],
    [
      'inbound ports of internal mode',
      '/required-rules/',
      /^(?!.*Out:)(?!.*Internet)(?!.*external).*in internal mode needs .*TCP 3443 from/s,
    ],
    ['ports internal mode', '/required-rules/', /^(?!.*from Internet).*TCP 3443 from/s],
    ['ports external mode', '/required-rules/', /in external mode needs .*TCP 443 from Internet/s],
    ['which ports internal or external', '/required-rules/', /from Internet in external mode/],
    ['how big subnet', '/subnet-calculator/', /Premium: at least \/29, recommended \/27/],
    ['minimum subnet size for premium v2', '/subnet-calculator/', /Premium v2: at least \/27/],
    ['Will my IP change?', '/will-my-ip-change/', /change in 8 cases: .*Moved to another subnet/],
    ['static ip', '/will-my-ip-change/', /change in 8 cases/],
    ['control plane ip', '/regions/', /service tag ApiManagement.* or says that there are none/],
    ['rss feed of changes', '/guides/follow/', /feed and a calendar/],
    ['github action', '/guides/pipelines/', /annotates the lines of its findings/],
    ['/28', '/subnet-calculator/?prefixLength=28', /room for 5 units/],
    [
      '/26',
      '/subnet-calculator/?prefixLength=26',
      /room for 29 units of a Premium instance in internal mode\./,
    ],
    ['/25', '/subnet-calculator/?prefixLength=25', /room for 31 units .*the most that the tier/],
    ['/8', '/subnet-calculator/?prefixLength=8', /room for 31 units/],
    ['/29', '/subnet-calculator/?prefixLength=29', /room for 1 unit of/],
    ['/30', '/subnet-calculator/?prefixLength=30', /too small/],
    ['check my nsg', '/validate/', /Paste Bicep/],
    ['check bicep rules', '/validate/', /Paste Bicep/],
    ['which tier supports private endpoint', '/tiers/', /Injection \(v2\): Premium v2\.\nOutbound/],
    ['vnet tiers', '/tiers/', /External injection: Developer and Premium\./],
    ['what changed since 2023', '/changes/', /^Since 2023: 26 changes up to .* now port 10000/],
    ['what changed since 2026', '/changes/', /^Since 2026: 1 change up to/],
    ['since 2030 changes', '/changes/', /^42 changes up to .* now port 10000/],
    ['what changed in 2022', '/changes/', /^42 changes up to/],
    ['changes between 2022 and 2023', '/changes/', /^42 changes up to/],
    ['changes of the port table', '/changes/', /^42 changes up to the edition of 2026-04-30/],
    ['terraform rules', '/required-rules/', /as Bicep, Terraform, ARM JSON/],
    ['nsg example bicep', '/required-rules/', /as Bicep, Terraform, ARM JSON/],
    ['which hosts in the firewall', '/endpoints/', /Azure Government/],
    ['urls to allow in the proxy', '/endpoints/', /host names that API Management needs/],
    ['fqdn azure government', '/endpoints/', /host names that API Management needs/],
  ])('%s', (text, path, answer) => {
    const given = commonAnswer(text);
    expect(given?.path).toBe(path);
    expect(given?.text).toMatch(answer);
  });

  it.each([
    'firewall',
    'forced tunnel',
    'ports of premium v2',
    'subnet delegation',
    'redis port',
    'premium tier',
    'private endpoint',
    'change of the subnet',
    'terraform',
    'terraform example',
    'bicep security',
    'health endpoint',
    'domain name',
    'custom domain',
    'service tags',
    'tags',
    'nsg service tags',
    '/0',
    '/00',
    '/024',
    '/33',
    '',
  ])('is not heard in "%s"', (text) => {
    expect(commonAnswer(text)).toBeUndefined();
  });
});
