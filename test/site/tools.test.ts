/** The tools in a browser: results, state in the address, wrong input, no scripts, accessibility, widths. */

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityViolations, overflowingWidths } from './accessibility.ts';
import { hasBrowser, useSite } from './browser.ts';
import { outputOf, sample, validate } from './tools/actions.ts';

describe.runIf(hasBrowser)('tools in a browser', { timeout: 60_000 }, () => {
  const site = useSite();

  test.each<[string, string, (page: Page) => Promise<unknown>, RegExp, Record<string, string>]>([
    [
      'required rules',
      '/required-rules/',
      async (page) => {
        await page.getByLabel('Network mode').selectOption('EXTERNAL');
        await page.getByLabel('Allow whole service tags').check();
        await page.getByLabel('Other regions').fill('North Europe');
      },
      /9 rules in each of 2 regions.*Rules in North Europe.* Storage TCP 443/,
      {
        virtualNetworkType: 'EXTERNAL',
        wholeTags: 'true',
        additionalRegions: 'North Europe',
      },
    ],
    [
      'required rules with the tags of the region by default',
      '/required-rules/',
      (page) => page.getByLabel('Other regions').fill('North Europe'),
      /rules in each of 2 regions.*Rules in North Europe.* Storage\.NorthEurope TCP 443/,
      { additionalRegions: 'North Europe' },
    ],
    [
      'required rules of a feature',
      '/required-rules/',
      async (page) => {
        await page.getByText('Features in use').first().click();
        await page.locator('[value=EVENT_HUB_LOGGING]').check();
      },
      /8 rules.*Azure Event Hubs/,
      { features: 'EVENT_HUB_LOGGING' },
    ],
    [
      'required rules of a v2 tier',
      '/required-rules/',
      (page) => page.getByLabel('Tier').selectOption('STANDARD_V2'),
      /2 rules in West Europe: 0 inbound, 2 outbound/,
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
    ],
    [
      'subnet calculator',
      '/subnet-calculator/',
      async (page) => {
        await page.getByLabel('Units', { exact: true }).fill('8');
        await page.getByLabel('Prefix length').fill('10.0.0.0/28');
      },
      /A \/28 is too small: 6 addresses are missing.*8 units 16 2 per unit/,
      { units: '8', prefixLength: '28' },
    ],
    [
      'subnet calculator with neighbours',
      '/subnet-calculator/',
      (page) => page.getByLabel('Other addresses').fill('18'),
      /It fits: 0 addresses are left in a \/27/,
      { otherAddresses: '18' },
    ],
    [
      'will my IP change',
      '/will-my-ip-change/',
      async (page) => {
        const after = page.getByRole('group', { name: 'After' });
        await after.getByLabel('Network mode').selectOption('EXTERNAL');
        await after.getByLabel('Zones').fill('1, 2');
      },
      /The public address changes\. The instance has no private address of its own\..*zone/i,
      { 'after.virtualNetworkType': 'EXTERNAL', 'after.zones': '1, 2' },
    ],
    [
      'what is this address',
      '/what-is-this-address/',
      (page) => page.getByLabel('Address', { exact: true }).fill('168.63.129.16'),
      /168\.63\.129\.16/,
      { address: '168.63.129.16' },
    ],
  ])(
    '%s: shows its result and keeps its state in the address',
    async (_, path, act, expected, state) => {
      const { page, offences } = await site.open(path);
      await act(page);
      await expect.poll(() => outputOf(page), { timeout: 20_000 }).toMatch(expected);
      const { search } = new URL(page.url());
      expect(Object.fromEntries(new URLSearchParams(search))).toEqual(state);
      const { page: again } = await site.open(path + search);
      await expect.poll(() => outputOf(again), { timeout: 20_000 }).toMatch(expected);
      expect(new URL(again.url()).search).toBe(search);
      expect(offences).toEqual([]);
    },
  );

  test.each([
    [
      '/required-rules/?additionalRegions=Wst+Europe',
      'additionalRegions',
      /No region has this name/,
    ],
    ['/subnet-calculator/?units=0', 'units', /Whole numbers from 1|whole numbers from 1/],
    ['/subnet-calculator/?prefixLength=40', 'prefixLength', /0 to 32/],
    ['/subnet-calculator/?units=', 'units', /Given no number\. Accepted: whole numbers from 1/],
    ['/subnet-calculator/?prefixLength=', 'prefixLength', /Given no number\. Accepted: .*0 to 32/],
    [
      '/subnet-calculator/?otherAddresses=',
      'otherAddresses',
      /Given no number\. Accepted: .*from 0/,
    ],
    ['/will-my-ip-change/?after.units=', 'after.units', /Given no number\. Accepted: .*from 1/],
    ['/will-my-ip-change/?after.zones=4', 'after.zones', /No availability zone has this number/],
    ['/will-my-ip-change/?before.subnet=10.0.0.1/24', 'before.subnet', /Nearest: 10\.0\.0\.0\/24/],
    ['/what-is-this-address/?address=10.0.0.0/8', 'address', /Nearest: 10\.0\.0\.0/],
    ['/what-is-this-address/?address=apim', 'address', /This is not an IP address/],
  ])('%s marks %s', async (path, name, message) => {
    const { page, offences } = await site.open(path);
    await expect.poll(() => outputOf(page), { timeout: 20_000 }).toMatch(message);
    const marked = page.locator('[aria-invalid]');
    expect(await marked.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual([
      name,
    ]);
    const { searchParams } = new URL(page.url());
    expect([...searchParams]).toEqual([...new URL(path, site.url).searchParams]);
    expect(offences).toEqual([]);
  });

  test.each([
    ['/validate/?tier=PREMIUM_V2&whatIf=DENY_ALL&region=uksouth&edition=2023-01-06'],
    ['/required-rules/?region=eastus&includeOptional=true&features=MONITORING&features=PLAIN_HTTP'],
  ])('%s restores its state', async (address) => {
    const { page } = await site.open(address);
    await page.getByLabel('Region', { exact: true }).selectOption('westus');
    await page
      .getByLabel('Region', { exact: true })
      .selectOption(new URL(address, site.url).searchParams.get('region') ?? '');
    await expect.poll(() => page.getByLabel('Platform').isDisabled()).toBe(address.includes('_V2'));
    const left = new URL(page.url()).searchParams;
    const input = new URL(address, site.url).searchParams;
    if (!address.includes('_V2')) expect([...left]).toEqual([...input]);
    else expect(left.get('whatIf')).toBe('DENY_ALL');
  });

  test.each([
    ['/required-rules/', '7 rules in West Europe', 'Allow-Outbound-Storage'],
    ['/subnet-calculator/', 'It fits: 18 addresses are left', 'Reserved by Azure'],
    ['/will-my-ip-change/', 'West Europe gets a private address', 'Lower the TTL'],
    ['/what-is-this-address/', 'ApiManagement.WestEurope', 'control-plane address'],
    ['/validate/', 'which required traffic is blocked', 'needs JavaScript'],
  ])('%s has a result without scripts and leads to the API', async (path, ...texts) => {
    const html = await (await fetch(site.url + path)).text();
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    expect(html).toMatch(/<noscript>.*?needs JavaScript.*?\/graphql.*?<\/noscript>/s);
  });

  test.each<[string, (page: Page) => Promise<unknown>]>([
    ['/required-rules/', (page) => page.getByText('Features in use').first().click()],
    [
      '/subnet-calculator/?units=8&prefixLength=28',
      (page) => page.getByRole('rowheader', { name: 'Missing' }).waitFor(),
    ],
    ['/will-my-ip-change/', (page) => page.getByText('Sources').last().click()],
    ['/what-is-this-address/?address=x', (page) => page.getByRole('alert').waitFor()],
    [
      '/validate/',
      async (page) => {
        await validate(page, sample('shadowed'));
        await page.locator('[data-trace]').first().click();
      },
    ],
  ])('%s is accessible in both color schemes and fits every width', async (path, act) => {
    const { page, offences } = await site.open(path);
    await act(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await overflowingWidths(page)).toEqual([]);
    // Contrast in dark is among them, and the width is that of a phone now.
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(offences).toEqual([]);
  });
});
