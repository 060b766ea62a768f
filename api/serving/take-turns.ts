/**
 * Between requests that wait, the server looks up from its work. Node takes one new connection in each turn of its
 * event loop, and a turn lasts until every request that has come is answered: with many costly ones at once, whoever
 * comes with a new connection, as probes do, would wait for turn after turn.
 */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Requests that are begun in one turn; few enough for short turns, more than come at once without a rush. */
export const requestsPerTurn = 8;

export function takeTurns(listener: RequestListener): RequestListener {
  const waiting: (readonly [IncomingMessage, ServerResponse])[] = [];
  /** Requests that this turn may still begin. */
  let left = requestsPerTurn;

  function nextTurn(): void {
    left = requestsPerTurn;
    while (left > 0) {
      const next = waiting.shift();
      if (next === undefined) return;
      begin(...next);
    }
  }

  function begin(request: IncomingMessage, response: ServerResponse): void {
    // Who has gone while waiting is not answered, and would never be told that the connection is closed.
    if (response.destroyed || request.socket.destroyed) return;
    if (left === requestsPerTurn) setImmediate(nextTurn);
    left -= 1;
    listener(request, response);
  }

  return (request, response) => {
    if (left === 0) waiting.push([request, response]);
    else begin(request, response);
  };
}
