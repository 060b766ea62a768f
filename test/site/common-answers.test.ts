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
      /^(?!.*Out:).*TCP 443 .* in external mode/s,
    ],
    ['how big subnet', '/subnet-calculator/', /Premium: at least \/29, recommended \/27/],
    ['minimum subnet size for premium v2', '/subnet-calculator/', /Premium v2: at least \/27/],
    ['Will my IP change?', '/will-my-ip-change/', /change in 8 cases: .*Moved to another subnet/],
    ['static ip', '/will-my-ip-change/', /change in 8 cases/],
    ['control plane ip', '/regions/', /service tag ApiManagement/],
    ['rss feed of changes', '/guides/follow/', /feed and a calendar/],
    ['github action', '/guides/pipelines/', /annotates/],
    ['/28', '/subnet-calculator/?prefixLength=28', /room for 5 units/],
    ['/30', '/subnet-calculator/?prefixLength=30', /too small/],
    ['check my nsg', '/validate/', /Paste Bicep/],
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
    '',
  ])('is not heard in "%s"', (text) => {
    expect(commonAnswer(text)).toBeUndefined();
  });
});
