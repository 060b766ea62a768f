/** What the tests of the tools share: samples, and actions on the page. */

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const samples = new URL('../../../site/src/tools/validate/samples/', import.meta.url);
export const sample = (name: string) => readFileSync(new URL(`${name}.json`, samples), 'utf8');

export const sourceSample = (name: string) => readFileSync(new URL(name, samples), 'utf8');

/** Ids of the checks with errors. */
export const errors = (page: Page) =>
  page
    .locator('.atlas-findings > li[data-severity=ERROR]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-check')));
/** The verdict alone, of a heading such as "Fails: Azure SQL is blocked". */
export const verdict = async (page: Page) =>
  (await page.locator('.atlas-verdict h2').innerText()).split(':')[0];
export const outputOf = async (page: Page) =>
  (await page.locator('[data-output]').innerText()).replace(/\s+/g, ' ');

export async function validate(page: Page, text: string): Promise<void> {
  await page.getByLabel('Bicep, Terraform or JSON').fill(text);
  await page.getByRole('button', { name: 'Validate', exact: true }).click();
  await page.locator('[data-output] h2').first().waitFor();
}

export async function drop(
  page: Page,
  name: string,
  text: string,
  on = '[data-drop]',
): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const made = new DataTransfer();
      made.items.add(new File([content as string], fileName as string));
      return made;
    },
    [name, text],
  );
  await page.locator(on).first().dispatchEvent('drop', { dataTransfer: transfer });
}

/** The report that the page offers for download. */
export async function downloaded(page: Page, name: string) {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return JSON.parse(readFileSync(await saved.path(), 'utf8'));
}
