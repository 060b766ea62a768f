/** What is unpacked of a zip archive, whatever the archive says of itself. */

import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { inZip } from '../../../site/src/tools/validate/zip.ts';

/** An archive with one stored file of that many bytes, whose entry says that it has none. */
function understated(bytes: number): Uint8Array {
  const zip = zipSync({ 'main.bicep': new Uint8Array(bytes).fill(32) }, { level: 0 });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = view.getUint32(zip.length - 22 + 16, true);
  view.setUint32(directory + 24, 0, true);
  return zip;
}

const text = strToU8('param a string');

it('has the files that a deployment may need, by paths within the archive', () => {
  const zip = zipSync({
    'infra/main.bicep': text,
    '../outside.bicep': text,
    '/absolute.bicep': text,
    'picture.png': text,
    'node_modules/a/main.bicep': text,
  });
  expect(inZip(zip, 'a.zip', 1000).map(([path]) => path)).toEqual([
    'infra/main.bicep',
    'absolute.bicep',
  ]);
});

it.each([
  ['more bytes than may be', zipSync({ 'main.bicep': new Uint8Array(2001) })],
  ['more bytes than it says', understated(2001)],
  ['no archive', text],
])('is refused: %s', (_, zip) => {
  expect(() => inZip(zip, 'a.zip', 2000)).toThrow('this zip archive cannot be read');
});
