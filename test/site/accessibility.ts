/** Checks of a page for everybody's eyes and screens: axe with WCAG 2.2 AA, contrast, widths. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The pages embed no frames, so axe needs no extra page to merge results: that is what the legacy mode saves. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

async function violationsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** All violations on the page, or within the elements of a selector. */
export function accessibilityViolations(page: Page, within = 'html'): Promise<string[]> {
  return violationsOf(axe(page).withTags(standards).include(within));
}

/** Violations of contrast, the only rule whose result depends on the color scheme. */
export function contrastViolations(page: Page): Promise<string[]> {
  return violationsOf(axe(page).withRules(['color-contrast']));
}

/** The screen widths, in pixels, at which the page scrolls sideways. */
export async function overflowingWidths(page: Page): Promise<number[]> {
  const widths: number[] = [];
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    if (content > width) widths.push(width);
  }
  return widths;
}
