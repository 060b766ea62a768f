/** An answer of the API before it is sent, and whether a client has it already; the same in every runtime. */

export interface Answer {
  readonly status: number;
  /** Without those that depend on the encoding. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether it may be sent again to whoever asks the same. */
  readonly isKept: boolean;
  /** Whether it gets an entity tag: where it can be asked for again by GET. */
  readonly isTagged: boolean;
}

/** An entity tag of a text, by its SHA-256 in base64url. */
export function entityTag(digest: string): string {
  return `"${digest.slice(0, 22)}"`;
}

/** Whether a header If-None-Match names the tag. */
export function isUnchanged(
  header: string | null | undefined,
  etag: string | null | undefined,
): boolean {
  if (!header || !etag) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag);
}
