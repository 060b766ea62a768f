/** What the site's files say to browsers and to pages of other origins, whoever serves them. */

export function siteHeaders(pathname: string): Record<string, string> {
  return {
    // Astro puts a hash of the content into the names of these files.
    'cache-control': pathname.startsWith('/_astro/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    // Tables for machines, which pages of other origins may read as they read the API.
    ...(pathname.startsWith('/data/') && { 'access-control-allow-origin': '*' }),
  };
}
