/** All pairs of a list, each once, in its order. */

export function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((first, index) =>
    items.slice(index + 1).map((second) => [first, second] as const),
  );
}
