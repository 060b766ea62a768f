/** The table of contents of a guide is made of its rendered headings. */

import { describe, expect, it } from 'vitest';
import { headingsIn } from '../../site/src/lib/headings.ts';

describe('headings', () => {
  it.each([
    ['<h2 id="a">Tools</h2>', [['a', 'Tools']]],
    [
      '<h2 class="x" id="b">The <code>check</code> &amp;\n  its kin</h2>',
      [['b', 'The check & its kin']],
    ],
    ['<h2>Without an id</h2><h3 id="c">Third</h3>', []],
    [
      '<h2 id="d">One</h2><p>text</p><h2 id="e">Two</h2>',
      [
        ['d', 'One'],
        ['e', 'Two'],
      ],
    ],
  ])('of %s', (html, expected) => {
    expect(headingsIn(html)).toEqual(expected.map(([slug, text]) => ({ depth: 2, slug, text })));
  });
});
