/** The tool "Validate a network" and files of service tags: that of the site, and a newer one. */

import { describe, expect, test } from 'vitest';
import { shippedServiceTagFiles } from '../../../core/network/service-tags/shipped-files.ts';
import { toPrefixes } from '../../../core/network/sets/ipv4.ts';
import { hasBrowser, useSite } from '../browser.ts';
import { sample, validate } from './actions.ts';

describe.runIf(hasBrowser)('files of service tags', { timeout: 60_000 }, () => {
  const site = useSite();

  test('a rule by prefixes is decided by the file of the site', async () => {
    const { page } = await site.open('/validate/');
    const [file] = shippedServiceTagFiles;
    const group = JSON.parse(sample('complete'));
    const rule = group.securityRules.find(({ name }: { name: string }) => name === 'AllowAzureSql');
    delete rule.destinationAddressPrefix;
    rule.destinationAddressPrefixes = toPrefixes(file?.addressesOf('Sql') ?? []);
    const deny = {
      ...group.securityRules[1],
      name: 'DenyOutbound',
      priority: 4000,
      access: 'Deny',
      protocol: '*',
      destinationPortRange: '*',
    };
    group.securityRules.push(deny);
    await validate(page, JSON.stringify(group));
    await page.locator('[data-flow="outbound-1433-Sql"][data-outcome=ALLOWED]').waitFor();
    expect(await page.locator('.atlas-verdict').innerText()).toContain(file?.version);
  });

  test('a newer service-tag file takes the place of the one of the site', async () => {
    const { page } = await site.open('/validate/');
    const tags = ['Storage', 'Storage.WestEurope', 'AzureCloud'];
    const weekly = {
      changeNumber: 7,
      cloud: 'Public',
      values: tags.map((name) => ({
        name,
        properties: { addressPrefixes: ['20.38.108.0/23'] },
      })),
    };
    await validate(page, sample('complete'));
    const [shipped] = shippedServiceTagFiles;
    expect(await page.locator('.atlas-verdict').innerText()).toContain(shipped?.version);
    await page.getByLabel('Newer service-tag files').setInputFiles({
      name: 'ServiceTags_Public.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(weekly)),
    });
    await validate(page, sample('complete'));
    await page.locator('.atlas-verdict', { hasText: 'Public 7.' }).waitFor();
  });
});
