/** The licence texts of the packages in a bundle, as a file next to it. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

export const licencesFile = 'THIRD-PARTY-LICENSES';

const ownLicence = fileURLToPath(new URL('../LICENSE', import.meta.url));

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url: string };
}

/** The directory of the package that a module is from; undefined for our own ones and those of the bundler. */
function packageOf(moduleId: string): string | undefined {
  if (!moduleId.includes('node_modules')) return undefined;
  for (let at = dirname(moduleId); at.includes('node_modules'); at = dirname(at)) {
    const manifest = join(at, 'package.json');
    // Some packages have manifests within that say nothing but how their modules are written.
    if (existsSync(manifest) && 'version' in JSON.parse(readFileSync(manifest, 'utf8'))) return at;
  }
  return undefined;
}

const isLicence = (name: string) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(name);

/** The standard text, for packages that name this licence and carry no text of it. */
const mit = (holder: string) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Throws where a package has neither a text nor a licence whose text is known. */
function textOf(directory: string, { name, license, author }: Package): string {
  const files = readdirSync(directory).filter(isLicence).sort();
  if (files.length > 0) {
    return files.map((file) => readFileSync(join(directory, file), 'utf8').trim()).join('\n\n');
  }
  if (license !== 'MIT') throw new Error(`${name} has no licence text; its licence is ${license}`);
  return mit((typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`);
}

function entryOf(directory: string): string {
  const read: Package = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const { name, version, license, repository } = read;
  const url = typeof repository === 'string' ? repository : repository?.url;
  return [
    `${name} ${version} (${license})`,
    ...(url ? [url] : []),
    '',
    textOf(directory, read),
  ].join('\n');
}

/** Writes the texts of the packages whose modules are in the bundle, and our own licence. */
export const licences: Plugin = {
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? file.moduleIds : [],
    );
    const directories = new Set(modules.flatMap((id) => packageOf(id) ?? []));
    const entries = [...directories].map(entryOf).sort();
    const rule = `\n\n${'-'.repeat(80)}\n\n`;
    this.emitFile({
      type: 'asset',
      fileName: licencesFile,
      source: `${['These packages are in the files next to this one.', ...entries].join(rule)}\n`,
    });
    this.emitFile({
      type: 'asset',
      fileName: 'LICENSE',
      source: readFileSync(ownLicence, 'utf8'),
    });
  },
};
