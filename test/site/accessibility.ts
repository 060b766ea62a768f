/** Checks of a page for everybody's eyes and screens: axe with WCAG 2.2 AA, contrast, widths. */

import axe from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Loads axe once a page, without its tests of frames: the pages embed none. */
async function violationsOf(page: Page, within: string, runOnly: axe.RunOnly): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly,
    resultTypes: ['violations'],
    // Violations are shown with their HTML alone.
    selectors: false,
  };
  const violations = await page.evaluate(
    async ([selector, chosen]) => (await window.axe.run(selector, chosen)).violations,
    [within, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** All violations on the page, or within the elements of a selector. */
export function accessibilityViolations(page: Page, within = 'html'): Promise<string[]> {
  return violationsOf(page, within, { type: 'tag', values: standards });
}

/** Violations of contrast, the only rule whose result depends on the color scheme. */
export function contrastViolations(page: Page): Promise<string[]> {
  return violationsOf(page, 'html', { type: 'rule', values: ['color-contrast'] });
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
