/** A map that holds at most so many bytes: what has not been asked for the longest goes first. */

export interface ByteCache<Key, Value> {
  readonly bytes: number;
  readonly entries: number;
  get(key: Key): Value | undefined;
  /** Keeps a value that takes so many bytes; one that would fill a good part of the cache is not kept. */
  set(key: Key, value: Value, bytes: number): void;
}

/** What an entry costs beside its value: its key and its place in the map. */
const overhead = 200;

export function createByteCache<Key, Value>(maxBytes: number): ByteCache<Key, Value> {
  const kept = new Map<Key, { readonly value: Value; readonly bytes: number }>();
  let total = 0;
  let newest: Key | undefined;

  function drop(key: Key): void {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return {
    get bytes() {
      return total;
    },
    get entries() {
      return kept.size;
    },
    get(key) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      // A map keeps the order in which its keys came: the first is the one not asked for the longest.
      if (key !== newest) {
        kept.delete(key);
        kept.set(key, entry);
        newest = key;
      }
      return entry.value;
    },
    set(key, value, valueBytes) {
      const bytes = valueBytes + overhead;
      drop(key);
      if (bytes > maxBytes / 8) return;
      kept.set(key, { value, bytes });
      newest = key;
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}
