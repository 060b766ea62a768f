/** The tool "Validate a network" with Bicep and Terraform: text, files, folder, zip archive, open values, edits. */

import { basename } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../../support/command.ts';
import { accessibilityViolations, overflowingWidths } from '../accessibility.ts';
import { hasBrowser, useSite } from '../browser.ts';
import { errors, outputOf, sourceSample, validate, verdict } from './actions.ts';

const bicep = sourceSample('main.bicep');
const terraform = sourceSample('main.tf');

const shown = (page: Page) => page.locator('.atlas-verdict, .atlas-problem').first().waitFor();

async function choose(page: Page, files: Readonly<Record<string, string | Uint8Array>>) {
  await page.locator('[data-document]').setInputFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  );
  await shown(page);
}

/** The names of the scripts that the page and its worker load. */
function scriptsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') names.push(new URL(request.url()).pathname);
  });
  return names;
}

describe.runIf(hasBrowser)('validate from source', { timeout: 60_000 }, () => {
  const site = useSite();

  test.each([
    ['Bicep', bicep, "'1443'", 'main.bicep'],
    ['Terraform', terraform, '"deny-internet"', 'main.tf'],
  ])('the sample in %s has the line of the cause', async (name, text, cause, file) => {
    const { page, offences } = await site.open('/validate/');
    await page.getByRole('button', { name, exact: true }).click();
    await shown(page);
    expect(await verdict(page)).toBe('Fails');
    expect(await errors(page)).toContain('required-flow-denied');
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes(cause)) + 1;
    // A rule of Terraform is a block, whose first line is the one before.
    const places = await page.locator('.atlas-excerpt figcaption').allInnerTexts();
    expect(places.map((place) => place.split(':').slice(0, 2).join(':'))).toContain(
      `${file}:${name === 'Bicep' ? line : line - 1}`,
    );
    const marked = await page.locator('.atlas-place').allTextContents();
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.every((text) => text.trimEnd().endsWith('^'))).toBe(true);
    expect(await accessibilityViolations(page, '.atlas-tool')).toEqual([]);
    expect(await overflowingWidths(page)).toEqual([]);
    expect(offences).toEqual([]);
  });

  test('the change of the file is shown, copied and made', async () => {
    const { page } = await site.open('/validate/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    await validate(page, bicep);
    const changes = page.locator('.atlas-patches');
    expect(await changes.locator('[data-line=removed]').innerText()).toContain('1443');
    expect(await changes.locator('[data-line=added]').innerText()).toContain('1433');
    await changes.getByRole('button', { name: 'Copy' }).click();
    await expect
      .poll(() => page.locator('html').getAttribute('data-copied'))
      .toMatch(/^--- a\/main\.bicep\n\+\+\+ b\/main\.bicep\n@@ /);
    await changes.getByRole('button', { name: 'Apply this fix' }).press('Enter');
    await expect.poll(() => verdict(page), { timeout: 20_000 }).toBe('Passes');
    expect(await page.getByLabel('Bicep, Terraform or JSON').inputValue()).toBe(
      bicep.replace('1443', '1433'),
    );
  });

  test('a text that was changed since is validated as it is, not overwritten', async () => {
    const { page } = await site.open('/validate/');
    await validate(page, bicep);
    const box = page.getByLabel('Bicep, Terraform or JSON');
    const changed = `${bicep}\n// written since\n`;
    // In one step, before what is typed is judged.
    await page.evaluate((text) => {
      const area = document.querySelector<HTMLTextAreaElement>('#document');
      if (area) area.value = text;
      area?.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLElement>('[data-apply]')?.click();
    }, changed);
    await page.locator('.atlas-tool:not([data-stale])').waitFor();
    await page.locator('.atlas-excerpt').first().waitFor();
    expect(await verdict(page)).toBe('Fails');
    expect(await box.inputValue()).toBe(changed);
  });

  test('a file is recognised by its name where its text does not tell: .tf.json, UTF-16', async () => {
    const { page } = await site.open('/validate/');
    await choose(page, { 'main.tf.json': '{"resource": {}}' });
    expect(await outputOf(page)).not.toContain('no security rules');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bicep, 'utf16le')]);
    await choose(page, { 'main.bicep': utf16 });
    await expect.poll(() => verdict(page), { timeout: 20_000 }).toBe('Fails');
  });

  test('two archives with one path are refused', async () => {
    const { page } = await site.open('/validate/');
    const zip = zipSync({ 'main.bicep': strToU8(bicep) });
    await choose(page, { 'a.zip': zip, 'b.zip': zip });
    expect(await outputOf(page)).toMatch(/two of the files have the same path.*main\.bicep/i);
  });

  test('the parsers and the unpacker are loaded when they are needed', async () => {
    const { page } = await site.open('/validate/');
    const scripts = scriptsOf(page);
    const loaded = (part: string) => scripts.some((name) => name.includes(part));
    await validate(page, '{"securityRules": []}');
    expect([loaded('check-source'), loaded('zip-')]).toEqual([false, false]);
    await validate(page, bicep);
    await expect
      .poll(() => [loaded('check-source'), loaded('zip-')], { timeout: 20_000 })
      .toEqual([true, false]);
    await choose(page, { 'all.zip': zipSync({ 'main.tf': strToU8(terraform) }) });
    await expect.poll(() => loaded('zip-'), { timeout: 20_000 }).toBe(true);
  });

  test('a value that is missing has a field, by which it is judged again', async () => {
    const { page } = await site.open('/validate/');
    const open = bicep
      .replace("param location string = 'westeurope'", 'param location string\nparam port string')
      .replace("port: '1443'", 'port: port');
    await validate(page, open);
    expect(await outputOf(page)).toContain('2 values are missing: location, port');
    await page.getByLabel('location', { exact: true }).fill('westeurope');
    await page.getByText('1 value is missing: port').waitFor();
    const port = page.getByLabel('port', { exact: true });
    expect(await port.getAttribute('aria-describedby')).toBe('value-port-hint');
    await port.fill('1444');
    await expect.poll(() => verdict(page), { timeout: 20_000 }).toBe('Fails');
    await port.fill('1433');
    await port.press('Enter');
    await expect.poll(() => verdict(page), { timeout: 20_000 }).toBe('Passes');
    expect(new URL(page.url()).search).toBe('');
    await validate(page, bicep);
    expect(await page.locator('[data-open-values]').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Bicep', exact: true }).click();
    await expect.poll(() => page.locator('[data-open-values]').isVisible()).toBe(false);
  });

  test.each([
    ['files', (files: Readonly<Record<string, string>>) => files],
    [
      'a zip archive',
      (files: Readonly<Record<string, string>>) => ({
        'repository.zip': zipSync(
          Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
        ),
      }),
    ],
  ])('%s are listed with what was read and what was not', async (_, packed) => {
    const { page } = await site.open('/validate/');
    const text = bicep.replace("param location string = 'westeurope'", 'param location string');
    const files = {
      'main.bicep': `${text}\nwhat is this\n`,
      'main.parameters.json': JSON.stringify({ parameters: { location: { value: 'westeurope' } } }),
      'logo.png': '\0\0',
      'notes.txt': 'nothing',
    };
    await choose(page, packed(files));
    const output = await outputOf(page);
    expect(output).toContain('Read as Bicep: main.bicep');
    expect(output).toMatch(/Files: 2 read, \d not used/);
    expect(output).toContain('main.parameters.json values');
    expect(output).toContain('notes.txt not used');
    expect(output).toMatch(/Not read \(1\)/);
    const line = text.split('\n').length + 1;
    expect(await page.locator('.atlas-source-problems figcaption').innerText()).toBe(
      `main.bicep:${line}:1`,
    );
  });

  test('of a folder the values to judge by are chosen, and what cannot be read is named', async () => {
    const { page, offences } = await site.open('/validate/');
    const scripts = scriptsOf(page);
    const values = (port: string) => `using 'main.bicep'\nparam port = '${port}'\n`;
    const main = `param port string\n${bicep.replace("port: '1443'", 'port: port')}`;
    const folder = folderWith({
      'main.bicep': main,
      'dev.bicepparam': values('1443'),
      'prod.bicepparam': values('1433'),
      'bad.bicep': bicep.replace("service@2024-05-01' =", 'service@2024-05-01 ='),
      '.angular/other/main.bicep': bicep,
    });
    await page.locator('[data-folder]').setInputFiles(folder);
    await shown(page);
    expect(scripts.some((name) => name.includes('folders'))).toBe(true);
    const choice = page.getByLabel('Deployment to validate');
    const name = (file: string) => `${basename(folder)}/${file}`;
    expect(await choice.locator('option').allInnerTexts()).toEqual([
      'Choose …',
      name('dev.bicepparam'),
      name('prod.bicepparam'),
    ]);
    await choice.selectOption(name('prod.bicepparam'));
    await expect.poll(() => verdict(page), { timeout: 20_000 }).toBe('Passes');
    await choice.selectOption(name('dev.bicepparam'));
    await expect.poll(() => verdict(page), { timeout: 20_000 }).toBe('Fails');
    expect(await choice.inputValue()).toBe(name('dev.bicepparam'));
    const output = await outputOf(page);
    expect(output).toMatch(/Not judged \(1\).*may hold a service, and cannot be read.*bad\.bicep/s);
    expect(await accessibilityViolations(page, '.atlas-tool')).toEqual([]);
    expect(offences).toEqual([]);
  });

  test('of several deployments and services one is chosen', async () => {
    const { page } = await site.open('/validate/');
    const other = bicep.slice(bicep.indexOf('resource apim')).replace(/apim '/, "other '");
    const two = `${bicep}${other.replace('contoso-apim', 'second-apim')}`;
    await choose(page, { 'main.bicep': two, 'main.tf': terraform });
    await page.getByLabel('Deployment to validate').selectOption('main.bicep');
    await page.getByLabel('Service to validate').selectOption({ index: 1 });
    await page.locator('.atlas-verdict').waitFor();
    expect(await outputOf(page)).toContain('Read as Bicep: main.bicep');
  });

  test.each([
    ['no zip archive', { 'a.zip': 'PK, but no more' }, /This zip archive cannot be read/],
    ['no file that says anything', { 'a.txt': 'x', 'b.txt': 'x' }, /There is no network/],
    [
      'a source that cannot be judged',
      { 'main.bicep': "param x string\nresource apim 'Microsoft.ApiManagement" },
      /could not be read.*main\.bicep:2:/,
    ],
  ])('%s: says what is wrong', async (_, files, message) => {
    const { page, offences } = await site.open('/validate/');
    await choose(page, files);
    expect(await outputOf(page)).toMatch(message);
    expect(offences).toEqual([]);
  });

  test('JSON files make one document', async () => {
    const { page } = await site.open('/validate/');
    const template = JSON.parse(sourceSample('template.json'));
    await choose(page, {
      'azuredeploy.json': JSON.stringify(template),
      'azuredeploy.parameters.json': JSON.stringify({
        $schema:
          'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
        parameters: {},
      }),
    });
    expect(await verdict(page)).toBe('Fails');
    expect(await outputOf(page)).toContain('Files: 2 read, 0 not used');
  });

  test('a finding in JSON has its line, too', async () => {
    const { page } = await site.open('/validate/');
    await page.getByRole('button', { name: 'Port typo before a deny' }).click();
    await shown(page);
    expect(await page.locator('.atlas-excerpt figcaption').first().innerText()).toMatch(
      /^network\.json:\d+:\d+$/,
    );
  });
});
