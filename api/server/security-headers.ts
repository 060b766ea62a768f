/**
 * What browsers may do with the pages. Both the site and GraphiQL hold scripts and styles in the page itself and take
 * nothing from another origin; the site's search runs as WebAssembly. Strict-Transport-Security is for whoever
 * terminates TLS.
 */

const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const noSniffing = { 'x-content-type-options': 'nosniff' } as const;

export const pageHeaders = {
  ...noSniffing,
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
} as const;
