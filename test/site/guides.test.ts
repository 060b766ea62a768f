/** A guide is a file: the sidebar and the front page list it, and it ends with its sources. */

import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { guidesIn } from '../../site/src/guides.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { contentAt, textAt } from './built-site-files.ts';

const pages = new URL('../../site/src/pages/guides/', import.meta.url);
const paths = readdirSync(pages).map((name) => `/guides/${name.replace(/\.astro$/, '')}/`);
/** Guides about the Atlas itself, which state no facts of Azure. */
const withoutFacts = [
  'agents',
  'command',
  'errors',
  'follow',
  'graphql',
  'live',
  'own-flows',
  'pipelines',
  'portal-check',
  'reading-a-verdict',
  'running',
  'validate',
  'validate-from-source',
  'versions',
].map((name) => `/guides/${name}/`);

beforeAll(() => ensureBuilt('site'), buildTimeout);

describe.each(paths)('%s', (path) => {
  it('is in the sidebar', () => {
    const [, sidebar = ''] = textAt('/index.html').split('class="sidebar-content');
    expect(sidebar.split('</nav>')[0]).toContain(`href="${path}"`);
  });

  it('is on the front page', () => {
    expect(contentAt('/')).toContain(`href="${path}"`);
  });

  it('has sources if it states facts', () => {
    expect(contentAt(path).includes('id="sources"')).toBe(!withoutFacts.includes(path));
  });
});

test('guides are in the order that they declare', () => {
  const sources = {
    'b.astro': "export const guide = { order: 1, title: 'First' };",
    'a.astro': "export const guide = { order: 2, title: 'Second' };",
  };
  expect(guidesIn(sources)).toEqual([
    { title: 'First', path: '/guides/b/' },
    { title: 'Second', path: '/guides/a/' },
  ]);
});

test('a guide without a declaration is an error', () => {
  expect(() => guidesIn({ 'a.astro': 'const title = 1;' })).toThrow('a.astro lacks the line');
});
