/** A badge for one region as SVG: how many rules are required, as of which edition. For READMEs and wikis. */

import { requiredRules } from '../../../core/answers/required-rules.ts';
import { newestEdition } from '../../../data/index.ts';
import type { Region } from '../../../data/model.ts';

/** Of the font below at 11 pixels; text is stretched to it, so that all systems show the same. */
const characterWidth = 6.2;
const padding = 7;
const height = 20;

const widthOf = (text: string) => Math.round(text.length * characterWidth) + 2 * padding;

/** Rules of a Premium instance in a mode, as on the page of the region. */
const ruleCount = (region: string, virtualNetworkType: 'EXTERNAL' | 'INTERNAL'): number =>
  requiredRules({ region, tier: 'PREMIUM', virtualNetworkType }).flatMap(
    ({ securityRules }) => securityRules,
  ).length;

export function badgeText({ name }: Region): string {
  const external = ruleCount(name, 'EXTERNAL');
  const internal = ruleCount(name, 'INTERNAL');
  return `${internal} rules internal, ${external} external, ${newestEdition}`;
}

/** The badge. It holds no script, no style and nothing from elsewhere. */
export function regionBadge(region: Region): string {
  const label = `API Management, ${region.displayName}`;
  const text = badgeText(region);
  const [left, right] = [widthOf(label), widthOf(text)];
  const part = (words: string, x: number, width: number) =>
    `<text x="${x + padding}" y="14" textLength="${width - 2 * padding}">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${height}" role="img" aria-label="${label}: ${text}">
<title>${label}: ${text}</title>
<rect width="${left}" height="${height}" fill="#3d4451"/>
<rect x="${left}" width="${right}" height="${height}" fill="#0b5cad"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
${part(label, 0, left)}
${part(text, left, right)}
</g>
</svg>
`;
}
