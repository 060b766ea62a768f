/**
 * The environment variables of the server and of the site's build. The server reads its options from this list, the
 * page "Running it" prints it, and a test compares the README with it. It imports nothing.
 */

export interface Setting {
  readonly variable: string;
  /** Absent where the meaning says what happens without a value. */
  readonly default?: number;
  /** Largest number accepted; the smallest is 0. */
  readonly max?: number;
  /** In Markdown, for the README and the page. */
  readonly meaning: string;
}

export const settings = {
  port: {
    variable: 'PORT',
    default: 4000,
    max: 65_535,
    meaning: 'port to listen on',
  },
  host: {
    variable: 'HOST',
    meaning: 'address to listen on; all interfaces if not set',
  },
  serviceTags: {
    variable: 'SERVICE_TAGS',
    meaning:
      'paths of newer weekly service-tag files, separated by commas; each replaces the file of its cloud that comes with this version',
  },
  siteUrl: {
    variable: 'SITE_URL',
    meaning:
      'for `npm run build`: the address of the published site; it makes links for machines absolute and adds a sitemap',
  },
  validationsPerMinute: {
    variable: 'RATE_LIMIT',
    default: 6000,
    max: 1_000_000,
    meaning: 'validations per minute for each client, counted by each process; 0 for no limit',
  },
  trustedProxies: {
    variable: 'TRUST_PROXY',
    default: 0,
    max: 10,
    meaning:
      'number of proxies in front of the server; it takes the client’s address from their `X-Forwarded-For`',
  },
  requestLog: {
    variable: 'REQUEST_LOG',
    default: 0,
    max: 1,
    meaning:
      '1 to log each request as a line of JSON: time, id, method, path, status, duration, and nothing of what was sent',
  },
} satisfies Readonly<Record<string, Setting>>;
