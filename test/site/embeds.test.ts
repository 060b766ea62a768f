/** What other pages embed and other programs load: the custom element, badges, lists for firewalls, the OpenAPI document. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Validator } from '@seriousme/openapi-schema-validator';
import sax from 'sax';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { requiredRules } from '../../core/answers/required-rules.ts';
import { catalog } from '../../data/index.ts';
import { itemFiles, tableFiles } from '../../site/src/data-files/files.ts';
import { openApi } from '../../site/src/data-files/openapi.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { addressOf, hasPrefix } from '../support/naive.ts';
import { accessibilityViolations } from './accessibility.ts';
import { hasBrowser, openSite, type TestSite } from './browser.ts';
import { isBuilt, textAt } from './built-site-files.ts';

beforeAll(() => ensureBuilt('site'), buildTimeout);

/** Names of the elements of a text that is well-formed; throws where it is not. */
function elementsIn(xml: string): string[] {
  const names: string[] = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => names.push(name);
  parser.write(xml).close();
  return names;
}

const regions = catalog.regions.map(({ name }) => name);

test.each(regions)('the badge of %s counts its rules and holds nothing active', (name) => {
  const badge = textAt(`/data/badges/${name}.svg`);
  const count = (virtualNetworkType: 'INTERNAL' | 'EXTERNAL') =>
    requiredRules({ region: name, tier: 'PREMIUM', virtualNetworkType })[0]?.securityRules.length;
  expect(badge).toContain(`${count('INTERNAL')} rules internal, ${count('EXTERNAL')} external`);
  expect(new Set(elementsIn(badge))).toEqual(new Set(['svg', 'title', 'rect', 'g', 'text']));
  expect(badge.length).toBeLessThan(1200);
});

describe('the list of', () => {
  test.each(catalog.regions.map((region) => [region.name, region] as const))(
    '%s',
    (name, region) => {
      const path = `/data/v1/regions/${name}/control-plane.txt`;
      const extract = catalog.serviceTagExtracts[region.cloud].apiManagementByRegion;
      const tagged = (extract[region.serviceTagSuffix ?? ''] ?? []).filter(
        (one) => !one.includes(':'),
      );
      const lines = isBuilt(path) ? textAt(path).trimEnd().split('\n') : [];
      expect(lines.filter((line) => !/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(line))).toEqual([]);
      const isListed = (prefix: string) =>
        lines.some((line) => hasPrefix(addressOf(prefix.split('/')[0] ?? ''), line));
      expect(tagged.filter((prefix) => !isListed(prefix))).toEqual([]);
      const ofCloud = catalog.regions
        .filter(({ cloud }) => cloud === region.cloud)
        .flatMap((one) => one.controlPlaneAddresses.filter(({ scope }) => scope === 'CLOUD'));
      const current = ofCloud.filter(({ editions }) => editions.includes('2023-01-06'));
      if (lines.length > 0) {
        expect(current.filter(({ address }) => !isListed(address))).toEqual([]);
      }
      const known = [
        ...tagged,
        ...[...region.controlPlaneAddresses, ...current].map(({ address }) => address),
      ];
      const starts = lines.map((line) => addressOf(line.split('/')[0] ?? ''));
      expect(starts.filter((start) => !known.some((prefix) => hasPrefix(start, prefix)))).toEqual(
        [],
      );
    },
  );
});

describe('openapi.json', () => {
  const document = () => JSON.parse(textAt('/data/v1/openapi.json'));

  it.each([
    ['as built', undefined],
    ['of a site with an address', new URL('https://atlas.example')],
  ])('is valid OpenAPI 3.1 %s', async (_, site) => {
    const result = await new Validator().validate(site ? openApi(site) : document());
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('has the schema of each file as the file of the schema has it', () => {
    const { schemas } = document().components;
    const { $id: _, $schema: __, ...region } = JSON.parse(textAt('/data/v1/schema/region.json'));
    expect(schemas.Region).toEqual(region);
    expect(Object.keys(schemas)).toHaveLength(tableFiles.length + itemFiles.length + 1);
  });

  it('is refused by the validator where it is wrong', async () => {
    const { info: _, ...rest } = document();
    expect((await new Validator().validate(rest)).valid).toBe(false);
  });

  it('names files that are there, and every file of the index', () => {
    const { paths } = document() as {
      paths: Record<string, { get: { parameters?: [{ schema: { enum: string[] } }] } }>;
    };
    const files = Object.entries(paths).flatMap(([path, { get }]) =>
      (get.parameters?.[0].schema.enum ?? ['']).map((name) => path.replace(/\{\w+\}/, name)),
    );
    expect(files.filter((file) => !isBuilt(`/data/v1${file}`))).toEqual([]);
    const index = JSON.parse(textAt('/data/v1/index.json'));
    const listed = [...index.files, ...index.lists].map(({ path }: { path: string }) => `/${path}`);
    expect([...listed, '/index.json'].toSorted()).toEqual(files.toSorted());
  });
});

describe.runIf(hasBrowser)(
  '<apim-port-rules> in a page of another origin',
  { timeout: 60_000 },
  () => {
    let site: TestSite;
    let host: Server;
    let body = '';
    beforeAll(async () => {
      site = await openSite();
      host = createServer((_, response) => {
        const policy = `default-src 'none'; script-src ${site.url}; connect-src ${site.url}`;
        response.setHeader('content-security-policy', policy);
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          `<!doctype html><html lang="en"><title>Wiki</title><main><h1>Wiki</h1>${body}</main><script type="module" src="${site.url}/data/embed/apim-port-rules.js"></script></html>`,
        );
      });
      await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    }, buildTimeout);
    afterEach(() => site?.closePages());
    afterAll(async () => {
      host?.close();
      await site?.close();
    });

    async function open(html: string, scheme: 'light' | 'dark' = 'light', width = 1280) {
      body = html;
      const { page } = await site.open('/data/v1/index.json', scheme, width);
      await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
      return page;
    }

    it.each([
      ['internal', 'INTERNAL'],
      ['external', 'EXTERNAL'],
    ] as const)('has the rules of %s mode', async (mode, virtualNetworkType) => {
      const page = await open(
        `<apim-port-rules region="westeurope" mode="${mode}"></apim-port-rules>`,
      );
      const rows = page.locator('apim-port-rules tbody tr');
      await rows.first().waitFor();
      const rules = requiredRules({ region: 'westeurope', tier: 'PREMIUM', virtualNetworkType });
      expect(await rows.count()).toBe(rules[0]?.securityRules.length);
      expect(await rows.first().innerText()).toContain('in');
      const link = page.getByRole('link', { name: 'Sources and formats' });
      expect(await link.getAttribute('href')).toBe(`${site.url}/regions/westeurope/`);
      expect(await accessibilityViolations(page)).toEqual([]);
    });

    it.each([
      ['v2-integration', 'STANDARD_V2', 'EXTERNAL'],
      ['v2-injection', 'PREMIUM_V2', 'INTERNAL'],
    ] as const)('has the rules of %s, recommended ones too', async (mode, tier, type) => {
      const page = await open(
        `<apim-port-rules region="westeurope" mode="${mode}"></apim-port-rules>`,
      );
      const rows = page.locator('apim-port-rules tbody tr');
      await rows.first().waitFor();
      const [location] = requiredRules({
        region: 'westeurope',
        tier,
        virtualNetworkType: type,
        useRegionalTags: true,
      });
      expect(await rows.locator('td:nth-child(3)').allInnerTexts()).toEqual(
        location?.securityRules.map((rule) => rule.destinationAddressPrefixes.join(', ')),
      );
      const caption = await page.locator('apim-port-rules caption').innerText();
      expect(caption).toMatch(/^Rules to allow for API Management in West Europe, .*v2/);
      await page.getByRole('region', { name: 'Rules to allow' }).waitFor();
    });

    it('shows another region when its attribute changes', async () => {
      const page = await open('<apim-port-rules region="West Europe"></apim-port-rules>');
      await page.getByText('API Management in West Europe, internal mode').waitFor();
      await page.locator('apim-port-rules').evaluate((one) => one.setAttribute('region', 'eastus'));
      await page.getByText('API Management in East US, internal mode').waitFor();
    });

    it.each([
      ['no region', '<apim-port-rules></apim-port-rules>', 'no region is given'],
      [
        'a region that is none',
        '<apim-port-rules region="moon"></apim-port-rules>',
        'the rules of region "moon" could not be loaded',
      ],
      [
        'a mode that is none',
        '<apim-port-rules region="eastus" mode="both"></apim-port-rules>',
        'mode is "both"; accepted: internal, external',
      ],
    ])('says what is wrong with %s', async (_, html, message) => {
      const page = await open(html);
      await page.getByRole('alert').filter({ hasText: message }).waitFor();
    });

    it.each([360, 1440])('scrolls in its frame at %i pixels', async (width) => {
      const page = await open('<apim-port-rules region="eastus"></apim-port-rules>', 'dark', width);
      await page.locator('apim-port-rules table').waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  },
);
