/** Checks of a page for everybody's eyes and screens: axe with WCAG 2.2 AA, contrast, widths. */

import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Half of the size of the main file, and as much less to compile on each page. */
const minified: { source: string } = createRequire(import.meta.url)('axe-core/axe.min.js');

/** Loads axe once a page, without its tests of frames: the pages embed none. */
async function violationsOf(page: Page, within: string, own: axe.RunOptions): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(minified.source);
  const options: axe.RunOptions = {
    ...own,
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

/** All violations on the page, or within the elements of a selector; of contrast those of each look. */
export async function accessibilityViolations(page: Page, within = 'html'): Promise<string[]> {
  const violations = await violationsOf(page, within, {
    runOnly: { type: 'tag', values: standards },
    rules: { 'color-contrast': { enabled: false } },
  });
  return [...violations, ...(await contrastViolations(page, within))];
}

/** Violations of contrast, the only rule whose result depends on the color scheme; once for each look. */
export async function contrastViolations(page: Page, within = 'html'): Promise<string[]> {
  const isAnyText = await page.evaluate(markLooks, within);
  const runOnly: axe.RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast'] };
  return isAnyText ? violationsOf(page, '[data-look]', { runOnly }) : [];
}

/**
 * Marks the first text of each look: of each combination of color, font and backgrounds behind it. Texts of one look have
 * the same contrast, and a page of a thousand rows has fewer than fifty looks. Tells whether there is any. Runs in the page.
 */
function markLooks(within: string): boolean {
  const behind = new Map<Element | null, string>([[null, '']]);
  const backgroundOf = (element: Element | null): string => {
    const known = behind.get(element);
    if (known !== undefined || element === null) return known ?? '';
    const { backgroundColor, backgroundImage, opacity, position, filter } =
      getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter];
    const isPlain = own.join() === 'rgba(0, 0, 0, 0),none,1,none' && position === 'static';
    const parent = backgroundOf(element.parentElement);
    const background = isPlain ? parent : [parent, ...own, position].join(' ');
    behind.set(element, background);
    return background;
  };
  const looks = new Set<string>();
  for (const element of document.querySelectorAll('[data-look]'))
    element.removeAttribute('data-look');
  for (const element of document.querySelectorAll(`:is(${within}), :is(${within}) *`)) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const isControl = element.matches('input, select, textarea');
    if (!(hasText || isControl) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [backgroundOf(element), color, fontSize, fontWeight, textShadow].join(' ');
    if (looks.has(look) && !isControl) continue;
    looks.add(look);
    element.setAttribute('data-look', '');
  }
  return looks.size > 0;
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
