/**
 * Between costly questions that wait, the server looks up from its work. Node takes one new connection in each turn of
 * its event loop, and a turn lasts until all that has come is answered: with many validations at once, whoever comes
 * with a new connection, as probes do, would wait for turn after turn.
 */

/** Questions that are begun in one turn; few enough for short turns, more than come at once without a rush. */
export const questionsPerTurn = 4;

/** Begins what it is given at once or in one of the next turns. */
export type TakeTurn = (begin: () => void) => void;

export function takeTurns(): TakeTurn {
  const waiting: (() => void)[] = [];
  /** Questions that this turn may still begin. */
  let left = questionsPerTurn;

  function nextTurn(): void {
    left = questionsPerTurn;
    while (left > 0) {
      const begin = waiting.shift();
      if (begin === undefined) return;
      start(begin);
    }
  }

  function start(begin: () => void): void {
    if (left === questionsPerTurn) setImmediate(nextTurn);
    left -= 1;
    begin();
  }

  return (begin) => {
    if (left === 0) waiting.push(begin);
    else start(begin);
  };
}
