/**
 * Draws which folder imports which, from the import lines of the sources, as Mermaid graphs for docs/architecture.md.
 * `npm run docs:architecture` writes them there; a test compares.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const architectureFile = join(root, 'docs/architecture.md');

/** The graph of `rooms`: paths of folders; the longest one that holds a file is its room. */
export interface Drawing {
  readonly title: string;
  readonly rooms: readonly string[];
}

export const drawings: readonly Drawing[] = [
  { title: 'The house', rooms: ['data', 'core', 'api', 'cli', 'site', 'scripts'] },
  {
    title: 'Inside core',
    rooms: ['data', 'core/network', 'core/answers', 'core/render', 'core/validate', 'core/search'],
  },
];

const importLine = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** Pairs of files, relative to the root: the one that imports, and the one that is imported. */
function importsUnder(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|dist|\.astro)\//.test(path))
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(importLine)].map(
        ([, specifier = '']): [string, string] => [
          path,
          relative(root, join(root, dirname(path), specifier)),
        ],
      ),
    );
}

const roomOf = (path: string, rooms: readonly string[]) =>
  rooms.filter((room) => path.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];

/** Arrows between rooms, each once, sorted: "core/answers --> core/network". */
export function arrowsOf({ rooms }: Drawing): [string, string][] {
  const folders = [...new Set(rooms.map((room) => room.split('/')[0] as string))];
  const arrows = new Set<string>();
  for (const [from, to] of folders.flatMap(importsUnder)) {
    const [one, other] = [roomOf(from, rooms), roomOf(to, rooms)];
    if (one && other && one !== other) arrows.add(`${one} ${other}`);
  }
  return [...arrows].sort().map((arrow) => arrow.split(' ') as [string, string]);
}

function mermaid(drawing: Drawing): string {
  const id = (room: string) => room.replaceAll('/', '_');
  return [
    '```mermaid',
    'graph TD',
    ...drawing.rooms.map((room) => `  ${id(room)}["${room}/"]`),
    ...arrowsOf(drawing).map(([from, to]) => `  ${id(from)} --> ${id(to)}`),
    '```',
  ].join('\n');
}

const begin = ({ title }: Drawing) => `<!-- drawn: ${title} -->`;
const end = '<!-- end -->';

/** The text with its graphs drawn again. Throws where the text has no marker for one. */
export function drawn(text: string): string {
  return drawings.reduce((drawnText, drawing) => {
    const from = drawnText.indexOf(begin(drawing));
    const to = drawnText.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`${begin(drawing)} ... ${end} is missing`);
    return `${drawnText.slice(0, from)}${begin(drawing)}\n${mermaid(drawing)}\n${drawnText.slice(to)}`;
  }, text);
}

if (import.meta.main) {
  writeFileSync(architectureFile, drawn(readFileSync(architectureFile, 'utf8')));
}
