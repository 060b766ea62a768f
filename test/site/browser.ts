/** A browser and the server, for tests of pages. */

import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packaged, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type RunningServer, startServer } from '../../api/server/index.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { oneAtATime } from '../support/one-at-a-time.ts';

const named = process.env.CHROME_PATH;

/** The packaged browser is for Linux on x64; elsewhere CHROME_PATH names an installed one. */
export const hasBrowser =
  named !== undefined || (process.platform === 'linux' && process.arch === 'x64');

if (!hasBrowser) {
  console.warn(
    `browser tests are skipped: none is packaged for ${process.platform} on ${process.arch}; set CHROME_PATH to a Chrome or Chromium`,
  );
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page in a process of its own costs as much again as opening it.
  '--renderer-process-limit=1',
];

export interface OpenedPage {
  readonly page: Page;
  /** Errors on the console and requests that left the origin. */
  readonly offences: string[];
}

export interface TestSite {
  readonly url: string;
  open(path: string, colorScheme?: 'light' | 'dark', width?: number): Promise<OpenedPage>;
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** The packaged browser, unpacked, with the libraries that a slim system lacks. */
async function packagedBrowser(): Promise<string> {
  const executable = await packaged.executablePath();
  if (execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found')) {
    const libraries = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
    await inflate(fileURLToPath(libraries));
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  }
  return executable;
}

/** One browser for all files of a worker; it ends with the worker's process. */
let launching: Promise<BrowserContext> | undefined;

async function launch(): Promise<BrowserContext> {
  const executablePath = named ?? (await oneAtATime('browser', packagedBrowser));
  const browser = await chromium.launch({ executablePath, args: quiet });
  const context = await browser.newContext();
  // Browsers do not log violations of the policy that scripts catch.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`the policy forbids ${blockedURI} by ${violatedDirective}`),
    );
  });
  return context;
}

/** Pages without a document. Opening one again costs a third of what a new one with an empty cache does. */
const idle: Page[] = [];

/** Ends what a test left on a page: its document, storage, listeners and routes. */
async function clear(page: Page): Promise<void> {
  for (const event of ['console', 'pageerror', 'request'] as const) page.removeAllListeners(event);
  try {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    idle.push(page);
  } catch {
    await page.close();
  }
}

export async function openSite(): Promise<TestSite> {
  await ensureBuilt('site');
  const server: RunningServer = await startServer({ port: 0, host: '127.0.0.1' });
  launching ??= launch();
  const context = await launching;
  const opened: Page[] = [];
  const closePages = async () => {
    await Promise.all(opened.splice(0).map(clear));
    await context.clearPermissions();
  };
  return {
    url: server.url,
    async open(path, colorScheme = 'light', width = 1280) {
      const page = idle.pop() ?? (await context.newPage());
      opened.push(page);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, media: null });
      const offences: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') offences.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => offences.push(`${path}: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== server.url) {
          offences.push(`${path}: asks for ${request.url()}`);
        }
      });
      await page.goto(server.url + path);
      return { page, offences };
    },
    closePages,
    async close() {
      await closePages();
      await server.stop();
    },
  };
}

/** The site for the tests of one file; each test begins without open pages. */
export function useSite(): Pick<TestSite, 'url' | 'open'> {
  let site: TestSite | undefined;
  const opened = () => {
    if (!site) throw new Error('the site is open in tests and hooks only');
    return site;
  };
  beforeAll(async () => {
    site = await openSite();
  }, buildTimeout);
  afterEach(() => site?.closePages());
  afterAll(() => site?.close());
  return {
    get url() {
      return opened().url;
    },
    open: (...page) => opened().open(...page),
  };
}
