/** Pages in a browser: their text, their behavior, accessibility and widths. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { statementsOf } from '../../core/answers/port-table.ts';
import { newestEdition } from '../../data/index.ts';
import { buildTimeout } from '../support/built.ts';
import { accessibilityViolations, contrastViolations, overflowingWidths } from './accessibility.ts';
import { hasBrowser, openSite, type TestSite } from './browser.ts';
import { representatives } from './representatives.ts';
import { sample } from './tools/actions.ts';

const newestRows = statementsOf(newestEdition, undefined);
const required = newestRows.filter(({ statement }) => statement.necessity === 'REQUIRED');

const kinds: [kind: string, path: string, ...texts: string[]][] = [
  [
    'home',
    '/',
    'Find a region, port, tag, address or error message',
    'Required since the edition of 2023-11-29',
    'A mistyped port, and a rule that denies the rest',
    'What must I allow?',
    'Azure SQL is blocked',
  ],
  ['search', '/search/?q=1886', 'results, best first', 'Port 1886 answer'],
  [
    'port table',
    '/port-rules/',
    `${required.length} of ${newestRows.length} port rules are required (documentation of ${newestEdition})`,
    'Load balancer probe',
  ],
  [
    'port rule',
    '/port-rules/azure-sql/',
    'Required since the edition of 2019-09-09, the oldest here: outbound TCP 1433 from VirtualNetwork to Sql',
    'History',
    'Allow-Outbound-AzureSql',
  ],
  [
    'port rule whose necessity changed',
    '/port-rules/azure-monitor/',
    'Required since the edition of 2023-11-29',
    'recommended from 2019-09-09 and optional from 2023-01-06',
  ],
  ['region index', '/regions/', 'West Europe', 'US Gov Virginia', 'China North 3'],
  [
    'region',
    '/regions/westeurope/',
    '51.145.179.78',
    '13.69.64.76/31',
    'Storage.WestEurope',
    'ApiManagement',
  ],
  [
    'region without documented addresses',
    '/regions/polandcentral/',
    'Microsoft has documented no control-plane address',
  ],
  [
    'service tags',
    '/service-tags/',
    'Only Storage, Sql, and EventHub may be limited to your region',
  ],
  ['service tag', '/service-tags/apimanagement/', 'Management endpoint'],
  ['tiers', '/tiers/', 'Outbound integration', 'Premium v2'],
  ['tier', '/tiers/premium/', 'external injection', '31'],
  ['two tiers', '/tiers/compare/premium-and-premium-v2/', 'Premium v2 has', 'several regions'],
  ['IP changes', '/ip-changes/', 'only in these 8 cases'],
  ['subnets', '/subnets/', '/29', '61'],
  ['endpoints', '/endpoints/', 'global.prod.microsoftmetrics.com'],
  ['facts', '/routing/', 'ApiManagement'],
  ['checks', '/checks/', 'Required traffic is denied'],
  ['check', '/checks/required-flow-denied/', 'Why it matters', 'Prefer'],
  ['guide with an executed example', '/guides/validate/', 'FAIL', 'az network nsg rule update'],
  ['guide', '/guides/reading-a-verdict/', 'NEEDS_REVIEW'],
  [
    'guide: first deployment',
    '/guides/first-deployment/',
    'A /28 is large enough',
    'Load balancer probe',
  ],
  [
    'guide: internal mode',
    '/guides/internal-mode/',
    'contoso.developer.azure-api.net',
    'Client traffic',
  ],
  [
    'guide: forced tunneling',
    '/guides/forced-tunneling/',
    'apim-control-plane',
    'Microsoft.KeyVault',
  ],
  ['guide: scaling out', '/guides/scaling-out/', 'Rules between units'],
  [
    'guide: the portal’s check',
    '/guides/portal-check/',
    'Sql denied on 1433',
    'finds nothing',
    '10.10.1.4 -> 13.69.104.0 tcp/1433',
  ],
  [
    'guide: feeds',
    '/guides/follow/',
    'Feeds and calendars',
    'control-plane.txt',
    'apim-port-rules',
  ],
  ['guide: GraphQL', '/guides/graphql/', 'documentId', 'x-deprecated-fields: Check.path'],
  ['schema changes', '/reference/changes/', 'Not released yet', 'Version 0.1.0'],
  ['guide with code', '/guides/running/', 'Cloudflare Workers', 'SERVICE_TAGS'],
  ['changes', '/changes/', 'port 10000 instead of port 6380'],
  ['two editions', '/changes/2023-01-06/2026-04-30/', 'Step by step', 'not in this edition'],
  [
    'rule that is removed',
    '/port-rules/smtp/',
    'does not have this rule',
    'Validate against the edition of 2021-08-06',
  ],
  ['rule of stv1', '/port-rules/resource-health/', 'for stv1 alone', 'to STV1'],
  ['conflicts', '/conflicts/', 'Applied here', '1 document of'],
  ['reference', '/reference/', 'requiredRules', 'ValidateConfigInput'],
  ['queries', '/reference/query/', 'Returns [PortRuleStatement!]!', 'Necessity'],
  ['object type', '/reference/portrule/', 'optionalDestinationPorts', 'ServiceTag.portRules'],
  ['input type', '/reference/networksecuritygroupinput/', 'set exactly one field'],
  ['sources', '/sources/', 'vnet-reference-2026-04-30'],
  ['data files', '/data/', 'port-rules.csv', 'regions/australiacentral.json'],
];

/** All violations in light colors, and those of contrast in dark ones, which the page has from then on. */
async function violationsInBothSchemes(page: Page): Promise<string[]> {
  const violations = await accessibilityViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-theme=dark]').waitFor();
  return [...violations, ...(await contrastViolations(page))];
}

describe.runIf(hasBrowser)('pages in a browser', { timeout: 60_000 }, () => {
  let site: TestSite;
  let derived: readonly string[] = [];
  beforeAll(async () => {
    site = await openSite();
    derived = representatives();
  }, buildTimeout);
  afterEach(() => site?.closePages());
  afterAll(() => site?.close());

  test.each(kinds)('%s', async (_kind, path, ...texts) => {
    const { page, offences } = await site.open(path);
    const missing = async () => {
      const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      return texts.filter((expected) => !text.includes(expected));
    };
    await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
    if (derived.includes(path)) expect(await violationsInBothSchemes(page)).toEqual([]);
    expect(await overflowingWidths(page)).toEqual([]);
    expect(offences).toEqual([]);
  });

  test('every other kind of element is accessible, too, in both color schemes', async () => {
    expect(derived.length).toBeGreaterThan(10);
    const opened = new Set(kinds.map(([, path]) => path));
    const offences: string[] = [];
    for (const path of derived.filter((one) => !opened.has(one))) {
      const { page, offences: logged } = await site.open(path);
      const violations = await violationsInBothSchemes(page);
      const widths = (await overflowingWidths(page)).map((width) => `scrolls at ${width} px`);
      offences.push(...[...violations, ...widths].map((text) => `${path} ${text}`), ...logged);
      await site.closePages();
    }
    expect(offences).toEqual([]);
  }, 300_000);

  test.each(['light', 'dark'] as const)('%s is the theme of who prefers it', async (scheme) => {
    const { page } = await site.open('/', scheme);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(scheme);
  });

  test('a row has its own address and is highlighted', async () => {
    const { page } = await site.open('/port-rules/#azure-monitor');
    const color = (id: string) =>
      page
        .locator(`#${id} > td`)
        .first()
        .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    expect(await color('azure-monitor')).not.toBe(await color('azure-sql'));
    const link = page.locator('#azure-monitor').getByRole('link', { name: 'Link to the row' });
    expect(await link.getAttribute('href')).toBe('#azure-monitor');
  });

  test('from the front page a search and one click lead to the answer', async () => {
    const { page, offences } = await site.open('/');
    await page.getByLabel('Find a region').fill('1886');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('results, best first').waitFor();
    // The list is made by a script, so no built page has its elements.
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await page.locator('.atlas-hits a').first().click();
    await page.getByText('Required since the edition of 2023-11-29').waitFor();
    expect(offences).toEqual([]);
  });

  test('a network that is pasted on the front page is judged, and stays in the browser', async () => {
    const { page, offences } = await site.open('/');
    const posted: string[] = [];
    page.on('request', (request) => posted.push(request.url() + (request.postData() ?? '')));
    const box = page.getByLabel('Your network');
    await box.fill(sample('typo'));
    for (const keys of ['Control+A', 'Control+X', 'Control+V']) await box.press(keys);
    await page.waitForURL('**/validate/');
    await page.locator('.atlas-verdict').waitFor();
    expect(await page.locator('.atlas-verdict h2').innerText()).toBe('Fails: Azure SQL is blocked');
    expect(posted.filter((text) => text.includes('contoso'))).toEqual([]);
    await page.goto(`${site.url}/validate/`);
    expect(await page.locator('.atlas-empty').isVisible()).toBe(true);
    expect(offences).toEqual([]);
  });

  test('a button copies the text beside it', async () => {
    const { page, offences } = await site.open('/regions/westus/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy 13.64.39.16', exact: true }).click();
    await expect.poll(copied).toBe('13.64.39.16');
    await page.getByRole('button', { name: 'Copy to clipboard' }).first().click();
    await expect.poll(copied).toContain("destinationAddressPrefix: 'Storage.WestUS'");
    expect(offences).toEqual([]);
  });

  test('on paper there are no buttons, rows are not cut and sources have their addresses', async () => {
    const { page } = await site.open('/port-rules/azure-monitor/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    const style = (selector: string, pseudo: string | null, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (actual, [of, key]) => getComputedStyle(actual, of).getPropertyValue(String(key)),
          [pseudo, name],
        );
    expect(await style('main tbody tr', null, 'break-inside')).toBe('avoid');
    expect(await style('.atlas-citations a', '::after', 'content')).toContain('https://');
    expect(await page.getByText('Facts checked on').isVisible()).toBe(true);
  });

  test.each([
    ['/port-rules/', 400, 'screen', 3, true],
    ['/port-rules/', 900, 'screen', 5, true],
    ['/port-rules/', 1280, 'screen', 7, false],
    ['/port-rules/', 400, 'print', 7, false],
    ['/port-rules/', 900, 'print', 7, false],
    ['/', 400, 'screen', 3, true],
    ['/', 900, 'screen', 7, false],
    ['/', 400, 'print', 7, false],
  ] as const)('%s, %i px wide, on %s: %i columns, a box for more: %s', async (...row) => {
    const [path, width, media, columns, hasBox] = row;
    const { page } = await site.open(path, 'light', width);
    await page.emulateMedia({ media });
    const matrix = page.locator('.atlas-matrix');
    expect(await matrix.locator('thead th').filter({ visible: true }).count()).toBe(columns);
    expect(await matrix.locator('.atlas-all').isVisible()).toBe(hasBox);
  });

  test('the facts need no scripts', async () => {
    const { page } = await site.open('/regions/');
    const response = await page.request.get(`${site.url}/regions/westeurope/`);
    expect(await response.text()).toContain('51.145.179.78');
  });

  test('GraphiQL opens the query behind a page, from local files', async () => {
    const { page: source } = await site.open('/tiers/');
    const address = await source
      .getByRole('link', { name: 'Open the query behind this page in GraphiQL' })
      .getAttribute('href');
    const { page, offences } = await site.open(String(address));
    await page.getByText('supportsMultiRegion').first().waitFor();
    expect(offences).toEqual([]);
  });
});
