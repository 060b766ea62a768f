/** The ladder of a security group as an SVG file of its own, readable on a phone, with its style at most 8 kB. */

import { type Ladder, mostBytes, ruleLadder } from './rule-ladder.ts';
import { ladderStyle } from './style.ts';

export function ladderFile(ladder: Ladder): string {
  const svg = ruleLadder(ladder, 'narrow', mostBytes - ladderStyle.length);
  return svg.replace(/^<svg[^>]*>/, (start) => start + ladderStyle);
}
