/** Options of Expressive Code, which highlights code. They are in a file of this name because its component reads them there. */

import { defineEcConfig, definePlugin } from '@astrojs/starlight/expressive-code';
import { select } from '@astrojs/starlight/expressive-code/hast';

/** Lets a keyboard scroll a block. Expressive Code sees to that by a script, and pages work without scripts. */
const focusableCode = definePlugin({
  name: 'Focusable code',
  hooks: {
    postprocessRenderedBlock({ renderData }) {
      const block = select('pre', renderData.blockAst);
      if (block) block.properties.tabIndex = 0;
    },
  },
});

export default defineEcConfig({
  plugins: [focusableCode],
  styleOverrides: { borderRadius: '0.375rem', frames: { shadowColor: 'transparent' } },
});
