/**
 * Bytes that clients make the server hold: bodies that come slowly, and responses that are not read. Over the limit the
 * server drops what it has held the longest of the client that holds the most.
 */

export interface Holding {
  add(bytes: number): void;
  release(): void;
}

interface Held {
  readonly client: string;
  bytes: number;
  drop(): void;
}

export interface HeldBytes {
  /** Begins to hold for a client; `drop` ends what is held, which then is released. */
  hold(client: string, drop: () => void): Holding;
}

export function heldBytes(most: number, mostPerClient: number): HeldBytes {
  const all = new Set<Held>();
  const byClient = new Map<string, number>();
  let total = 0;

  function count(held: Held, bytes: number): void {
    held.bytes += bytes;
    total += bytes;
    const sum = (byClient.get(held.client) ?? 0) + bytes;
    if (sum > 0) byClient.set(held.client, sum);
    else byClient.delete(held.client);
  }

  function release(held: Held): void {
    if (all.delete(held)) count(held, -held.bytes);
  }

  /** The client that holds the most. */
  function greediest(): string {
    let [greedy, most] = ['', 0];
    for (const [client, bytes] of byClient) {
      if (bytes > most) [greedy, most] = [client, bytes];
    }
    return greedy;
  }

  function dropOldest(client: string): void {
    for (const held of all) {
      if (held.client !== client || held.bytes === 0) continue;
      release(held);
      held.drop();
      return;
    }
  }

  return {
    hold(client, drop) {
      const held: Held = { client, bytes: 0, drop };
      all.add(held);
      return {
        add(bytes) {
          if (!all.has(held)) return;
          count(held, bytes);
          while ((byClient.get(client) ?? 0) > mostPerClient) dropOldest(client);
          while (total > most) dropOldest(greediest());
        },
        release: () => release(held),
      };
    },
  };
}
