/** The picture that stands for a page where its address is shared. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteDirectory } from '../../api/server/site-directory.ts';
import { cardOf, cardPath, cardSize, cards } from '../../site/src/lib/cards.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { pageAddresses, textAt } from './built-site-files.ts';

describe('social cards', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  it.each([
    ['/', 'atlas'],
    ['/validate/', 'validate'],
    ['/regions/westeurope/', 'regions'],
    ['/tiers/compare/basic-and-premium/', 'requirements'],
    ['/changes/2019-09-09/2021-08-06/', 'history'],
  ])('%s has the one of its kind', (path, kind) => {
    expect(cardOf(path).kind).toBe(kind);
  });

  it('are named by each page, and all are used', () => {
    const pages = pageAddresses()
      .map((path) => ({ path, html: textAt(`${path}index.html`) }))
      .filter(({ html }) => !html.includes('http-equiv="refresh"'));
    const named = new Map(
      pages.map(({ path, html }) => [
        path,
        /property="og:image" content="([^"]+)"/.exec(html)?.[1],
      ]),
    );
    const wrong = [...named].filter(([path, picture]) => picture !== cardPath(cardOf(path)));
    expect(wrong).toEqual([]);
    expect(new Set(named.values())).toEqual(new Set(cards.map(cardPath)));
  });

  it.each(cards.map((card) => [card.kind, card] as const))(
    '%s is drawn whole: the picture on the right, text on the left',
    async (_, card) => {
      const { data, info } = await sharp(readFileSync(join(siteDirectory, cardPath(card))))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([cardSize.width, cardSize.height]);
      const isBlank = (left: number, top: number, width: number, height: number) => {
        for (let y = top; y < top + height; y += 1) {
          for (let x = left; x < left + width; x += 1) {
            if ((data[(y * info.width + x) * info.channels] ?? 255) < 200) return false;
          }
        }
        return true;
      };
      expect(isBlank(72, 140, 660, 350)).toBe(false);
      expect(isBlank(780, 100, 348, 430)).toBe(false);
      // Nothing runs over the edge.
      expect(isBlank(0, 0, 60, 630)).toBe(true);
      expect(isBlank(1140, 0, 60, 630)).toBe(true);
      expect(isBlank(0, 575, 1200, 55)).toBe(true);
    },
  );
});
