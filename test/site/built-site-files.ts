/** Reading the files of the built site. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteDirectory } from '../../api/server/site-directory.ts';

/** Text of the file at an address of the site. */
export function textAt(address: string): string {
  return readFileSync(join(siteDirectory, address), 'utf8');
}

export function isBuilt(address: string): boolean {
  return existsSync(join(siteDirectory, address));
}

/** Whether the page at an address only leads to another one, as those of former check ids do. */
function isRedirect(address: string): boolean {
  return /<meta http-equiv="?refresh/.test(textAt(`${address}index.html`).slice(0, 1000));
}

/** Addresses of the pages, without redirects and the 404 page. */
export function pageAddresses(): string[] {
  return readdirSync(siteDirectory, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.replace(/index\.html$/, ''))
    .filter((path) => !isRedirect(path))
    .sort();
}

/** The part of a page that is its content, as HTML. */
export function contentAt(address: string): string {
  const html = textAt(`${address}index.html`);
  const [, content = ''] = html.split('class="sl-markdown-content">', 2);
  return content.split('</main>')[0] ?? '';
}
