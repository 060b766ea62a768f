/** How long browsers may keep a file of the site. */

export function siteCacheControl(pathname: string): string {
  // Astro puts a hash of the content into the names of these files.
  return pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
