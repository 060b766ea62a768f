/** Reads from Azure Resource Manager: GET only, bounded in requests, bytes, pages and time. */

export interface ArmLimits {
  /** Requests of a run, repeated ones among them. */
  readonly requests: number;
  /** Bytes of one response. */
  readonly responseBytes: number;
  /** Bytes of a run. */
  readonly bytes: number;
  readonly pages: number;
  /** For one request, from the first byte sent to the last received. */
  readonly timeoutMs: number;
  /** For a run. */
  readonly totalMs: number;
  /** How often one request is repeated. */
  readonly retries: number;
  /** The longest pause that Azure may ask for. */
  readonly longestPauseMs: number;
}

export const armLimits: ArmLimits = {
  requests: 300,
  responseBytes: 8_000_000,
  bytes: 64_000_000,
  pages: 50,
  timeoutMs: 30_000,
  totalMs: 300_000,
  retries: 3,
  longestPauseMs: 30_000,
};

/** A request that gave nothing: what happened, and what to do about it. */
export class ArmError extends Error {
  override readonly name = 'ArmError';
  /** The HTTP status; undefined where there was no response that can be used. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

const firstPauseMs = 1000;
const shownCharacters = 200;

export class ArmClient {
  readonly #endpoint: URL;
  readonly #token: string;
  readonly #limits: ArmLimits;
  readonly #end: number;
  #requests = 0;
  #bytes = 0;

  /** `endpoint` is the address of Resource Manager; all requests go there and nowhere else. */
  constructor(endpoint: string, token: string, limits: ArmLimits = armLimits) {
    this.#endpoint = new URL(endpoint);
    this.#token = token;
    this.#limits = limits;
    this.#end = Date.now() + limits.totalMs;
  }

  /** The resource at a path of escaped parts. Throws ArmError. */
  get(path: string, apiVersion: string): Promise<unknown> {
    return this.#fetch(this.#urlOf(path, apiVersion));
  }

  /** All entries of a list, page by page; some operations answer with the list itself. Throws ArmError. */
  async list(path: string, apiVersion: string): Promise<readonly unknown[]> {
    const entries: unknown[] = [];
    let url: URL | undefined = this.#urlOf(path, apiVersion);
    for (let page = 1; url !== undefined; page += 1) {
      if (page > this.#limits.pages) {
        throw new ArmError(`the list has more than ${this.#limits.pages} pages`);
      }
      const answer: unknown = await this.#fetch(url);
      if (Array.isArray(answer)) return [...entries, ...answer];
      const { value, nextLink } = Object(answer) as { value?: unknown; nextLink?: unknown };
      if (!Array.isArray(value)) throw new ArmError('the response has no list');
      entries.push(...value);
      url = this.#next(nextLink);
    }
    return entries;
  }

  #urlOf(path: string, apiVersion: string): URL {
    const url = new URL(path, this.#endpoint);
    url.searchParams.set('api-version', apiVersion);
    return url;
  }

  /** The next page must be of the same server: the token goes nowhere else. */
  #next(nextLink: unknown): URL | undefined {
    if (nextLink === undefined || nextLink === null || nextLink === '') return undefined;
    const url = typeof nextLink === 'string' ? URL.parse(nextLink, this.#endpoint) : null;
    if (url?.origin === this.#endpoint.origin) return url;
    throw new ArmError('the next page of the list is on another server, which gets no token');
  }

  async #fetch(url: URL): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      const { status, body, pauseMs } = await this.#once(url);
      if (status === 200) return this.#parse(body);
      const mayRepeat = status === 429 || (status >= 500 && status !== 501);
      const pause = pauseMs ?? firstPauseMs * 2 ** attempt;
      const isTooLong = pause > this.#limits.longestPauseMs || Date.now() + pause > this.#end;
      if (!mayRepeat || attempt >= this.#limits.retries || isTooLong) {
        throw new ArmError(messageOf(status, saidBy(this.#valueOf(body)), pauseMs), status);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #once(url: URL) {
    this.#requests += 1;
    if (this.#requests > this.#limits.requests) {
      throw new ArmError(`the run would take more than ${this.#limits.requests} requests`);
    }
    const timeout = Math.min(this.#limits.timeoutMs, this.#end - Date.now());
    if (timeout <= 0) {
      throw new ArmError(`the run took longer than ${this.#limits.totalMs / 1000} s`);
    }
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${this.#token}`, accept: 'application/json' },
        // A redirect would carry the request to another server.
        redirect: 'manual',
        signal,
      });
      const body = await this.#textOf(response);
      return { status: response.status, body, pauseMs: pauseOf(response) };
    } catch (error) {
      if (error instanceof ArmError) throw error;
      throw new ArmError(
        signal.aborted
          ? `no response within ${timeout / 1000} s; check whether ${url.origin} is slow or a firewall blocks the connection`
          : `no connection to ${url.origin}${reasonOf(error)}; look whether this machine reaches it, perhaps through a proxy`,
      );
    }
  }

  async #textOf(response: Response): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      this.#bytes += chunk.byteLength;
      if (size > this.#limits.responseBytes || this.#bytes > this.#limits.bytes) {
        throw new ArmError(
          `the response is too large; at most ${this.#limits.responseBytes / 1e6} MB are read of one, ${this.#limits.bytes / 1e6} MB in all`,
        );
      }
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  }

  #parse(body: string): unknown {
    const value = this.#valueOf(body);
    if (value !== undefined) return value;
    throw new ArmError(
      'the response is not JSON; a proxy between here and Azure may have answered',
    );
  }

  /** Without the token, whatever the server repeats of the request, and however it is escaped; undefined for no JSON. */
  #valueOf(body: string): unknown {
    try {
      return JSON.parse(body, (_, value) =>
        typeof value === 'string' ? value.replaceAll(this.#token, '[token]') : value,
      );
    } catch {
      return undefined;
    }
  }
}

/** Seconds or a date; undefined without the header. */
function pauseOf({ headers }: Response): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** ECONNREFUSED and its like, which says more than "fetch failed". */
function reasonOf(error: unknown): string {
  const code = Object((error as { cause?: unknown })?.cause).code;
  return typeof code === 'string' ? ` (${code})` : '';
}

function messageOf(status: number, said: string, pauseMs: number | undefined): string {
  switch (status) {
    case 401:
      return `Azure does not take the sign-in (401${said}); run az login again, in the tenant and the cloud of the resource`;
    case 403:
      return `you may not read it (403${said})`;
    case 404:
      return `Azure does not know it, or not for you (404${said}); look at the subscription, the resource group and the name`;
    case 429:
      return `Azure takes no more requests for now (429${said}); run it again ${pauseMs === undefined ? 'later' : `after ${Math.ceil(pauseMs / 1000)} s`}`;
    default:
      return status >= 300 && status < 400
        ? `the server sends the request elsewhere (${status}), which gets no token; look for a proxy that asks you to sign in`
        : `Azure answered ${status}${said}${status >= 500 ? '; run it again later' : ''}`;
  }
}

/** ": AuthorizationFailed, The client ..." of Resource Manager's form of an error; empty for any other. */
function saidBy(value: unknown): string {
  const { code, message } = Object(Object(value).error);
  const parts = [code, message].filter((part) => typeof part === 'string' && part !== '');
  return parts.length > 0 ? `: ${parts.join(', ').slice(0, shownCharacters)}` : '';
}
